/** Stands for a page's own chunk where the chunks of its kind are listed. */
export const PAGE_CHUNK = 0;

/** How the names of chunks begin that only one page has. */
export const PAGE_PREFIX = 'page_';

/** Stands in the script for the table of pages, until the bundler has numbered the modules. */
export const TABLE_PLACEHOLDER = '@@table of pages@@';

/**
 * The chunks of one page.
 * @param {string} shape those of its kind, as JSON
 * @param {string} name of the page's own
 * @returns {unknown}
 */
export const fillShape = (shape, name) =>
  JSON.parse(shape, (_, value) => (value === PAGE_CHUNK ? name : value));
