import {getDistance} from './distance.ts';

/** One bit for each of the letters a to z, one for all digits, one for everything else. */
function getLetters(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    const isLetter = code >= 97 && code <= 122;
    const isDigit = code >= 48 && code <= 57;
    letters |= 1 << (isLetter ? code - 97 : isDigit ? 26 : 27);
  }
  return letters;
}

/** How many bits are set, see https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel. */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** A word that is spelt nearly as another one. */
export type Similar = {
  readonly word: string;
  /** Number of typing errors; a fraction more if the first letter differs, or only the beginning is alike. */
  readonly distance: number;
};

/** From how many letters on two typing errors are forgiven. */
const MIN_TWO_TYPOS = 8;
/** The first letter is seldom wrong: an error there counts a quarter more. */
const FIRST_LETTER = 0.25;
/** A word that goes on counts this much more. */
const UNFINISHED = 0.5;
/** Words of one or two letters are like all others. */
const MIN_LENGTH = 3;

/**
 * All words of an edition. Each is looked at for every letter that is typed of a word that no page has, so most are ruled out by
 * their letters alone: an error changes at most one letter of each word.
 */
export class Vocabulary {
  readonly #words: readonly string[];
  readonly #letters: Int32Array;
  readonly #lengths: Int32Array;

  constructor(words: readonly string[]) {
    this.#words = words;
    this.#letters = Int32Array.from(words, getLetters);
    this.#lengths = Int32Array.from(words, (word) => word.length);
  }

  /** The first words, in their order, that contain a part. */
  findContaining(part: string, max: number): string[] {
    const letters = getLetters(part);
    const found: string[] = [];
    for (let i = 0; i < this.#words.length && found.length < max; i++) {
      if ((letters & ~this.#letters[i]!) === 0 && this.#words[i]!.includes(part)) {
        found.push(this.#words[i]!);
      }
    }
    return found;
  }

  /**
   * Words with at most one typing error, or two in a long word, the most similar ones first.
   * @param isUnfinished whether the word may go on: then words count whose beginning has at most one error
   */
  findSimilar(word: string, isUnfinished: boolean): Similar[] {
    const max = word.length >= MIN_TWO_TYPOS ? 2 : 1;
    const letters = getLetters(word);
    const similar: Similar[] = [];
    for (let i = 0; i < this.#words.length; i++) {
      const longer = this.#lengths[i]! - word.length;
      const isWhole = longer <= max;
      if (longer < -max || !(isWhole || isUnfinished) || this.#lengths[i]! < MIN_LENGTH) {
        continue;
      }
      const missing = countBits(letters & ~this.#letters[i]!);
      if (missing > (isWhole ? max : 1)) {
        continue;
      }
      const other = this.#words[i]!;
      const isSameStart = other.charCodeAt(0) === word.charCodeAt(0);
      if (isWhole) {
        const distance =
          countBits(this.#letters[i]! & ~letters) <= max ? getDistance(word, other, max) : Infinity;
        if (distance <= max) {
          similar.push({word: other, distance: distance + (isSameStart ? 0 : FIRST_LETTER)});
        }
      } else if (isSameStart) {
        const distance = getDistance(word, other.slice(0, word.length), 1);
        if (distance <= 1) {
          similar.push({word: other, distance: distance + UNFINISHED});
        }
      }
    }
    return similar.sort((a, b) => a.distance - b.distance);
  }
}
