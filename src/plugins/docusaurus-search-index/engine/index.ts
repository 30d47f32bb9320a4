import {findWord, takeBest} from './findEvidence.ts';
import type {Postings, StoredRecord} from './format.ts';
import {HIT_KINDS, type HitKind} from './hitKinds.ts';
import {RecordMaps, type RecordMap} from './RecordMap.ts';
import type {IndexStore} from './store.ts';
import {findPlaces, normalize, splitBigrams, splitUnits, splitWord, type Unit} from './tokenize.ts';

/** A record that was found. */
export type Hit = {
  /** Number of the record in its edition. */
  readonly record: number;
  readonly kind: HitKind;
  readonly path: string;
  /** Id on the page; empty for the page itself. */
  readonly anchor: string;
  /** Titles from the section of the sidebar inwards; the last one is the record's own. */
  readonly titles: readonly string[];
  readonly content: string;
  readonly score: number;
};

export type SearchOptions = {
  /** How many hits are wanted, from the best on. */
  readonly limit?: number;
  /** Only hits of this kind. */
  readonly kind?: HitKind;
  /** How many hits of one page are wanted at most. */
  readonly maxPerPage?: number;
};

export type SearchResult = {
  readonly hits: readonly Hit[];
  /** How many records answer the query, of the wanted kind. */
  readonly total: number;
  /** What to mark in titles and texts, normalized and in lower case, longest first. */
  readonly marks: readonly string[];
};

/** How much of a query is looked at: UTF-16 units, words and runs of Han characters, characters of a run. */
const MAX_QUERY = 200;
const MAX_UNITS = 16;
const MAX_RUN = 32;

/** What a question has and its answer has not; it counts little. */
const FILLERS = (
  '什么 怎么 怎样 如何 为何 为什么 哪些 哪个 哪里 多少 一直 原因 区别 请问 是否 可以 能不能 是什么 什么是 有什么 有哪些 ' +
  '怎么办 怎么样 什么意思 发生了什么 发生什么'
).split(' ');
/** These are part of other words as often; they count little only where they are words themselves. */
const FILLER_CHARACTERS = new Set('的了吗呢吧啊和与及或是在有被把对哪');
const FILLER_WORDS = new Set('a an and are do does how in is of or the to vs what why'.split(' '));

/** Weights of a bigram: both characters are of fillers, one is; it crosses the border of two words; one of them of one character. */
const FILLER = 0.12;
const HALF_FILLER = 0.3;
const ACROSS_WORDS = 0.4;
const ACROSS_CHARACTER = 0.8;
/** A search for a single Han character finds much. */
const SINGLE_CHARACTER = 0.6;
/** A long run must not outweigh the words beside it: from this many bigrams on, they share its weight. */
const RUN_WEIGHT = 2.2;
const BIGRAM_WEIGHT = 0.15;

/** A score is multiplied by this, plus the rest times the square of the part of the query that the record covers. */
const UNCOVERED = 0.15;
/** A record counts as an answer if it covers this part of the query, or nearly as much as the best one. */
const MIN_COVERAGE = 0.55;
const NEAR_BEST = 0.7;
/** What the record of a page gives to the records of its parts. */
const PAGE_SHARE = 0.3;
/** A hit has this part of the best one's score. */
const MIN_SCORE = 0.06;
/** Weights are added up as 32-bit numbers. */
const ROUNDING = 1e-4;
/** What another name for a thing is worth beside the one that was typed. */
const SYNONYM = 0.9;

/** Factors for the query standing as a whole in the record's title (and filling it), in the page's title, in the text. */
const IN_TITLE = 0.6;
const FILLS_TITLE = 0.5;
const IN_PAGE_TITLE = 0.25;
const IN_TEXT = 0.25;

/** A stretch of the query and what was found for it. */
type Feature = {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  readonly evidence: RecordMap;
};
/** What records got: score, and the weight of the part of the query that it covers. */
type Tally = {readonly score: RecordMap; readonly covered: RecordMap};

const SEGMENTER =
  typeof Intl !== 'undefined' && 'Segmenter' in Intl
    ? new Intl.Segmenter('zh', {granularity: 'word'})
    : undefined;

let lastSegmented: {readonly run: string; readonly words: string[]} = {run: '', words: []};

/** The words of a run of Han characters; a browser without a segmenter knows none. */
function segment(run: string): string[] {
  if (SEGMENTER && run !== lastSegmented.run) {
    lastSegmented = {run, words: Array.from(SEGMENTER.segment(run), (part) => part.segment)};
  }
  return lastSegmented.words;
}

/** For each UTF-16 unit of a run whether it belongs to a filler. */
function findFillers(run: string): boolean[] {
  const isFiller = new Array<boolean>(run.length).fill(false);
  for (const filler of FILLERS) {
    for (let at = run.indexOf(filler); at >= 0; at = run.indexOf(filler, at + 1)) {
      isFiller.fill(true, at, at + filler.length);
    }
  }
  let at = 0;
  for (const word of segment(run)) {
    isFiller[at] ||= FILLER_CHARACTERS.has(word);
    at += word.length;
  }
  return isFiller;
}

/** Weights of the bigrams of a run, by whether they cross the borders of words. */
function weighBorders(run: string): number[] {
  const weights = new Array<number>(run.length).fill(1);
  const words = segment(run);
  let end = 0;
  words.slice(0, -1).forEach((word, i) => {
    end += word.length;
    const isCharacter = word.length === 1 || words[i + 1]!.length === 1;
    weights[end - 1] = isCharacter ? ACROSS_CHARACTER : ACROSS_WORDS;
  });
  return weights;
}

async function findRun(
  store: IndexStore,
  maps: RecordMaps,
  {text, index}: Unit,
  marks: Set<string>,
): Promise<Feature[]> {
  const run = [...text].slice(0, MAX_RUN).join('');
  const isFiller = findFillers(run);
  if ([...run].length === 1) {
    marks.add(run);
    const evidence = maps.take();
    takeBest(evidence, await store.getHan(run), 1);
    const weight = isFiller[0] ? FILLER : SINGLE_CHARACTER;
    return [{start: index, end: index + run.length, weight, evidence}];
  }
  const borders = weighBorders(run);
  const bigrams = splitBigrams(run);
  const scale = Math.min(1, RUN_WEIGHT / bigrams.length) + BIGRAM_WEIGHT;
  marks.add(run);
  let at = 0;
  return Promise.all(
    bigrams.map(async (bigram) => {
      const start = at;
      const first = [...bigram][0]!.length;
      at += first;
      const isFirst = isFiller[start];
      const isSecond = isFiller[start + first];
      const filler = isFirst && isSecond ? FILLER : isFirst || isSecond ? HALF_FILLER : 1;
      if (filler === 1) {
        marks.add(bigram);
      }
      const evidence = maps.take();
      takeBest(evidence, await store.getHan(bigram), 1);
      return {
        start: index + start,
        end: index + start + bigram.length,
        weight: (borders[start] ?? 1) * filler * scale,
        evidence,
      };
    }),
  );
}

/** What is found for each part of a query. */
async function findFeatures(
  store: IndexStore,
  maps: RecordMaps,
  query: string,
  marks: Set<string>,
): Promise<Feature[]> {
  const units = splitUnits(query).slice(0, MAX_UNITS);
  const features = await Promise.all(
    units.map(async (unit, i): Promise<Feature[]> => {
      if (unit.isCjk) {
        return findRun(store, maps, unit, marks);
      }
      const end = unit.index + unit.text.length;
      const isUnfinished = i === units.length - 1 && end === query.length;
      const isFiller = FILLER_WORDS.has(unit.text.toLowerCase()) && units.length > 1;
      const found = await findWord(store, maps, unit.text, isUnfinished);
      if (!isFiller) {
        found.marks.forEach((mark) => marks.add(mark));
      }
      return [{start: unit.index, end, weight: isFiller ? FILLER : 1, evidence: found.evidence}];
    }),
  );
  return features.flat();
}

/** A name from the glossary that stands in the query, and the other names for the same thing. */
type Span = {readonly start: number; readonly end: number; readonly others: readonly string[]};

/** The names from the glossary that stand in a query; of those that overlap, the longest. */
function findSpans(query: string, glossary: readonly (readonly string[])[]): Span[] {
  const text = query.toLowerCase();
  const spans: Span[] = [];
  for (const group of glossary) {
    for (const name of group) {
      const others = group.filter((other) => other !== name);
      for (const start of findPlaces(text, name)) {
        spans.push({start, end: start + name.length, others});
      }
    }
  }
  spans.sort((a, b) => b.end - b.start - (a.end - a.start));
  return spans.filter(
    (span, i) => !spans.slice(0, i).some(({start, end}) => span.start < end && span.end > start),
  );
}

/** The records that have all of a name, and the score of each. */
async function findName(store: IndexStore, maps: RecordMaps, name: string): Promise<RecordMap> {
  const lists = await Promise.all(
    splitUnits(name).flatMap((unit): Promise<Postings>[] => {
      if (!unit.isCjk) {
        return [store.getWord(splitWord(unit.text).joined)];
      }
      return [...unit.text].length === 1
        ? [store.getHan(unit.text)]
        : splitBigrams(unit.text).map((bigram) => store.getHan(bigram));
    }),
  );
  const scores = maps.take();
  const counts = maps.take();
  for (const list of lists) {
    for (let i = 0; i < list.length; i += 2) {
      scores.add(list[i]!, list[i + 1]!);
      counts.add(list[i]!, 1);
    }
  }
  // As many terms as a name has, it counts no more than a run of the same length that was typed.
  const scale = Math.min(1, RUN_WEIGHT / lists.length);
  const found = maps.take();
  for (const record of scores.records) {
    if (counts.get(record) === lists.length) {
      found.set(record, scores.get(record) * scale);
    }
  }
  return found;
}

/** Adds up what records got from features. */
function tallyUp(maps: RecordMaps, features: readonly Feature[]): Tally {
  const tally = {score: maps.take(), covered: maps.take()};
  for (const {weight, evidence} of features) {
    for (const record of evidence.records) {
      tally.score.add(record, evidence.get(record) * weight);
      tally.covered.add(record, weight);
    }
  }
  return tally;
}

/** Adds up what all features give; inside a name from the glossary, a record gets what its best name gives. */
async function tallyAll(
  store: IndexStore,
  maps: RecordMaps,
  features: readonly Feature[],
  spans: readonly Span[],
  marks: Set<string>,
): Promise<Tally> {
  const isInside = (feature: Feature, span: Span): boolean =>
    feature.start >= span.start && feature.end <= span.end;
  const total = tallyUp(
    maps,
    features.filter((feature) => !spans.some((span) => isInside(feature, span))),
  );
  for (const span of spans) {
    const inside = features.filter((feature) => isInside(feature, span));
    const weight = sumWeights(inside);
    const best = tallyUp(maps, inside);
    const found = await Promise.all(span.others.map((name) => findName(store, maps, name)));
    found.forEach((evidence, i) => {
      if (evidence.records.length > 0) {
        marks.add(span.others[i]!);
      }
      for (const record of evidence.records) {
        best.score.raise(record, evidence.get(record) * SYNONYM);
        best.covered.raise(record, weight * SYNONYM);
      }
    });
    for (const record of best.score.records) {
      total.score.add(record, best.score.get(record));
      total.covered.add(record, best.covered.get(record));
    }
  }
  return total;
}

const sumWeights = (features: readonly Feature[]): number =>
  features.reduce((sum, {weight}) => sum + weight, 0);

/** Text without case and white space, to look for the whole query in. */
const squeeze = (text: string): string => normalize(text).toLowerCase().replace(/\s+/g, '');

type SqueezedRecord = {readonly own: string; readonly page: string; readonly content: string};
const squeezedRecords = new WeakMap<StoredRecord, SqueezedRecord>();

/** The texts of a record, squeezed; while a reader types, mostly the same records are asked for. */
function squeezeRecord(record: StoredRecord): SqueezedRecord {
  const known = squeezedRecords.get(record);
  if (known) {
    return known;
  }
  const [, , titles, content] = record;
  const squeezed = {
    own: squeeze(titles.at(-1) ?? ''),
    page: squeeze(titles[1] ?? ''),
    content: squeeze(content),
  };
  squeezedRecords.set(record, squeezed);
  return squeezed;
}

/** By how much a record is better because the query stands in it as a whole. */
function weighPhrase(record: StoredRecord, phrase: string): number {
  const {own, page, content} = squeezeRecord(record);
  let factor = 1;
  if (own.includes(phrase)) {
    factor += IN_TITLE + (FILLS_TITLE * phrase.length) / own.length;
  } else if (page.includes(phrase)) {
    factor += IN_PAGE_TITLE;
  }
  return content.includes(phrase) ? factor + IN_TEXT : factor;
}

/** Replaces traditional characters that no page has by the simplified ones that stand for them. */
async function simplify(store: IndexStore, query: string): Promise<string> {
  const characters = splitUnits(query)
    .filter(({isCjk}) => isCjk)
    .flatMap(({text}) => [...text]);
  const isKnown = await Promise.all(characters.map((character) => store.hasHan(character)));
  if (isKnown.every(Boolean)) {
    return query;
  }
  const variants = await store.getVariants();
  return Array.from(query, (character) => variants.get(character) ?? character).join('');
}

/** A record that answers, and how well. */
type Ranked = {readonly record: number; readonly score: number};
/** The best records that answer, in their order, and how many there are in all. */
type Ranking = {readonly leaders: readonly Ranked[]; readonly total: number};
/** How many answers are put in order; a reader who wants more asks better. */
const MAX_RANKED = 500;

/** The index of one edition, opened. */
export class SearchIndex {
  readonly #store: IndexStore;
  /** Number of the page of each record, and its kind. */
  readonly #pages: Int32Array;
  readonly #kinds: Uint8Array;
  /** Maps that no search uses now. */
  readonly #freeMaps: RecordMap[] = [];
  /** Number of the record of each page. */
  readonly #firstRecords: number[] = [];

  constructor(store: IndexStore) {
    this.#store = store;
    const shapes = store.manifest.pages;
    const count = shapes.reduce((sum, shape) => sum + shape[0] + shape[1] + shape[2], 0);
    this.#pages = new Int32Array(count);
    this.#kinds = new Uint8Array(count);
    let record = 0;
    shapes.forEach((shape, page) => {
      this.#firstRecords.push(record);
      shape.forEach((size, kind) => {
        this.#pages.fill(page, record, record + size);
        this.#kinds.fill(kind, record, record + size);
        record += size;
      });
    });
  }

  /**
   * Finds the records that answer a query, best first.
   * @param query what the reader typed, as it is; only its first 200 units count
   * @throws whatever loading a file of the index throws
   */
  async search(
    query: string,
    {limit = 20, kind, maxPerPage = Infinity}: SearchOptions = {},
  ): Promise<SearchResult> {
    const typed = normalize(query.slice(0, MAX_QUERY)).replace(/\s+/g, ' ');
    const text = await simplify(this.#store, typed);
    const marks = new Set<string>();
    const {leaders: ranked, total} = await this.#findRanked(text, marks, kind);
    const leaders = this.#limitPages(ranked, maxPerPage).slice(0, limit);
    const phrase = squeeze(text);
    const hits = await Promise.all(
      leaders.map(async ({record, score}): Promise<Hit> => {
        const stored = await this.#store.getRecord(record);
        const [path, anchor, titles, content] = stored;
        return {
          record,
          kind: HIT_KINDS[this.#kinds[record]!]!,
          path,
          anchor,
          titles,
          content,
          score: score * weighPhrase(stored, phrase),
        };
      }),
    );
    return {
      hits: hits.sort((a, b) => b.score - a.score),
      total,
      marks: [...marks].map((mark) => mark.toLowerCase()).sort((a, b) => b.length - a.length),
    };
  }

  /** The records that answer a query, best first. */
  async #findRanked(text: string, marks: Set<string>, kind: HitKind | undefined): Promise<Ranking> {
    const maps = new RecordMaps(this.#kinds.length, this.#freeMaps);
    try {
      const features = await findFeatures(this.#store, maps, text, marks);
      const spans = findSpans(text, this.#store.manifest.glossary);
      const tally = await tallyAll(this.#store, maps, features, spans, marks);
      return this.#rank(tally, sumWeights(features), kind);
    } finally {
      maps.release();
    }
  }

  /**
   * Records of the wanted kind that cover enough of the query: how many there are, and the best ones in their order. Tens of
   * thousands may be looked at for every letter that is typed, hence plain loops over typed arrays.
   */
  #rank({score, covered}: Tally, weight: number, kind: HitKind | undefined): Ranking {
    const wanted = kind === undefined ? -1 : HIT_KINDS.indexOf(kind);
    const getScore = (record: number): number => {
      const part = covered.get(record) / weight;
      return score.get(record) * (UNCOVERED + (1 - UNCOVERED) * part * part);
    };
    const scores = new Float32Array(score.records.length);
    let bestScore = 0;
    let bestRecord = 0;
    for (let i = 0; i < scores.length; i++) {
      const record = score.records[i]!;
      if (wanted >= 0 && this.#kinds[record] !== wanted) {
        continue; // its score stays 0
      }
      const page = this.#firstRecords[this.#pages[record]!]!;
      const value = getScore(record) + (page === record ? 0 : PAGE_SHARE * getScore(page));
      scores[i] = value;
      if (value > bestScore) {
        bestScore = value;
        bestRecord = record;
      }
    }
    const minScore = bestScore * MIN_SCORE;
    const minCovered =
      Math.min(MIN_COVERAGE * weight, covered.get(bestRecord) * NEAR_BEST) - ROUNDING;
    let total = 0;
    for (let i = 0; i < scores.length; i++) {
      if (scores[i]! >= minScore && covered.get(score.records[i]!) >= minCovered) {
        total += scores[i]! > 0 ? 1 : 0;
      } else {
        scores[i] = 0;
      }
    }
    // Numbers are sorted much faster than records.
    const lowest = total > MAX_RANKED ? scores.slice().sort()[scores.length - MAX_RANKED]! : 0;
    const leaders: Ranked[] = [];
    for (let i = 0; i < scores.length; i++) {
      if (scores[i]! > 0 && scores[i]! >= lowest) {
        leaders.push({record: score.records[i]!, score: scores[i]!});
      }
    }
    leaders.sort((a, b) => b.score - a.score || a.record - b.record);
    return {leaders, total};
  }

  #limitPages(ranked: readonly Ranked[], max: number): Ranked[] {
    const counts = new Map<number, number>();
    return ranked.filter(({record}) => {
      const page = this.#pages[record]!;
      counts.set(page, (counts.get(page) ?? 0) + 1);
      return counts.get(page)! <= max;
    });
  }
}
