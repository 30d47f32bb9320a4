/** `routesChunkNames.json` of Docusaurus: what each route needs, by the key of the route. */
export type ChunkNames = Readonly<Record<string, unknown>>;

/** A route as Docusaurus gives it to the router. */
export type Route = {
  readonly path: string;
  /** Key of the route in `routesChunkNames.json`. */
  readonly component: string;
  readonly routes?: readonly Route[];
};

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

/**
 * Reads the module that Docusaurus generates for the router.
 * @param code `routes.js`: imports, and an array of calls of `ComponentCreator(path, hash)`
 * @throws {Error} if it is anything else
 */
export function readRoutes(code: string): Route[] {
  const [, array] = /^import [^]*?\nexport default (\[[^]*\]);?\s*$/.exec(code) ?? [];
  if (!array) {
    throw new Error(
      'docusaurus-first-view: routes.js does not look as expected. Look at what Docusaurus generates now.',
    );
  }
  const create = (path: string, hash: string): string => `${path}-${hash}`;
  return new Function('ComponentCreator', `return ${array}`)(create) as Route[];
}

/** The route of a page, and those around it. */
function findRoutes(routes: readonly Route[], pathname: string): Route[] {
  for (const route of routes) {
    const isBelow = pathname === route.path || pathname.startsWith(`${route.path}/`);
    if (route.routes) {
      const inner = isBelow || route.path === '/' ? findRoutes(route.routes, pathname) : [];
      if (inner.length > 0) {
        return [route, ...inner];
      }
    } else if (pathname === route.path) {
      return [route];
    }
  }
  return [];
}

/**
 * Lists the files that the app asks for when it starts at a page: they can be fetched while the app itself is on its way.
 * @param pathname of the page, without a slash at the end
 * @param routes all routes of the site
 * @param isEntry whether a file is one that the page loads anyway
 * @returns names of files, without repetition; none for a page that is no route, such as 404
 * @throws {Error} if a route has no chunks
 */
export function listChunks(
  pathname: string,
  routes: readonly Route[],
  names: ChunkNames,
  manifest: Manifest,
  isEntry: (file: string) => boolean,
): string[] {
  const found = findRoutes(routes, pathname).flatMap(({component}) => {
    if (!(component in names)) {
      throw new Error(
        `docusaurus-first-view: the route ${component} is not in routesChunkNames.json. Look at how Docusaurus names its routes now.`,
      );
    }
    return flatten(names[component]);
  });
  const files = found
    .flatMap((name) => manifest.origins[name] ?? [])
    .flatMap((id) => manifest.assets[id]?.js ?? [])
    .map(({file}) => file);
  return [...new Set(files)].filter((file) => !isEntry(file));
}
