import {createHash} from 'node:crypto';
import {
  encodePostings,
  frontCode,
  getHanFile,
  PINYIN_PREFIX,
  RECORDS_PER_FILE,
  VARIANTS_FILE,
  VOCABULARY_FILE,
  type FragmentFile,
  type HanFile,
  type Manifest,
  type PageShape,
  type WordFile,
} from './engine/format.ts';
import {mergePostings} from './engine/store.ts';
import {forEachTerm, isWordTerm} from './engine/tokenize.ts';
import {listVariants} from './listVariants.ts';
import {RECORD_KINDS, type RecordSet, type SearchRecord} from './records.ts';
import {forEachPinyin} from './pinyin.ts';

/**
 * Weights of the places where a term stands, in occurrences in the text. `title` is the record's own title on a page,
 * `heading` that of a part, row or step.
 */
const WEIGHTS = {
  title: 8,
  keyword: 3.5,
  question: 3,
  heading: 2.5,
  pageTitle: 1.5,
  parent: 1,
  sidebarSection: 0.4,
  content: 1,
  /** Titles of sources: found, but not before what the page itself says. */
  sources: 0.3,
  /** An index of a section repeats the titles of its pages. */
  indexTitle: 1.5,
} as const;

/** BM25's saturation of repeated terms and its correction for length (Robertson & Zaragoza 2009). */
const K1 = 2;
const B = 0.4;
/** Impacts are whole numbers; ten steps for one unit of inverse document frequency. */
const IMPACT_SCALE = 10;

/** How long the lists of a term may be for each kind of record; the best are kept. */
const MAX_POSTINGS = 150;
/**
 * Sizes to which files are filled, in characters of JSON. A query needs a file for each of its first characters, one or two for each
 * word and one for each hit: small files mean fewer bytes, at the price of more requests as the site grows.
 */
const HAN_FILE_SIZE = 4_500;
const WORD_FILE_SIZE = 8_000;

/** Anchor of the list of sources on every page. */
const SOURCES_ANCHOR = 'sources';

type Term = string;
type Posting = [record: number, frequency: number];

/** How often each term stands in a record, weighted by the place. */
function countTerms(record: SearchRecord): {frequencies: Map<Term, number>; length: number} {
  const {kind, titles, content, keywords, questions, anchor} = record;
  const frequencies = new Map<Term, number>();
  let length = 0;
  const add = (text: string | undefined, weight: number): void =>
    forEachTerm(text ?? '', (term) => {
      frequencies.set(term, (frequencies.get(term) ?? 0) + weight);
    });
  const [sidebarSection, pageTitle] = titles;
  const own = titles.at(-1)!;
  add(sidebarSection, WEIGHTS.sidebarSection);
  if (kind === 'page') {
    add(pageTitle, sidebarSection === pageTitle ? WEIGHTS.indexTitle : WEIGHTS.title);
    keywords.forEach((keyword) => add(keyword, WEIGHTS.keyword));
    questions.forEach((question) => add(question, WEIGHTS.question));
  } else {
    add(own, WEIGHTS.heading);
    add(pageTitle, WEIGHTS.pageTitle);
    titles.slice(2, -1).forEach((parent) => add(parent, WEIGHTS.parent));
  }
  add(content, anchor === SOURCES_ANCHOR ? WEIGHTS.sources : WEIGHTS.content);
  forEachTerm(content, () => length++);
  // Names of rows and steps are sentences and identifiers, which nobody spells out.
  if (kind === 'page' || kind === 'section') {
    const weight = kind === 'page' ? WEIGHTS.title : WEIGHTS.heading;
    forEachPinyin(own, (term) => frequencies.set(PINYIN_PREFIX + term, weight));
  }
  return {frequencies, length};
}

/** Postings of every term, with the impact of the term in each record (inverse document frequency times saturated frequency). */
function createPostings(records: readonly SearchRecord[]): Map<Term, number[]> {
  const counted = records.map(countTerms);
  const averageLength = counted.reduce((sum, {length}) => sum + length, 0) / records.length || 1;
  const byTerm = new Map<Term, Posting[]>();
  counted.forEach(({frequencies, length}, record) => {
    const norm = K1 * (1 - B + (B * length) / averageLength);
    for (const [term, frequency] of frequencies) {
      const list = byTerm.get(term) ?? [];
      list.push([record, frequency / (frequency + norm)]);
      byTerm.set(term, list);
    }
  });
  const postings = new Map<Term, number[]>();
  for (const [term, list] of byTerm) {
    const idf = Math.log(1 + (records.length - list.length + 0.5) / (list.length + 0.5));
    const impacts = list.map(([record, frequency]): Posting => [
      record,
      Math.max(1, Math.round(IMPACT_SCALE * idf * frequency)),
    ]);
    postings.set(term, keepBest(impacts, records).flat());
  }
  return postings;
}

/** The best of each kind, so that a filter for a kind finds something, too. */
function keepBest(list: readonly Posting[], records: readonly SearchRecord[]): readonly Posting[] {
  if (list.length <= MAX_POSTINGS) {
    return list;
  }
  return RECORD_KINDS.flatMap((kind) =>
    list
      .filter(([record]) => records[record]!.kind === kind)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MAX_POSTINGS),
  ).sort((a, b) => a[0] - b[0]);
}

/** Puts items into files up to a size. The size of an item is that of its JSON, and may be over the limit. */
function fillFiles<Item>(items: readonly Item[], limit: number): Item[][] {
  const files: Item[][] = [];
  let size = Infinity;
  for (const item of items) {
    if (size > limit) {
      files.push([]);
      size = 0;
    }
    files.at(-1)!.push(item);
    size += JSON.stringify(item).length;
  }
  return files;
}

/** Bigrams by their first character, then by the second. */
function groupBigrams(postings: ReadonlyMap<Term, number[]>): Map<string, Map<string, number[]>> {
  const byCharacter = new Map<string, Map<string, number[]>>();
  for (const [term, list] of postings) {
    if (!isWordTerm(term)) {
      const [first, second = ''] = term;
      const entries = byCharacter.get(first!) ?? new Map<string, number[]>();
      byCharacter.set(first!, entries.set(second, list));
    }
  }
  return byCharacter;
}

/** The best postings of all bigrams that a character begins. */
function joinEntries(
  entries: ReadonlyMap<string, number[]>,
  records: readonly SearchRecord[],
): number[] {
  const joined = mergePostings([...entries.values()]);
  const list = Array.from({length: joined.length / 2}, (_, i): Posting => [
    joined[2 * i]!,
    joined[2 * i + 1]!,
  ]);
  return keepBest(
    list.sort((a, b) => a[0] - b[0]),
    records,
  ).flat();
}

/**
 * The files of bigrams, and the characters whose bigrams fill a file each: these are spread over the files, so that a query loads
 * little beside the bigrams that it asks for.
 */
function createHanFiles(
  postings: ReadonlyMap<Term, number[]>,
  records: readonly SearchRecord[],
): {files: HanFile[]; splitHan: string} {
  const groups = groupBigrams(postings);
  const getSize = (list: number[]): number => JSON.stringify(encodePostings(list)).length + 8;
  const sizes = new Map(
    Array.from(groups, ([character, entries]) => [
      character,
      [...entries.values()].reduce((sum, list) => sum + getSize(list), 0),
    ]),
  );
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const count = Math.max(1, Math.ceil(total / HAN_FILE_SIZE));
  const files = Array.from({length: count}, (): Record<string, Record<string, number[]>> => ({}));
  const add = (key: string, first: string, second: string, list: number[]): void => {
    const file = files[getHanFile(key, count)]!;
    (file[first] ??= {})[second] = encodePostings(list);
  };
  let splitHan = '';
  for (const [first, entries] of groups) {
    const isSplit = sizes.get(first)! > HAN_FILE_SIZE;
    if (isSplit) {
      splitHan += first;
      add(first, first, '', joinEntries(entries, records));
    }
    for (const [second, list] of entries) {
      // The end of a run is part of what is joined; nothing else asks for it.
      if (!isSplit || second !== '') {
        add(isSplit ? first + second : first, first, second, list);
      }
    }
  }
  return {files, splitHan};
}

/** Compares by UTF-16 units, as `<` in the engine does. */
const compareTerms = (a: Term, b: Term): number => (a < b ? -1 : Number(a > b));

/** The shape of every page, and the records in the order in which they are numbered. */
function orderRecords(records: readonly SearchRecord[]): {
  ordered: SearchRecord[];
  pages: PageShape[];
} {
  const byPath = new Map<string, SearchRecord[]>();
  for (const record of records) {
    const onPage = byPath.get(record.path) ?? [];
    onPage.push(record);
    byPath.set(record.path, onPage);
  }
  const ordered: SearchRecord[] = [];
  const pages: PageShape[] = [];
  for (const onPage of byPath.values()) {
    const sections = onPage.filter(({kind}) => kind === 'page' || kind === 'section');
    const rows = onPage.filter(({kind}) => kind === 'row');
    const steps = onPage.filter(({kind}) => kind === 'step');
    ordered.push(...sections, ...rows, ...steps);
    pages.push([sections.length, rows.length, steps.length]);
  }
  return {ordered, pages};
}

/** The Han characters that a query can find: those of the pages and of the names in the glossary. */
function listHan(files: readonly HanFile[], glossary: readonly (readonly string[])[]): string[] {
  const ofNames = [...glossary.flat().join('')].filter((character) => !isWordTerm(character));
  return [...new Set([...files.flatMap((file) => Object.keys(file)), ...ofNames])];
}

/** A file of the index: its name, with the folder, and what it holds. */
export type IndexFile = {readonly name: string; readonly content: string};

/**
 * Makes the static index of an edition: a manifest `<tag>.json` and a folder of files that a search loads as it needs them.
 * Terms are words, parts of identifiers, Han bigrams, and the pinyin of titles; their postings carry whole-number impacts
 * (BM25F), so that the browser only adds up.
 * @param glossary groups of names for the same thing
 */
export function buildIndex(
  {tag, language, records}: RecordSet,
  glossary: readonly (readonly string[])[],
): IndexFile[] {
  const {ordered, pages} = orderRecords(records);
  const postings = createPostings(ordered);
  const words = [...postings.keys()].filter(isWordTerm).sort(compareTerms);
  const wordFiles = fillFiles(
    words.map((word) => [word, encodePostings(postings.get(word)!)] as const),
    WORD_FILE_SIZE,
  );
  const fragments = Array.from(
    {length: Math.ceil(ordered.length / RECORDS_PER_FILE)},
    (_, i): FragmentFile =>
      ordered
        .slice(i * RECORDS_PER_FILE, (i + 1) * RECORDS_PER_FILE)
        .map(({path, anchor, titles, content}) => [path, anchor, titles, content]),
  );
  const {files: hanFiles, splitHan} = createHanFiles(postings, ordered);
  const files: IndexFile[] = [
    ...hanFiles.map((file, i) => ({name: `c${i}.json`, content: JSON.stringify(file)})),
    ...wordFiles.map((file, i) => ({
      name: `w${i}.json`,
      content: JSON.stringify([
        frontCode(file.map(([word]) => word)),
        file.map(([, list]) => list),
      ] satisfies WordFile),
    })),
    ...fragments.map((file, i) => ({
      name: `f${i}.json`,
      content: JSON.stringify(file),
    })),
    {
      name: VOCABULARY_FILE,
      content: frontCode(words.filter((word) => !word.startsWith(PINYIN_PREFIX))),
    },
    {
      name: VARIANTS_FILE,
      content: listVariants(listHan(hanFiles, glossary)).join(' '),
    },
  ];
  const hash = createHash('sha256')
    .update(JSON.stringify(files.map(({name, content}) => [name, content])))
    .digest('hex')
    .slice(0, 10);
  const folder = `${tag}.${hash}`;
  const manifest: Manifest = {
    format: 2,
    folder,
    language,
    pages,
    hanFiles: hanFiles.length,
    splitHan,
    wordFiles: wordFiles.map((file) => file[0]![0]),
    glossary,
  };
  return [
    {name: `${tag}.json`, content: JSON.stringify(manifest)},
    ...files.map(({name, content}) => ({name: `${folder}/${name}`, content})),
  ];
}
