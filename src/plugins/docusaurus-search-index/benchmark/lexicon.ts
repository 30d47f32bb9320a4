import phrases from 'opencc-js/dict/STPhrases';
import type {Random} from './random.ts';

const SEGMENTER = new Intl.Segmenter('zh', {granularity: 'word'});

/** How many of the new Chinese words are in dictionaries; the others are names that a site makes up. */
const IN_DICTIONARY = 0.75;
/** How many of the characters of made-up words are not on the real pages. */
const NEW_CHARACTER = 0.03;
const MAX_DICTIONARY_WORD = 3;

/** The 3,755 characters of everyday Chinese: level 1 of GB 2312, rows 16 to 55. */
function listCommonCharacters(): string[] {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) {
      bytes.push(row, cell);
    }
  }
  return [...new TextDecoder('gb18030').decode(Uint8Array.from(bytes))];
}

/** Words that are in the dictionaries by which search engines divide Chinese text, as far as they are in OpenCC's. */
const DICTIONARY = phrases
  .split('|')
  .map((phrase) => phrase.split(' ')[0]!)
  .filter(
    (word) => [...word].length <= MAX_DICTIONARY_WORD && [...SEGMENTER.segment(word)].length === 1,
  );

/**
 * Makes the function that makes new Chinese words: real ones that the pages have not, and made-up ones.
 * @param text of the real pages, for the characters of which made-up words are
 */
export function createHanCoiner(text: string, random: Random): () => string {
  const characters = [...text].filter((character) => /\p{Script=Han}/u.test(character));
  const common = listCommonCharacters();
  return () => {
    if (random.happens(IN_DICTIONARY)) {
      return random.pick(DICTIONARY);
    }
    const length = random.happens(0.8) ? 2 : 3;
    return Array.from({length}, () =>
      random.pick(random.happens(NEW_CHARACTER) ? common : characters),
    ).join('');
  };
}

const ONSETS = 'b c ch d dr f fl g gr h j k kn l m n p pr qu r s sh st t tr v w x z'.split(' ');
const VOWELS = 'a e i o u ai ee io ou'.split(' ');
const CODAS = ['', '', '', 'n', 'r', 'x', 'l', 't', 'nd', 'ck', 'sk', 'm'];

const capitalize = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** How parts are made into a name: words, products, abbreviations, identifiers of several kinds. */
const SHAPES: readonly ((first: string, second: string, third: string) => string)[] = [
  (first) => first,
  (first) => first,
  (first) => first,
  capitalize,
  (first) => first.slice(0, 4).toUpperCase(),
  (first, second) => first + capitalize(second),
  (first, second) => capitalize(first) + capitalize(second),
  (first, second, third) => first + capitalize(second) + capitalize(third),
  (first, second) => `${first}_${second}`,
  (first, second) => `${first}-${second}`,
  (first, second) => `${first}.${second}`,
];

/** Makes the function that makes new Latin words and identifiers. */
export function createLatinCoiner(random: Random): () => string {
  const makeSyllable = (): string => random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS);
  const parts: string[] = [];
  const makePart = (): string => {
    if (parts.length > 0 && random.happens(0.5)) {
      return random.pick(parts);
    }
    const part = Array.from({length: random.pick([1, 2, 2, 3])}, makeSyllable).join('');
    parts.push(part);
    return part;
  };
  return () => random.pick(SHAPES)(makePart(), makePart(), makePart());
}

/**
 * Words of a growing site (a Pitman–Yor process): the more words there have been, the rarer a new one, and one that was used often
 * is used again. The number of words grows as a power of the length of the text, as in every language (Heaps' law).
 */
export class Lexicon {
  readonly #draws: string[];
  readonly #random: Random;
  readonly #coin: () => string;
  readonly #growth: number;
  #size: number;

  /**
   * @param words what was used so far, once for each use
   * @param coin makes a new word
   * @param growth exponent of Heaps' law, below 1
   */
  constructor(words: readonly string[], coin: () => string, growth: number, random: Random) {
    this.#draws = [...words];
    this.#size = new Set(words).size;
    this.#coin = coin;
    this.#growth = growth;
    this.#random = random;
  }

  /** The next word. */
  draw(): string {
    const isNew = this.#random.happens((this.#growth * this.#size) / this.#draws.length);
    const word = isNew ? this.#coin() : this.#random.pick(this.#draws);
    this.#size += Number(isNew);
    this.#draws.push(word);
    return word;
  }
}
