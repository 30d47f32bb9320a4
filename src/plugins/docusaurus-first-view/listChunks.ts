import {PAGE_PREFIX} from '../docusaurus-light-bundle/pageNames.mjs';
import type {Route} from '../docusaurus-light-bundle/routes.mjs';

/** `routesChunkNames.json` of Docusaurus: what each route needs, by the key of the route. */
export type ChunkNames = Readonly<Record<string, unknown>>;

/** Part of `client-manifest.json` of Docusaurus. */
export type Manifest = {
  /** Ids of the chunks of a module, or of an entry, by its name. */
  readonly origins: Readonly<Record<string, readonly string[]>>;
  /** Files of a chunk, by its id. */
  readonly assets: Readonly<Record<string, {readonly js?: readonly {readonly file: string}[]}>>;
};

/** The names at the leaves of a tree. */
function flatten(tree: unknown): string[] {
  if (typeof tree === 'string') {
    return [tree];
  }
  return tree && typeof tree === 'object' ? Object.values(tree).flatMap(flatten) : [];
}

/** The route of each page, with those around it, the outermost first, by the address of the page. */
export type RoutesByPage = ReadonlyMap<string, readonly Route[]>;

/**
 * Finds the routes of all pages. Where two have the same address, the router takes the first one.
 * @param routes all routes of the site
 */
export function indexRoutes(routes: readonly Route[]): RoutesByPage {
  const byPage = new Map<string, readonly Route[]>();
  const add = (siblings: readonly Route[], around: readonly Route[]): void => {
    for (const route of siblings) {
      const path = [...around, route];
      if (route.routes) {
        add(route.routes, path);
      } else if (!byPage.has(route.path)) {
        byPage.set(route.path, path);
      }
    }
  };
  add(routes, []);
  return byPage;
}

/**
 * Lists the files that the app asks for when it starts at a page: they can be fetched while the app itself is on its way.
 * @param pathname of the page, without a slash at the end
 * @param isEntry whether a file is one that the page loads anyway
 * @returns names of files, without repetition; none for a page that is no route, such as 404
 * @throws {Error} if a route has no chunks, or the bundler does not know the one that is only of the page
 */
export function listChunks(
  pathname: string,
  routes: RoutesByPage,
  names: ChunkNames,
  manifest: Manifest,
  isEntry: (file: string) => boolean,
): string[] {
  const found = (routes.get(pathname) ?? []).flatMap(({component}) => {
    if (!(component in names)) {
      throw new Error(
        `docusaurus-first-view: the route ${component} is not in routesChunkNames.json. Look at how Docusaurus names its routes now.`,
      );
    }
    return flatten(names[component]);
  });
  const files = found
    .flatMap((name) => {
      const ids = manifest.origins[name] ?? [];
      // Others may have gone into chunks that the page has anyway.
      if (ids.length === 0 && name.startsWith(PAGE_PREFIX)) {
        throw new Error(
          `docusaurus-first-view: the chunk ${name} is not in client-manifest.json. Look at how chunks are named now.`,
        );
      }
      return ids;
    })
    .flatMap((id) => manifest.assets[id]?.js ?? [])
    .map(({file}) => file);
  return [...new Set(files)].filter((file) => !isEntry(file));
}
