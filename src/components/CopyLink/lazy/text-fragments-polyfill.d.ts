// What the site uses of a package that has no types.

declare module 'text-fragments-polyfill/dist/fragment-generation-utils.js' {
  import type {TextFragment} from '../link.ts';

  /** Describes a passage, if it can, in normalized text. Widens the range that it gets to whole words. */
  export function generateFragmentFromRange(range: Range): {readonly fragment?: TextFragment};
}

declare module 'text-fragments-polyfill/text-fragment-utils' {
  import type {TextFragment} from '../link.ts';

  /** Where a page has a passage: nowhere, once, or at least twice; the first two places. */
  export function processTextFragmentDirective(fragment: TextFragment): Range[];

  export const internal: {
    /** Lower case, without accents, full-width characters as ASCII ones, with single spaces. */
    readonly normalizeString: (text: string) => string;
  };
}
