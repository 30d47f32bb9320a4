import type {Column} from './model.ts';

/** Widths of columns, as the stylesheet wants them. */
export function toGrid(columns: readonly Column[]): {'--min': number; '--tracks': string} {
  return {
    '--min': columns.reduce((sum, {min}) => sum + min, 0),
    '--tracks': columns.map(({min, share}) => `minmax(${min}em,${share}fr)`).join(' '),
  };
}
