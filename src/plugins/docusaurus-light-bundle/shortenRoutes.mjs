import path from 'node:path';
import {PAGE_PREFIX} from './pageNames.mjs';
import {readPages} from './pages.mjs';
import {readRoutes} from './routes.mjs';

const CLIENT = path.join(import.meta.dirname, 'client', 'pages.ts');

/**
 * The folder in which addresses lie.
 * @param {readonly string[]} addresses
 * @returns {string} with the slash behind it
 */
function getFolder(addresses) {
  const [first = '', ...others] = addresses;
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  while (!others.every((address) => address.startsWith(folder))) {
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  }
  return folder;
}

/**
 * Writes the routes of the site, in which the pages of a kind are a list of their addresses. No two have the same address, and none
 * has routes below it, so that their order means nothing.
 * @param {readonly import('./routes.mjs').Route[]} routes
 * @param {readonly import('./pages.mjs').Page[]} pages
 * @param {string} baseUrl
 * @returns {string} a module
 * @throws {Error} if a page has no route, or one with more than its address and its sidebar
 */
export function writeRoutes(routes, pages, baseUrl) {
  const missing = new Map(pages.map((page) => [`${page.path}-${page.hash}`, page]));
  /** @param {readonly import('./routes.mjs').Route[]} siblings @returns {string} */
  const write = (siblings) => {
    /** @type {Map<string, {shape: string, sidebar: unknown, addresses: string[]}>} */
    const kinds = new Map();
    const written = siblings.flatMap((route) => {
      const {path: address, component, routes: inner, ...rest} = route;
      const page = missing.get(component);
      const {exact, sidebar, ...others} = /** @type {Record<string, unknown>} */ (rest);
      if (page && !inner && exact === true && Object.keys(others).length === 0) {
        missing.delete(component);
        const kind = JSON.stringify([page.shape, sidebar]);
        const same = kinds.get(kind) ?? {shape: page.shape, sidebar, addresses: []};
        same.addresses.push(address);
        kinds.set(kind, same);
        return [];
      }
      const hash = component.slice(address.length + 1);
      const properties = [
        ...Object.entries({path: address, ...rest}).map(
          ([key, value]) => `${key}: ${JSON.stringify(value)}`,
        ),
        `component: ComponentCreator(${JSON.stringify(address)}, ${JSON.stringify(hash)})`,
        ...(inner ? [`routes: ${write(inner)}`] : []),
      ];
      return [`{${properties.join(', ')}}`];
    });
    const calls = [...kinds.values()].map(({shape, sidebar, addresses}) => {
      const folder = getFolder(addresses);
      const prefix = PAGE_PREFIX + folder.slice(baseUrl.length).replaceAll('/', '_');
      const list = addresses.map((address) => address.slice(folder.length)).join(' ');
      const values = [shape, folder, prefix, list, ...(sidebar === undefined ? [] : [sidebar])];
      return `...addPages(${values.map((value) => JSON.stringify(value)).join(', ')})`;
    });
    // The route for everything, "*", is the last one.
    return `[\n${[...calls, ...written].join(',\n')}\n]`;
  };
  const list = write(routes);
  if (missing.size > 0) {
    throw new Error(
      `docusaurus-light-bundle: routes.js has no route as expected for ${[...missing.keys()].join(', ')}. Look at what Docusaurus writes now.`,
    );
  }
  return [
    "import ComponentCreator from '@docusaurus/ComponentCreator';",
    `import {addPages} from ${JSON.stringify(CLIENT)};`,
    `export default ${list};\n`,
  ].join('\n');
}

/**
 * A loader for `routes.js`, which every page loads.
 * @this {import('@rspack/core').LoaderContext<{generatedFilesDir: string, baseUrl: string}>}
 * @param {string} source
 * @returns {string}
 */
export default function shortenRoutes(source) {
  const {generatedFilesDir, baseUrl} = this.getOptions();
  return writeRoutes(readRoutes(source), readPages(generatedFilesDir, baseUrl), baseUrl);
}
