import {CODE_BREAKS, LONGEST_UNBROKEN} from './breakCode.ts';
import type {Row} from './readTables.ts';

/** How much room a column wants, in em of the table's text. */
export type ColumnWidth = {
  /** Least: the longest word, and the padding. */
  readonly min: number;
  /** Share of the room that there is: between the average and the longest text. */
  readonly share: number;
};

/** Padding of a cell on both sides, with some room for the mark of an older text. */
const PADDING = 1.5;
const LEAST = 5;
/** A longer word breaks; a longer text does not ask for more room. */
const LONGEST_WORD = 11;
const LONGEST_TEXT = 36;

/** Widths of Chinese and full-width characters, and of the others on average. */
const WIDE = /[\u2e80-\uffef]/;
const WIDE_WIDTH = 1;
const NARROW_WIDTH = 0.62;

/** Where a line may break: around Chinese characters, at spaces, behind hyphens; long words also where `breakCode` lets them. */
const BREAKS = /\s|(?=[\u2e80-\uffef])|(?<=[\u2e80-\uffef])|(?<=-)/;

function splitWords(text: string): string[] {
  return text
    .split(BREAKS)
    .flatMap((word) => (word.length > LONGEST_UNBROKEN ? word.split(CODE_BREAKS) : word));
}

function estimate(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (WIDE.test(character) ? WIDE_WIDTH : NARROW_WIDTH),
    0,
  );
}

/**
 * Estimates what columns need from their text. Columns are laid out by these figures instead of by the browser's table layout, which
 * has to measure every cell whenever one changes: far too slow for a large table.
 */
export function measureColumns(headers: readonly string[], rows: readonly Row[]): ColumnWidth[] {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return headers.map((header, column) => {
    const texts = [header, ...rows.map(({cells}) => cells[column]!.text)];
    const word = Math.max(...texts.flatMap((text) => splitWords(text).map(estimate)));
    const widths = texts.map((text) => Math.min(LONGEST_TEXT, estimate(text)));
    const average = widths.reduce((sum, width) => sum + width, 0) / widths.length;
    return {
      min: round(Math.max(LEAST, Math.min(LONGEST_WORD, word) + PADDING)),
      share: round(Math.max(3, (average + Math.max(...widths)) / 2)),
    };
  });
}
