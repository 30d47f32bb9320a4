/** Prefix of terms that are the pinyin of a title; no word begins with it. */
export const PINYIN_PREFIX = '~';

/** Postings of a term: difference to the number of the record before, impact, difference, impact, … */
export type EncodedPostings = readonly number[];

/** How often something of each kind stands on a page. The records of a page are numbered in this order. */
export type PageShape = readonly [sections: number, rows: number, steps: number];

/**
 * The file that a search loads first, and the only one whose name stays the same: `<tag>.json`. Everything else lies in the
 * folder it names, under names that change with the content, and can be kept for ever.
 */
export type Manifest = {
  /** Version of this format. */
  readonly format: 2;
  /** Folder of the other files, beside this one. */
  readonly folder: string;
  readonly language: string;
  /** Pages in order; page record and section records count as sections. */
  readonly pages: readonly PageShape[];
  /** Number of files `c<N>.json`. */
  readonly hanFiles: number;
  /** Han characters that begin so much that their bigrams lie in several files. */
  readonly splitHan: string;
  /** First term of each file `w<N>.json`. */
  readonly wordFiles: readonly string[];
  /** Groups of names for the same thing. */
  readonly glossary: readonly (readonly string[])[];
};

/**
 * `c<N>.json`: first character → second character → postings; an empty second one for the end of a run of Han characters. The file is
 * that of the first character. If that is one of `splitHan`, the file is that of both, and the file of the first has, at an empty second
 * one, the best of all its postings.
 */
export type HanFile = Readonly<Record<string, Readonly<Record<string, EncodedPostings>>>>;

/** `w<N>.json`: a range of the sorted words, front-coded, and their postings. */
export type WordFile = readonly [words: string, postings: readonly EncodedPostings[]];

/** A record as it is shown: path of the page, anchor, titles from the section of the sidebar inwards, text. */
export type StoredRecord = readonly [
  path: string,
  anchor: string,
  titles: readonly string[],
  content: string,
];

/** How many records a file `f<N>.json` holds; a table of where each begins would be the largest part of the manifest. */
export const RECORDS_PER_FILE = 8;

/** `f<N>.json`: records in their order. */
export type FragmentFile = readonly StoredRecord[];

/** Name of the file with all words, for typing errors and inner parts of words. */
export const VOCABULARY_FILE = 'vocabulary.txt';

/** Name of the file with traditional characters: one that is used on the pages, then those that stand for it, divided by spaces. */
export const VARIANTS_FILE = 'variants.txt';

/** The number of the Han file of a character, or of two (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). */
export function getHanFile(characters: string, count: number): number {
  let hash = 2166136261;
  for (let i = 0; i < characters.length; i++) {
    hash = Math.imul(hash ^ characters.charCodeAt(i), 16777619);
  }
  return (hash >>> 0) % count;
}

const MAX_SHARED = 35;

/**
 * Words in one string, each as the number of letters it shares with the one before (one digit to base 36) and the rest.
 * @param words sorted, without spaces
 */
export function frontCode(words: readonly string[]): string {
  let previous = '';
  return words
    .map((word) => {
      let shared = 0;
      while (shared < previous.length && shared < MAX_SHARED && previous[shared] === word[shared]) {
        shared++;
      }
      // Half of a character outside of the basic plane cannot be written to a file in UTF-8.
      if (/[\ud800-\udbff]/.test(word[shared - 1] ?? '')) {
        shared--;
      }
      previous = word;
      return shared.toString(36) + word.slice(shared);
    })
    .join(' ');
}

/** The words that `frontCode` was given. */
export function decodeWords(coded: string): string[] {
  let previous = '';
  return coded === ''
    ? []
    : coded.split(' ').map((item) => {
        previous = previous.slice(0, parseInt(item[0]!, 36)) + item.slice(1);
        return previous;
      });
}

/** Number of a record, impact, number, impact, … */
export type Postings = readonly number[];

/** @param postings sorted by the number of the record */
export function encodePostings(postings: Postings): number[] {
  return postings.map((value, i) => (i % 2 === 0 ? value - (postings[i - 2] ?? 0) : value));
}

/** The postings that `encodePostings` was given. */
export function decodePostings(encoded: EncodedPostings): number[] {
  let record = 0;
  return encoded.map((value, i) => (i % 2 === 0 ? (record += value) : value));
}
