import {
  decodePostings,
  decodeWords,
  getHanFile,
  RECORDS_PER_FILE,
  VARIANTS_FILE,
  VOCABULARY_FILE,
  type EncodedPostings,
  type FragmentFile,
  type HanFile,
  type Manifest,
  type Postings,
  type StoredRecord,
  type WordFile,
} from './format.ts';
import {Vocabulary} from './Vocabulary.ts';

/** Loads a file of the index by its name. Rejects if it cannot be had. */
export type LoadFile = (name: string) => Promise<string>;

/** How many files of words are read for one prefix at most. */
const MAX_PREFIX_FILES = 3;

type Words = {readonly terms: readonly string[]; readonly postings: readonly EncodedPostings[]};

/** The last place in a sorted list whose value is not above the wanted one; 0 if all are. */
function findPlace<Value>(sorted: readonly Value[], wanted: Value): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= wanted) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

const decoded = new WeakMap<EncodedPostings, Postings>();

/** Postings, decoded once. */
function decode(encoded: EncodedPostings): Postings {
  const known = decoded.get(encoded);
  if (known) {
    return known;
  }
  const postings = decodePostings(encoded);
  decoded.set(encoded, postings);
  return postings;
}

/** Joins lists of postings; a record that is in several gets its highest impact. */
export function mergePostings(lists: readonly Postings[]): Postings {
  if (lists.length < 2) {
    return lists[0] ?? [];
  }
  const impacts = new Map<number, number>();
  for (const list of lists) {
    for (let i = 0; i < list.length; i += 2) {
      impacts.set(list[i]!, Math.max(impacts.get(list[i]!) ?? 0, list[i + 1]!));
    }
  }
  return [...impacts].flat();
}

type BigramEntries = HanFile[string];
const merged = new WeakMap<BigramEntries, Postings>();

/** Postings of all bigrams that a character begins, joined once. */
function mergeEntries(entries: BigramEntries): Postings {
  const known = merged.get(entries);
  if (known) {
    return known;
  }
  const postings = mergePostings(Object.values(entries).map(decode));
  merged.set(entries, postings);
  return postings;
}

/** The files of an edition's index, each loaded when it is first needed and kept. A file that could not be loaded is tried again. */
export class IndexStore {
  readonly manifest: Manifest;
  readonly #load: LoadFile;
  readonly #files = new Map<string, Promise<unknown>>();

  /** @param load gets names in the manifest's folder */
  constructor(manifest: Manifest, load: LoadFile) {
    this.manifest = manifest;
    this.#load = load;
  }

  #get<Content>(name: string, parse: (text: string) => Content): Promise<Content> {
    const known = this.#files.get(name) as Promise<Content> | undefined;
    if (known) {
      return known;
    }
    const file = this.#load(name).then(parse);
    file.catch(() => this.#files.delete(name));
    this.#files.set(name, file);
    return file;
  }

  #getWords(file: number): Promise<Words> {
    return this.#get(`w${file}.json`, (text) => {
      const [coded, postings] = JSON.parse(text) as WordFile;
      return {terms: decodeWords(coded), postings};
    });
  }

  #getHan(characters: string): Promise<HanFile> {
    const file = getHanFile(characters, this.manifest.hanFiles);
    return this.#get(`c${file}.json`, (text) => JSON.parse(text) as HanFile);
  }

  /** Postings of a word or part of an identifier; empty if no page has it. */
  async getWord(term: string): Promise<Postings> {
    if (this.manifest.wordFiles.length === 0) {
      return [];
    }
    const {terms, postings} = await this.#getWords(findPlace(this.manifest.wordFiles, term));
    const place = findPlace(terms, term);
    return terms[place] === term ? decode(postings[place]!) : [];
  }

  /** Words that begin with the given letters, in their order, so that the word itself is first. */
  async listWords(prefix: string, max: number): Promise<string[]> {
    const {wordFiles} = this.manifest;
    const found: string[] = [];
    const first = findPlace(wordFiles, prefix);
    for (
      let file = first;
      file < wordFiles.length && file < first + MAX_PREFIX_FILES && found.length < max;
      file++
    ) {
      if (file > first && !wordFiles[file]!.startsWith(prefix)) {
        break;
      }
      const {terms} = await this.#getWords(file);
      let place = findPlace(terms, prefix);
      place += Number(terms[place]! < prefix);
      while (terms[place]?.startsWith(prefix) && found.length < max) {
        found.push(terms[place++]!);
      }
    }
    return found;
  }

  /** Postings of two neighbouring Han characters, or of one. */
  async getHan(term: string): Promise<Postings> {
    const [first, second] = term;
    const isSplit = this.manifest.splitHan.includes(first!);
    const entries = (await this.#getHan(isSplit ? term : first!))[first!] ?? {};
    return second === undefined && !isSplit
      ? mergeEntries(entries)
      : decode(entries[second ?? ''] ?? []);
  }

  /** Whether any page has this Han character. */
  async hasHan(character: string): Promise<boolean> {
    if (this.manifest.splitHan.includes(character)) {
      return true;
    }
    return Object.hasOwn(await this.#getHan(character), character);
  }

  /** All words. */
  getVocabulary(): Promise<Vocabulary> {
    return this.#get(VOCABULARY_FILE, (text) => new Vocabulary(decodeWords(text)));
  }

  /** Simplified characters by their traditional forms. */
  getVariants(): Promise<ReadonlyMap<string, string>> {
    return this.#get(
      VARIANTS_FILE,
      (text) =>
        new Map(
          text.split(' ').flatMap((item) => {
            const [simplified, ...forms] = item;
            return forms.map((form) => [form, simplified!] as const);
          }),
        ),
    );
  }

  async getRecord(record: number): Promise<StoredRecord> {
    const file = Math.floor(record / RECORDS_PER_FILE);
    const records = await this.#get(`f${file}.json`, (text) => JSON.parse(text) as FragmentFile);
    return records[record % RECORDS_PER_FILE]!;
  }
}
