/** A stylesheet that only some pages need. */
export type Stylesheet = {readonly address: string; readonly content: string};

/** Classes of CSS modules, which no two files share: `row_y6JN`. */
const MODULE_CLASS = /\.([a-zA-Z]\w*_[\w-]{4,})(?=[^\w-])/g;

const LAST_STYLESHEET = /(?:<link[^>]*rel=["']?stylesheet["']?[^>]*>\s*)+/;

/**
 * Adds to a page the stylesheets that have rules for it, behind those that it has.
 * @param html the page as Docusaurus built it
 * @throws if the page has no stylesheet at all, since there is no place then
 */
export function linkStylesheets(html: string, stylesheets: readonly Stylesheet[]): string {
  const classes = new Set(
    [...html.matchAll(/\sclass=(?:"([^"]*)"|([^\s>]+))/g)].flatMap(([, quoted, plain]) =>
      (quoted ?? plain ?? '').split(/\s+/),
    ),
  );
  const links = stylesheets
    .filter(({content}) =>
      [...content.matchAll(MODULE_CLASS)].some(([, name]) => classes.has(name!)),
    )
    .map(({address}) => `<link rel="stylesheet" href="${address}">`);
  if (links.length === 0) {
    return html;
  }
  if (!LAST_STYLESHEET.test(html)) {
    throw new Error(
      'docusaurus-component-chunks: a page has no <link rel="stylesheet">, so that there is no place for others. Look at what Docusaurus writes into <head> now.',
    );
  }
  return html.replace(LAST_STYLESHEET, (found) => found + links.join(''));
}
