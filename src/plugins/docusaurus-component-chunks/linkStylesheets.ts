/** A stylesheet that only some pages need. */
export type Stylesheet = {
  readonly address: string;
  /** Classes of CSS modules for which it has rules. */
  readonly classes: readonly string[];
};

/** Classes of CSS modules, which no two files share: `_1f`, `row_y6JN`; not `menu__link`, which is Infima's. */
const MODULE_CLASS = /\.((?:[a-zA-Z][a-zA-Z0-9-]*)?_(?!_)[\w-]+)(?=[^\w-])/g;

const LAST_STYLESHEET = /(?:<link[^>]*rel=["']?stylesheet["']?[^>]*>\s*)+/;

/** The classes of CSS modules for which a stylesheet has rules. */
export const listModuleClasses = (css: string): string[] => [
  ...new Set(Array.from(css.matchAll(MODULE_CLASS), ([, name]) => name!)),
];

/**
 * Adds to a page the stylesheets that have rules for it, behind those that it has.
 * @param html the page as Docusaurus built it
 * @throws if the page has no stylesheet at all, since there is no place then
 */
export function linkStylesheets(html: string, stylesheets: readonly Stylesheet[]): string {
  const found = new Set<string>();
  for (const [, quoted, plain = ''] of html.matchAll(/\sclass=(?:"([^"]*)"|([^\s>]+))/g)) {
    (quoted ?? plain).split(/\s+/).forEach((name) => found.add(name));
  }
  const links = stylesheets
    .filter(({classes}) => classes.some((name) => found.has(name)))
    .map(({address}) => `<link rel="stylesheet" href="${address}">`);
  if (links.length === 0) {
    return html;
  }
  if (!LAST_STYLESHEET.test(html)) {
    throw new Error(
      'docusaurus-component-chunks: a page has no <link rel="stylesheet">, so that there is no place for others. Look at what Docusaurus writes into <head> now.',
    );
  }
  return html.replace(LAST_STYLESHEET, (last) => last + links.join(''));
}
