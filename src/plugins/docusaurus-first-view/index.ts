import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import type * as Rspack from '@rspack/core';
import {buildSync} from 'esbuild';
import {listFiles} from '../docusaurus-component-chunks/listFiles.ts';
import {listNames} from '../docusaurus-light-bundle/shortenProperties.ts';
import {deferScripts, listScripts, SEARCH_ENTRY} from './deferScripts.ts';
import {nameChunks} from '../docusaurus-light-bundle/pages.mjs';
import {readRoutes} from '../docusaurus-light-bundle/routes.mjs';
import {indexRoutes, listChunks, type ChunkNames, type Manifest} from './listChunks.ts';
import type {Options} from './options.ts';
import {addTokens, createClassTest, createTokens} from './readTokens.ts';
import {createSpeculationRules} from './speculationRules.ts';
import {listReferences, splitStylesheet, type SplitStylesheet} from './splitStylesheet.ts';

export {validateOptions} from './options.ts';

/** The script that waits for the reader, as it stands in the pages. */
function bundleWaker(): string {
  const {outputFiles} = buildSync({
    entryPoints: [path.join(__dirname, 'inline/wake.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    tsconfigRaw: {}, // else it begins with "use strict"
    write: false,
  });
  return outputFiles[0]!.text.trim();
}

/** Writes a file whose name carries a hash of what is in it. @returns its name */
function writeHashed(dir: string, name: string, content: string): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const file = `${name}.${hash}.css`;
  fs.writeFileSync(path.join(dir, file), content);
  return file;
}

/** The only file of a folder that belongs to the search dialog. @throws {Error} if there is none, or more than one */
function findDialog(dir: string): string {
  const [name, ...others] = fs
    .readdirSync(dir)
    .filter((file) => /^search-(dialog|modal)\./.test(file));
  if (!name || others.length > 0) {
    throw new Error(
      `docusaurus-first-view: ${dir} has not one file search-dialog.…, but ${others.length + Number(Boolean(name))}. It is named in openSearch.ts of docusaurus-search-index.`,
    );
  }
  return name;
}

const MAIN_STYLESHEET = /^styles\.[0-9a-f]+\.css$/;

/** Above the groups of docusaurus-component-chunks (55). */
const SHARED_PRIORITY = 60;

type Stylesheet = {readonly name: string; readonly css: string};
/** What would be saved is worth another request and its address, in characters. */
const MIN_REST = 1000;

/**
 * A link to a stylesheet.
 * @param whole the stylesheet that it stands for: the bundler knows by this that it need not load it
 */
const createLink = (href: string, whole?: string): string =>
  `<link rel="stylesheet" href="${href}"${whole ? ` data-href="${whole}"` : ''}>`;

/** The theme's drawing for a link to another site, which it puts into every page for those that show it. */
const SPRITES =
  /<svg style="display: none;"><defs>\s*<symbol id=["']?theme-svg-external-link[\s\S]*?<\/svg>/;
const SPRITE_REFERENCE = '#theme-svg-external-link';

/** A page whose content is made by scripts says so by this attribute of its root element, and loads them at once. */
const AT_ONCE = /<html[^>]*\sdata-scripts=["']?at-once/;

/**
 * Keeps a browser that knows it from showing the header before all of it has come in, since its parts would move:
 * https://html.spec.whatwg.org/multipage/links.html#link-type-expect. The element is the first one behind the header.
 */
const EXPECT_HEADER =
  '<link rel="expect" blocking="render" href="#__docusaurus_skipToContent_fallback">';

/**
 * Makes a page complete with HTML and CSS alone, and light:
 *
 * - The app's scripts load when the reader first does something that may need them, or at an address that does; what the reader did
 *   is carried out. Links need no script. The option `scripts` switches this off.
 * - If it is the search that the reader wants, its dialog is loaded alone, from an entry of its own, and the app when it is closed.
 * - Stylesheets are split: what applies only to what scripts add loads with them.
 * - A browser that knows speculation rules fetches the next page when the pointer rests on its link.
 *
 * Docusaurus has no place where a plugin could do this, so it is done to the built pages.
 */
export default function docusaurusFirstView(
  {baseUrl, generatedFilesDir}: LoadContext,
  {scripts}: Options,
): Plugin<void> {
  const isDeferred = scripts === 'interaction';
  return {
    name: 'docusaurus-first-view',
    getClientModules() {
      return isDeferred
        ? ['replay', 'prefetch'].map((name) => path.join(__dirname, `client/${name}.ts`))
        : [];
    },
    configureWebpack(_config, isServer, {currentBundler}) {
      if (isServer || !isDeferred || process.env.NODE_ENV !== 'production') {
        return {};
      }
      const {EntryPlugin} = currentBundler.instance as unknown as typeof Rspack;
      const entry = path.join(__dirname, 'client/searchEntry.ts');
      return {
        plugins: [new EntryPlugin(__dirname, entry, {name: SEARCH_ENTRY})],
        optimization: {
          // One for both entries, so that a module is run once.
          runtimeChunk: {name: 'runtime~main'},
          splitChunks: {
            cacheGroups: {
              defaultVendors: false,
              shared: {
                name: 'shared',
                test: /[\\/]node_modules[\\/]preact[\\/]/,
                chunks: 'all',
                enforce: true,
                priority: SHARED_PRIORITY,
              },
            },
          },
        },
      } as unknown as ReturnType<NonNullable<Plugin['configureWebpack']>>;
    },
    // Without an await: other plugins change the same pages, and none may work on an old copy.
    postBuild({outDir}) {
      if (!isDeferred) {
        return;
      }
      const read = (name: string): string =>
        fs.readFileSync(path.join(generatedFilesDir, name), 'utf8');
      const routes = indexRoutes(readRoutes(read('routes.js')));
      const names = nameChunks(JSON.parse(read('routesChunkNames.json')) as ChunkNames, baseUrl);
      const manifest = JSON.parse(read('client-manifest.json')) as Manifest;
      const waker = bundleWaker();
      const rules = `<script type="speculationrules">${createSpeculationRules(baseUrl)}</script>`;

      const pages = listFiles(outDir, '.html')
        .map((file) => ({file, html: fs.readFileSync(file, 'utf8')}))
        .filter(({html}) => listScripts(html).length > 0);
      const tokens = createTokens();
      const usedElsewhere = new Set<string>();
      // A page that loads its scripts at once links both parts.
      for (const {html} of pages.filter((page) => !AT_ONCE.test(page.html))) {
        addTokens(tokens, html);
        listReferences(html).forEach((name) => usedElsewhere.add(name));
      }
      const styleDir = path.join(outDir, 'assets/css');
      const stylesheets = fs.readdirSync(styleDir).map((name) => ({
        name,
        css: fs.readFileSync(path.join(styleDir, name), 'utf8'),
      }));
      const main = stylesheets.find(({name}) => MAIN_STYLESHEET.test(name));
      if (!main) {
        throw new Error(
          `docusaurus-first-view: no stylesheet styles.….css in ${styleDir}. Look at what Docusaurus calls it now.`,
        );
      }
      const isLinked = ({name}: Stylesheet): boolean =>
        pages.some(({html}) => html.includes(`/${name}`));
      const linked = stylesheets.filter((sheet) => isLinked(sheet));
      const code = listFiles(path.join(outDir, 'assets/js'), '.js')
        .map((file) => fs.readFileSync(file, 'utf8'))
        .join('\n');
      const canAppear = createClassTest(tokens, code);
      const address = `${baseUrl}assets/css/`;
      const split = (sheet: Stylesheet): SplitStylesheet => {
        const others = stylesheets.filter(({name}) => name !== sheet.name);
        const read = new Set(usedElsewhere);
        for (const {css} of others.filter((other) => linked.includes(other))) {
          listReferences(css).forEach((name) => read.add(name));
        }
        const later = listNames([code, ...others.map(({css}) => css)].join('\n'));
        return splitStylesheet(sheet.css, tokens, read, canAppear, (property) =>
          later.has(property),
        );
      };
      const write = ({first, rest}: SplitStylesheet, ending = ''): SplitStylesheet => ({
        first: address + writeHashed(styleDir, `first${ending}`, first),
        rest: address + writeHashed(styleDir, `rest${ending}`, rest),
      });
      const {first, rest} = write(split(main));
      fs.rmSync(path.join(styleDir, main.name));
      // The others stay as they are for a reader who comes from a page without them: the bundler loads them whole then.
      const parts = linked
        .filter((sheet) => sheet !== main)
        .map(({name, css}) => ({name, ...split({name, css})}))
        .filter((parted) => parted.rest.length > MIN_REST)
        .map(({name, ...parted}) => ({
          whole: address + name,
          ...write(parted, `-${name.split('.')[0]}`),
        }));
      const scriptDir = path.join(outDir, 'assets/js');
      const dialog = [
        `${baseUrl}assets/js/${findDialog(scriptDir)}`,
        address + findDialog(styleDir),
      ];

      const hasSprites = pages.some(({html}) => html.includes(SPRITE_REFERENCE));
      for (const {file, html} of pages) {
        const entries = new Set(listScripts(html));
        const pathname =
          baseUrl + path.relative(outDir, file).replace(/(^|\/)index\.html$|\.html$/, '');
        const chunks = listChunks(pathname, routes, names, manifest, (name) =>
          entries.has(baseUrl + name),
        ).map((name) => baseUrl + name);
        const styled = html
          .replace(address + main.name, first)
          .replace(hasSprites ? '' : SPRITES, '');
        if (AT_ONCE.test(html)) {
          fs.writeFileSync(file, styled.replace('</head>', `${createLink(rest)}</head>`));
          continue;
        }
        const own = parts.filter(({whole}) => html.includes(whole));
        const divided = own.reduce(
          (text, part) => text.replace(createLink(part.whole), createLink(part.first, part.whole)),
          styled,
        );
        const styles = [rest, ...own.map((part) => part.rest)];
        fs.writeFileSync(
          file,
          deferScripts(divided, {chunks, styles, dialog, waker}).replace(
            '</head>',
            `${EXPECT_HEADER}${rules}</head>`,
          ),
        );
      }
    },
  };
}
