/**
 * A route as Docusaurus gives it to the router; it may have more properties, such as `exact`.
 *
 * @typedef {object} Route
 * @property {string} path
 * @property {string} component key of the route in `routesChunkNames.json`
 * @property {readonly Route[]} [routes]
 */

/**
 * Reads the module that Docusaurus generates for the router.
 * @param {string} code `routes.js`: imports, and an array of calls of `ComponentCreator(path, hash)`
 * @returns {Route[]}
 * @throws {Error} if it is anything else
 */
export function readRoutes(code) {
  const [, array] = /^import [^]*?\nexport default (\[[^]*\]);?\s*$/.exec(code) ?? [];
  if (!array) {
    throw new Error('routes.js does not look as expected. Look at what Docusaurus generates now.');
  }
  return new Function('ComponentCreator', `return ${array}`)(
    /** @type {(path: string, hash: string) => string} */ (path, hash) => `${path}-${hash}`,
  );
}
