import ComponentCreator from '@docusaurus/ComponentCreator';
import registry from '@generated/registry';
import routesChunkNames from '@generated/routesChunkNames';
import type {RouteChunkNames} from '@docusaurus/types';
import type {RouteConfig} from 'react-router-config';
import {fillShape, TABLE_PLACEHOLDER} from '../pageNames.mjs';
import {readTable} from '../pageTable.ts';

declare const __webpack_require__: {
  (module: number): object;
  /** Loads a chunk. */
  readonly e: (chunk: string) => Promise<unknown>;
  /** Where files are published. */
  readonly p: string;
  /** File of a chunk. */
  readonly u: (chunk: string) => string;
  /** Address of the file of a chunk: Docusaurus asks for it by this name. */
  gca: (chunk: string) => string;
};

__webpack_require__.gca = (chunk) => __webpack_require__.p + __webpack_require__.u(chunk);

/** What is behind an address in the name of a route; a path may end in anything else. */
const HASH = '0';

/** Names of the pages' chunks. */
const names: string[] = [];

/** Loads what only one page has, as `import()` does. */
async function loadPage(name: string): Promise<object> {
  const {module, chunks} = readTable(TABLE_PLACEHOLDER, names).get(name)!;
  await Promise.all([name, ...chunks].map((chunk) => __webpack_require__.e(chunk)));
  const loaded = __webpack_require__(module);
  return 'default' in loaded ? loaded : {default: loaded};
}

/**
 * Makes the routes of pages of one kind, and tells Docusaurus what they load.
 * @param shape the chunks that a page of the kind needs, as JSON, with `PAGE_CHUNK` for its own
 * @param folder address of the folder in which all lie, with slashes around it
 * @param prefix how the names of their own chunks begin
 * @param list their addresses below the folder, with spaces between
 * @param sidebar which sidebar they have, if they do
 */
export function addPages(
  shape: string,
  folder: string,
  prefix: string,
  list: string,
  sidebar?: string,
): RouteConfig[] {
  return list.split(' ').map((address) => {
    const name = prefix + address.replaceAll('/', '_');
    const path = folder + address;
    names.push(name);
    // What else Docusaurus has in an entry is asked for by the server alone.
    (registry as Record<string, unknown>)[name] = [() => loadPage(name)];
    (routesChunkNames as RouteChunkNames)[`${path}-${HASH}`] = fillShape(
      shape,
      name,
    ) as RouteChunkNames[string];
    return {path, component: ComponentCreator(path, HASH), exact: true, ...(sidebar && {sidebar})};
  });
}
