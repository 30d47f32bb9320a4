import fs from 'node:fs';
import path from 'node:path';
import {fillShape, PAGE_CHUNK, PAGE_PREFIX} from './pageNames.mjs';

/**
 * A page that differs from others of its kind in nothing but its address and one chunk.
 *
 * @typedef {object} Page
 * @property {string} path address, with the base
 * @property {string} hash what Docusaurus puts behind the address to name the route
 * @property {string} chunk the chunk that only this page has, as Docusaurus names it
 * @property {string} name how it is named instead: by the address, so that no list has to say it
 * @property {string} shape the chunks that the page needs, as JSON, with `PAGE_CHUNK` for its own: the same for all of a kind
 */

/** Kinds with fewer pages are left as they are. */
const MIN_PAGES = 3;

/** Addresses that a file can have for its name: `_` stands for the slash. */
const PLAIN = /^[a-z\d-]+(?:\/[a-z\d-]+)*$/i;

/**
 * Lists the pages that are some of many of their kind.
 * @param {Readonly<Record<string, unknown>>} chunkNames what Docusaurus writes into `routesChunkNames.json`
 * @param {string} baseUrl with slashes around it
 * @returns {Page[]}
 */
export function listPages(chunkNames, baseUrl) {
  /** @type {Map<unknown, number>} */
  const uses = new Map();
  JSON.stringify(chunkNames, (_, value) => {
    uses.set(value, (uses.get(value) ?? 0) + 1);
    return value;
  });
  /** @type {Map<string, Page[]>} */
  const kinds = new Map();
  for (const [key, names] of Object.entries(chunkNames)) {
    const chunks = /** @type {Record<string, unknown>} */ (names);
    const [, address = '', hash = ''] = /^(.*)-(.*?)$/s.exec(key) ?? [];
    const [prop = '', ...others] = Object.keys(chunks).filter(
      (name) => typeof chunks[name] === 'string' && uses.get(chunks[name]) === 1,
    );
    const below = address.startsWith(baseUrl) ? address.slice(baseUrl.length) : '';
    if (prop && others.length === 0 && PLAIN.test(below)) {
      const shape = JSON.stringify({...chunks, [prop]: PAGE_CHUNK});
      const chunk = String(chunks[prop]);
      const name = PAGE_PREFIX + below.replaceAll('/', '_');
      const kind = kinds.get(shape) ?? [];
      kind.push({path: address, hash, chunk, name, shape});
      kinds.set(shape, kind);
    }
  }
  return [...kinds.values()].filter(({length}) => length >= MIN_PAGES).flat();
}

/**
 * The chunks of every route under the names that they have in the bundle.
 * @param {Readonly<Record<string, unknown>>} chunkNames what Docusaurus writes into `routesChunkNames.json`
 * @param {string} baseUrl with slashes around it
 * @returns {Record<string, unknown>}
 */
export function nameChunks(chunkNames, baseUrl) {
  const named = {...chunkNames};
  for (const {path: address, hash, name, shape} of listPages(chunkNames, baseUrl)) {
    named[`${address}-${hash}`] = fillShape(shape, name);
  }
  return named;
}

/**
 * Lists the pages of the site that is being built, see `listPages`.
 * @param {string} generatedFilesDir where Docusaurus writes what it generates
 * @param {string} baseUrl
 */
export function readPages(generatedFilesDir, baseUrl) {
  const file = path.join(generatedFilesDir, 'routesChunkNames.json');
  return listPages(JSON.parse(fs.readFileSync(file, 'utf8')), baseUrl);
}
