import {PAGE_PREFIX} from './pageNames.mjs';

/** What has to be loaded for a page: the module that only this page has, and the chunks without which it does not run. */
export type PageModule = {readonly module: number; readonly chunks: readonly string[]};

/** Most sets of chunks that a table can have: one digit says which. */
const MAX_SETS = 36;

/**
 * Writes down where the modules of pages are, in few bytes: the sets of chunks, a digit for the set of each page, and the number of
 * its module, in the order of the pages' names.
 * @throws {Error} if there are more than 36 sets, or a name cannot be written
 */
export function writeTable(pages: ReadonlyMap<string, PageModule>): string {
  const sorted = [...pages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, page]) => page);
  const toSet = ({chunks}: PageModule): string => [...chunks].sort().join(' ');
  const sets = [...new Set(sorted.map(toSet))];
  if (sets.length > MAX_SETS) {
    throw new Error(
      `docusaurus-light-bundle: pages need ${sets.length} different sets of chunks, at most ${MAX_SETS} can be told apart. Let more digits be written in pageTable.ts.`,
    );
  }
  const wrong = sets.find((set) => /[,|'"`\\]/.test(set));
  if (wrong !== undefined) {
    throw new Error(`docusaurus-light-bundle: no name of a chunk may have , | or quotes: ${wrong}`);
  }
  return [
    sets.join(','),
    sorted.map((page) => sets.indexOf(toSet(page)).toString(MAX_SETS)).join(''),
    sorted.map(({module}) => module).join(' '),
  ].join('|');
}

/**
 * Reads what `writeTable` wrote.
 * @param names of all pages, in any order
 */
export function readTable(table: string, names: readonly string[]): Map<string, PageModule> {
  const [sets = '', digits = '', modules = ''] = table.split('|');
  const chunks = sets.split(',').map((set) => set.split(' ').filter(Boolean));
  const numbers = modules.split(' ').map(Number);
  return new Map(
    [...names]
      .sort()
      .map((name, index) => [
        name,
        {module: numbers[index]!, chunks: chunks[parseInt(digits[index]!, MAX_SETS)]!},
      ]),
  );
}

/**
 * Leaves the hashes of pages out of what the bundler writes to make the name of a file from that of a chunk: an object of all hashes,
 * in which it looks up the chunk.
 * @param script the bundler's runtime, minified
 * @param names of the pages
 * @param hash of all their files
 * @returns nothing if there is no such object
 * @throws {Error} if it does not have each page once
 */
export function dropHashes(
  script: string,
  names: readonly string[],
  hash: string,
): string | undefined {
  const isOfPages = (list: string): boolean =>
    names.some((name) => list.includes(`${name}":"`) || list.includes(`${name}:"`));
  const [lookup, object = '', key] =
    Array.from(script.matchAll(/\((\{[^{}]*\})\)\[(\w+)\]/g)).find(([, list = '']) =>
      isOfPages(list),
    ) ?? [];
  if (lookup === undefined) {
    return undefined;
  }
  const wanted = new Set(names);
  const shorter = object
    .replace(/"?([\w-]+)"?:"[\da-f]+",?/g, (entry, name: string) =>
      wanted.delete(name) ? '' : entry,
    )
    .replace(/,\}$/, '}');
  if (wanted.size > 0) {
    throw new Error(
      `docusaurus-light-bundle: the list of hashes has none for ${[...wanted].join(', ')}. Look at what the bundler writes now.`,
    );
  }
  // A chunk that the bundler has merged into others has none: Docusaurus finds that by `undefined` in the name of its file.
  return script.replace(
    lookup,
    () => `(${shorter}[${key}]||(${key}.startsWith("${PAGE_PREFIX}")?"${hash}":void 0))`,
  );
}
