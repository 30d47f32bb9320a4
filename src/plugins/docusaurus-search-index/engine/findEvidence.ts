import {PINYIN_PREFIX, type Postings} from './format.ts';
import type {RecordMap, RecordMaps} from './RecordMap.ts';
import type {IndexStore} from './store.ts';
import {splitWord} from './tokenize.ts';

/** How many words with the same beginning, the same pinyin, or nearly the same letters are looked up. */
const MAX_PREFIXES = 24;
const MAX_PINYIN = 16;
const MAX_SIMILAR = 12;

/** What a word is worth that only begins with what was typed: as the last word, which may go on; elsewhere; beside the word itself. */
const PREFIX = 0.85;
const PREFIX_BESIDE_EXACT = 0.4;
/** How fast that falls with the part of the word that was not typed. */
const PREFIX_DECAY = 0.35;
const PINYIN_EXACT = 0.9;
const PINYIN_PART = 0.7;
const PINYIN_BESIDE_WORD = 0.2;
const INNER_PART = 0.6;
const ONE_TYPO = 0.7;
const TWO_TYPOS = 0.45;

/** From how many letters on a typing error is forgiven; from which distance on it counts as two. */
const MIN_ONE_TYPO = 4;
const MIN_TWO_ERRORS = 1.5;
/** How much worse a word may be than the most similar one. */
const SIMILAR_ENOUGH = 0.5;

/** For each record the best of what it has and of the postings. */
export function takeBest(evidence: RecordMap, postings: Postings, factor: number): void {
  for (let i = 0; i < postings.length; i += 2) {
    evidence.raise(postings[i]!, postings[i + 1]! * factor);
  }
}

/**
 * Terms of the index that may be meant by a word, with what each is worth: the word itself, words that begin with it, titles
 * whose pinyin it is; if there are none, words that contain it, or else are spelt nearly so.
 * @param isUnfinished whether it is the last word of the query, and the reader may still be typing it
 */
async function expandWord(
  store: IndexStore,
  word: string,
  isUnfinished: boolean,
): Promise<Map<string, number>> {
  const terms = new Map<string, number>();
  const prefixed = await store.listWords(word, MAX_PREFIXES);
  const isKnown = prefixed[0] === word;
  const prefixWorth = isUnfinished || !isKnown ? PREFIX : PREFIX_BESIDE_EXACT;
  for (const term of prefixed) {
    terms.set(term, term === word ? 1 : prefixWorth * (word.length / term.length) ** PREFIX_DECAY);
  }
  if (/^[a-z]{2,}$/.test(word)) {
    for (const term of await store.listWords(PINYIN_PREFIX + word, MAX_PINYIN)) {
      const isWhole = term === PINYIN_PREFIX + word;
      terms.set(term, isKnown ? PINYIN_BESIDE_WORD : isWhole ? PINYIN_EXACT : PINYIN_PART);
    }
  }
  if (terms.size === 0 && word.length > 1) {
    const vocabulary = await store.getVocabulary();
    const containing = vocabulary.findContaining(word, MAX_SIMILAR);
    containing.forEach((term) => terms.set(term, INNER_PART));
    if (containing.length === 0 && word.length >= MIN_ONE_TYPO) {
      const similar = vocabulary.findSimilar(word, isUnfinished);
      const best = similar[0]?.distance ?? 0;
      similar
        .filter(({distance}) => distance <= best + SIMILAR_ENOUGH)
        .slice(0, MAX_SIMILAR)
        .forEach(({word: term, distance}) =>
          terms.set(term, distance < MIN_TWO_ERRORS ? ONE_TYPO : TWO_TYPOS),
        );
    }
  }
  return terms;
}

/** What is found for a Latin word or identifier (the best impact of each record), and the spellings to mark. */
export async function findWord(
  store: IndexStore,
  maps: RecordMaps,
  text: string,
  isUnfinished: boolean,
): Promise<{evidence: RecordMap; marks: string[]}> {
  const {joined, parts} = splitWord(text);
  const terms = await expandWord(store, joined, isUnfinished);
  const evidence = maps.take();
  if (terms.size === 0 && parts.length > 0) {
    // An identifier that no page has: each of its parts counts for a share.
    const found = await Promise.all(parts.map((part) => findWord(store, maps, part, false)));
    for (const {evidence: ofPart} of found) {
      for (const record of ofPart.records) {
        evidence.add(record, ofPart.get(record) / parts.length);
      }
    }
    return {evidence, marks: found.flatMap(({marks}) => marks)};
  }
  const lists = await Promise.all(
    [...terms].map(async ([term, worth]) => [await store.getWord(term), worth] as const),
  );
  lists.forEach(([postings, worth]) => takeBest(evidence, postings, worth));
  const words = [...terms.keys()].filter((term) => !term.startsWith(PINYIN_PREFIX));
  return {
    evidence,
    marks: [...new Set(words.map((term) => (term.includes(joined) ? joined : term)))],
  };
}
