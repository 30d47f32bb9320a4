import {listPages} from './pages.mjs';

/**
 * A loader for `routesChunkNames.json`, the chunks that each page needs, which every page loads: leaves out the pages that
 * `client/pages.ts` adds.
 * @this {import('@rspack/core').LoaderContext<{baseUrl: string}>}
 * @param {string} source
 * @returns {string}
 */
export default function dropChunkNames(source) {
  const chunkNames = JSON.parse(source);
  const pages = listPages(chunkNames, this.getOptions().baseUrl);
  const dropped = new Set(pages.map(({path, hash}) => `${path}-${hash}`));
  const kept = Object.entries(chunkNames).filter(([key]) => !dropped.has(key));
  return JSON.stringify(Object.fromEntries(kept));
}
