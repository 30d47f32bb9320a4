import fs from 'node:fs';
import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {linkStylesheets, listModuleClasses} from './linkStylesheets.ts';
import {listFiles} from './listFiles.ts';

/**
 * Code and styles that only some pages need: name of the file they go into, and the folders of the components. What lies in a folder
 * `lazy` of a component is left out: it is loaded on demand, by `import()`.
 */
const CHUNKS = {
  diff: ['ChangesOverview', 'EditionDiff'],
  diagram: ['Diagram', 'SequenceDiagram'],
  home: ['Home', 'SearchField'],
  table: ['ComparisonTable'],
} as const;

/**
 * Stylesheets of parts that open on demand, by the name of the file they go into. They are loaded together with the code of the part, and
 * no page links them.
 */
const STYLES_ON_DEMAND = {
  'search-modal': /[\\/]@docsearch[\\/]css[\\/]dist[\\/]modal\.css/,
} as const;

/** Above Docusaurus' own groups, "common" (40) and "styles" (50, which takes the stylesheets of all pages). */
const PRIORITY = 55;

/**
 * Puts the code of a component that only some pages show into one script, and its styles into one stylesheet, which only these
 * pages load. Docusaurus would put all styles into the stylesheet of every page, and the code into the script of each page that
 * needs it as long as these are fewer than half of all, and into every page as soon as they are more.
 *
 * Docusaurus links no other stylesheet than its one from a page, so this is done after the build.
 */
export default function docusaurusComponentChunks({baseUrl}: LoadContext): Plugin<void> {
  const createGroup = (name: string, test: RegExp) =>
    [name, {name, test, chunks: 'all' as const, enforce: true, priority: PRIORITY}] as const;
  const cacheGroups = Object.fromEntries([
    ...Object.entries(CHUNKS).map(([name, folders]) =>
      createGroup(
        name,
        new RegExp(
          `[\\\\/]src[\\\\/]components[\\\\/](${folders.join('|')})[\\\\/](?!lazy[\\\\/])`,
        ),
      ),
    ),
    ...Object.entries(STYLES_ON_DEMAND).map(([name, test]) => createGroup(name, test)),
  ]);
  return {
    name: 'docusaurus-component-chunks',
    configureWebpack(_config, isServer) {
      return isServer ? {} : {optimization: {splitChunks: {cacheGroups}}};
    },
    postBuild({outDir}) {
      const names = Object.keys(CHUNKS);
      const stylesheets = listFiles(path.join(outDir, 'assets/css'), '.css')
        .filter((file) => names.some((name) => path.basename(file).startsWith(`${name}.`)))
        .map((file) => ({
          address: baseUrl + path.relative(outDir, file).split(path.sep).join('/'),
          classes: listModuleClasses(fs.readFileSync(file, 'utf8')),
        }));
      for (const file of listFiles(outDir, '.html')) {
        const html = fs.readFileSync(file, 'utf8');
        const linked = linkStylesheets(html, stylesheets);
        if (linked !== html) {
          fs.writeFileSync(file, linked);
        }
      }
    },
  };
}
