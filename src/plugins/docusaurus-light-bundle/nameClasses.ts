import fs from 'node:fs';
import path from 'node:path';

/** What css-loader asks for each class of a CSS module: https://github.com/webpack-contrib/css-loader#getlocalident */
export type GetLocalIdent = (
  context: {readonly resourcePath: string},
  localIdentName: string,
  localName: string,
) => string | undefined;

const MODULE = /\.module\.css$/;
const COMMENT = /\/\*[\s\S]*?\*\//g;
const CLASS = /\.(-?[_a-zA-Z][\w-]*)/g;

/** Names of the classes in a stylesheet, and a few words behind a dot that are none. */
export const listClasses = (css: string): Set<string> =>
  new Set(Array.from(css.replace(COMMENT, '').matchAll(CLASS), ([, name]) => name!));

/**
 * Names the classes of CSS modules in the fewest characters: `_0`, `_1`, and so on. Docusaurus names them `title_kItE`, and no compression
 * takes away what tells one from another: a page has it in its HTML, its stylesheets and its scripts. The underscore keeps them apart
 * from the names of Infima and of the site's own stylesheets, of which none begins so.
 *
 * The files are read beforehand, in the order of their paths, since the bundles for the server and for the browser have to agree and see
 * them in an order of their own.
 * @param dirs folders with CSS modules, as absolute paths; each is searched through
 * @param isKept whether the class of a file keeps the name that css-loader gives it
 * @returns what css-loader asks for; what the folders do not have gets the name that css-loader gives it
 */
export function nameClasses(
  dirs: readonly string[],
  isKept: (name: string) => boolean,
): GetLocalIdent {
  const names = new Map<string, string>();
  for (const dir of dirs) {
    const files = fs
      .readdirSync(dir, {recursive: true, encoding: 'utf8'})
      .filter((file) => MODULE.test(file))
      .sort();
    for (const file of files) {
      const absolute = path.join(dir, file);
      for (const name of listClasses(fs.readFileSync(absolute, 'utf8'))) {
        if (!isKept(name)) {
          names.set(`${absolute} ${name}`, `_${names.size.toString(36)}`);
        }
      }
    }
  }
  return ({resourcePath}, _localIdentName, localName) => names.get(`${resourcePath} ${localName}`);
}

/** Where Docusaurus' own scripts for the browser lie. */
export const CORE_CLIENT_DIR = path.join(
  path.dirname(require.resolve('@docusaurus/core/package.json')),
  'lib',
  'client',
);

/** Docusaurus' packages that have CSS modules which the site shows. */
const STYLED_PACKAGES = ['theme-classic', 'theme-common', 'theme-search-algolia'];

/** Classes that others look for by a part of their name: of the search page for its stylesheets, of the switch for first-view. */
const KNOWN_CLASS = /^search[A-Z]|^toggleButtonDisabled$/;

/** The names of classes in the built site, see `nameClasses`. */
export const nameSiteClasses = (siteDir: string): GetLocalIdent =>
  nameClasses(
    [
      path.join(siteDir, 'src'),
      CORE_CLIENT_DIR,
      ...STYLED_PACKAGES.map((name) => path.dirname(require.resolve(`@docusaurus/${name}`))),
    ],
    (name) => KNOWN_CLASS.test(name),
  );
