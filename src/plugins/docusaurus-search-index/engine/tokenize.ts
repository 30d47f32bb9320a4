/** A stretch of text that is indexed in one way: Han (and kana, hangul) by bigrams, everything else by words. */
export type Unit = {
  readonly isCjk: boolean;
  readonly text: string;
  /** Where it begins in the normalized text, in UTF-16 units. */
  readonly index: number;
};

/** Scripts that are written without spaces. */
const CJK =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}';
const UNIT = new RegExp(
  `[${CJK}]+|(?:(?![${CJK}])[\\p{L}\\p{N}\\p{M}])+(?:[_.\\-/:+](?:(?![${CJK}])[\\p{L}\\p{N}\\p{M}])+)*`,
  'gu',
);
const CJK_START = new RegExp(`^[${CJK}]`, 'u');
const SEPARATORS = /[_.\-/:+]+/;
const JOINT = /[_.\-/:+]/;
/** Parts of an identifier: `HTTP` and `Route`, `Run`, `Pod` and `Sandbox`, `v` and `1`. */
const CAMEL = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|\p{N}+/gu;

/** Longer words are not names that anyone types (checksums, base64); their parts are indexed all the same. */
const MAX_WORD = 64;

/** Folds what readers type differently: full-width and half-width forms (NFKC), soft hyphens and zero-width characters. */
export function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
}

/**
 * Divides a text into the units that are indexed.
 * @param text normalized, in its own case, since the case divides identifiers
 */
export function splitUnits(text: string): Unit[] {
  return [...text.matchAll(UNIT)].map((match) => ({
    isCjk: CJK_START.test(match[0]),
    text: match[0],
    index: match.index,
  }));
}

/** A word, joined without separators and in lower case, and its parts if it has several: `tcp_tw_reuse`, `RunPodSandbox`. */
export function splitWord(word: string): {joined: string; parts: string[]} {
  const segments = word.split(SEPARATORS).filter(Boolean);
  const joined = segments.join('').toLowerCase();
  const parts = new Set<string>();
  for (const segment of segments) {
    parts.add(segment.toLowerCase());
    for (const part of segment.match(CAMEL) ?? []) {
      if (part.length > 1) {
        parts.add(part.toLowerCase());
      }
    }
  }
  parts.delete(joined);
  return {joined, parts: [...parts]};
}

/** Pairs of neighbouring characters: 主从复制 gives 主从, 从复, 复制. */
export function splitBigrams(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, i) => characters[i]! + character);
}

/**
 * The terms of a text, one call for every occurrence: words, the parts of identifiers, bigrams, and the last character of
 * each run of Han characters, since a search for one character looks for the bigrams that it begins.
 */
export function forEachTerm(text: string, onTerm: (term: string) => void): void {
  for (const unit of splitUnits(normalize(text))) {
    if (unit.isCjk) {
      splitBigrams(unit.text).forEach(onTerm);
      onTerm([...unit.text].at(-1)!);
    } else {
      const {joined, parts} = splitWord(unit.text);
      if (joined.length <= MAX_WORD) {
        onTerm(joined);
      }
      parts.filter((part) => part.length <= MAX_WORD).forEach(onTerm);
    }
  }
}

const WORD_CHARACTER = new RegExp(`(?![${CJK}])[\\p{L}\\p{N}\\p{M}]`, 'u');

/**
 * Where a name stands in a text. A Latin name is only found where it is a word, or several, of its own: `sc` not in `describe`.
 * @param text in the form of the name
 */
export function findPlaces(text: string, name: string): number[] {
  const isWordAt = (index: number): boolean => WORD_CHARACTER.test(text[index] ?? '');
  const isJointAt = (index: number): boolean => JOINT.test(text[index] ?? '');
  // Whether the word at the one side of a place goes on at the other, be it behind a joint, as in `semi_sync`.
  const goesOn = (side: number, other: number, step: -1 | 1): boolean =>
    isWordAt(side) && (isWordAt(other) || (isJointAt(other) && isWordAt(other + step)));
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (!goesOn(at, at - 1, -1) && !goesOn(end - 1, end, 1)) {
      places.push(at);
    }
  }
  return places;
}

/** Whether a term belongs to the words, and not to the Han characters. */
export function isWordTerm(term: string): boolean {
  return !CJK_START.test(term);
}
