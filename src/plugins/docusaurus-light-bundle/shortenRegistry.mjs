import {readPages} from './pages.mjs';

/** What an entry of the registry has besides the function that loads the chunk: its file, and the number of its module. */
const FILE = /, ("(?:[^"\\\n]|\\.)*"), require\.resolveWeak\(\1\)\]/g;

/** An entry that is left, with the name of its chunk. */
const ENTRY =
  /\n *"([^"]+)": \[\(\) => (import\(\/\* webpackChunkName: "\1" \*\/ "(?:[^"\\\n]|\\.)*"\))\],?/g;

/** The query by which the registry has what only one page needs, instead of all else. */
export const PAGES_QUERY = '?pages';

/**
 * Splits the list of everything that a page may load. Each entry names the file that it comes from, some by their path on the machine
 * that built the site. Only the server's rendering asks for that, so that in the browser it only costs bytes, on every page, and tells
 * what is nobody's business. What only one page of many needs is left out, too: it is found by its address, see `client/pages.ts`.
 * @param {string} source `registry.js`
 * @param {readonly import('./pages.mjs').Page[]} pages
 * @returns {{shared: string, own: string}} modules: the list without the pages, and one that only makes the bundler have them
 * @throws {Error} if an entry does not look as expected, or a page has none
 */
export function splitRegistry(source, pages) {
  const short = source.replace(FILE, ']');
  const rest = /^.*require\.resolveWeak.*$/m.exec(short);
  if (rest) {
    throw new Error(
      `docusaurus-light-bundle: this entry of registry.js is not understood: ${rest[0]}. Look at what Docusaurus writes now.`,
    );
  }
  const names = new Map(pages.map(({chunk, name}) => [chunk, name]));
  /** @type {string[]} */
  const own = [];
  const shared = short.replace(ENTRY, (entry, chunk, load) => {
    const name = names.get(chunk);
    if (!name) {
      return entry;
    }
    names.delete(chunk);
    own.push(load.replace(`"${chunk}"`, `"${name}"`));
    return '';
  });
  if (names.size > 0) {
    throw new Error(
      `docusaurus-light-bundle: registry.js has no entry for ${[...names.keys()].join(', ')}. Look at what Docusaurus writes now.`,
    );
  }
  return {shared, own: `export default () => [\n${own.map((load) => `  ${load},\n`).join('')}];\n`};
}

/**
 * A loader for `registry.js`.
 * @this {import('@rspack/core').LoaderContext<{generatedFilesDir: string, baseUrl: string}>}
 * @param {string} source
 * @returns {string}
 */
export default function shortenRegistry(source) {
  const {generatedFilesDir, baseUrl} = this.getOptions();
  const {shared, own} = splitRegistry(source, readPages(generatedFilesDir, baseUrl));
  return this.resourceQuery === PAGES_QUERY
    ? own
    : shared.replace(
        'export default {',
        `$&\n  "pages": [() => import(/* webpackChunkName: "pages" */ "./registry.js${PAGES_QUERY}")],`,
      );
}
