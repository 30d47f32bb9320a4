import {buildIndex, type IndexFile} from './buildIndex.ts';
import {SearchIndex} from './engine/index.ts';
import type {Manifest} from './engine/format.ts';
import {IndexStore, type LoadFile} from './engine/store.ts';
import type {RecordSet, SearchRecord} from './records.ts';

/** Test helper: a record of which only what matters has to be said. */
export function createRecord(parts: Partial<SearchRecord> = {}): SearchRecord {
  return {
    kind: 'page',
    path: '/docs/a',
    anchor: '',
    titles: ['章', '页'],
    content: '',
    keywords: [],
    questions: [],
    ...parts,
  };
}

/** Test helper: an edition with the given records. */
export function createRecordSet(records: readonly SearchRecord[]): RecordSet {
  return {tag: 'docs-default-current', version: 'current', language: 'zh-Hans', records};
}

/** Test helper: the manifest among the files of an index. */
export function readManifest(files: readonly IndexFile[]): Manifest {
  return JSON.parse(files[0]!.content) as Manifest;
}

/** Test helper: loads from the files of an index what a web server would send, in UTF-8. */
export function createLoader(files: readonly IndexFile[]): LoadFile {
  const {folder} = readManifest(files);
  const contents = new Map(files.map(({name, content}) => [name, content]));
  return async (name) => {
    const content = contents.get(`${folder}/${name}`);
    if (content === undefined) {
      throw new Error(`There is no file "${name}".`);
    }
    return Buffer.from(content).toString();
  };
}

/** Test helper: builds the index of some records and opens it as a browser does. */
export function openIndex(
  records: readonly SearchRecord[],
  glossary: readonly (readonly string[])[] = [],
): SearchIndex {
  const files = buildIndex(createRecordSet(records), glossary);
  return new SearchIndex(new IndexStore(readManifest(files), createLoader(files)));
}

/** Test helper: random whole numbers below a limit, the same at every run (mulberry32). */
export function createRandom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % limit;
  };
}

/** Test helper: makes words of the given letters, of up to so many of them. */
export function createWords(
  random: (limit: number) => number,
  count: number,
  letters: string,
  max: number,
): string[] {
  const alphabet = [...letters];
  return Array.from({length: count}, () =>
    Array.from({length: 1 + random(max)}, () => alphabet[random(alphabet.length)]!).join(''),
  );
}
