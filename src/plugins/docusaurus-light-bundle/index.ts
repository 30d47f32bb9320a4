import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import type * as Rspack from '@rspack/core';
import {DRAWINGS_FOLDER} from '../remark-diagram/drawing.ts';
import {listUnused} from './listUnused.ts';
import {CORE_CLIENT_DIR, nameSiteClasses} from './nameClasses.ts';
import {readPages} from './pages.mjs';
import {PageChunksPlugin} from './PageChunksPlugin.ts';
import {PAGES_QUERY} from './shortenRegistry.mjs';
import {ShortenPropertiesPlugin} from './ShortenPropertiesPlugin.ts';

/** The oldest version of ECMAScript that all browsers of the browserslist know. */
const ECMA = 2022;

/** Preact under the names of React's packages and their parts, such as `react-dom/client`. */
const PREACT_COMPAT = path.dirname(require.resolve('preact/compat/package.json'));

/** A rule for CSS modules, as Docusaurus makes it: the options of css-loader are among its loaders. */
type CssModuleRule = {use: {options?: {modules?: object}}[]};

/** @throws {Error} if no rule is for CSS modules */
function findCssModules(rules: readonly unknown[]): {modules: object}[] {
  const options = rules
    .flatMap((rule) => (rule as Partial<CssModuleRule>).use ?? [])
    .map((loader) => loader.options)
    .filter((loaderOptions) => loaderOptions?.modules !== undefined);
  if (options.length === 0) {
    throw new Error(
      'docusaurus-light-bundle: no loader has the option `modules`, for CSS modules. Look at how Docusaurus loads them now.',
    );
  }
  return options as {modules: object}[];
}

/**
 * Takes out what writes the names of all chunks into the script once more, to find their files: a chunk's name is its id here, so that
 * `client/pages.ts` needs no list.
 * @throws {Error} if it is not there
 */
function dropChunkAssets(plugins: unknown[]): void {
  const index = plugins.findIndex(
    (plugin) => (plugin as object | undefined)?.constructor.name === 'ChunkAssetPlugin',
  );
  if (index < 0) {
    throw new Error(
      'docusaurus-light-bundle: there is no ChunkAssetPlugin. Look at how Docusaurus finds the files of chunks now.',
    );
  }
  plugins.splice(index, 1);
}

const client = (name: string): string => path.join(__dirname, 'client', name);

/**
 * Makes the scripts of the site smaller than Docusaurus makes them, without leaving anything out that a reader uses:
 *
 * - The minifier writes modern syntax, and Chinese as it is: Docusaurus has it written as `\u4e2d`.
 * - Every page loads the data of its edition; the descriptions in it go to the pages that show them (`describeCategories`).
 * - In the browser, Preact stands in for React, a fifth of its bytes; the HTML is written by React. `useId` differs between the two,
 *   so that no component of the site may use it for what the server renders.
 * - Nothing that every page loads lists the pages of the site but for their addresses: what a page needs is found by its address
 *   (`client/pages.ts`, `PageChunksPlugin`), and so are their routes (`shortenRoutes`). The list of all other chunks does not name their
 *   files (`shortenRegistry`).
 * - What only the build reads of the configuration is left out (`dropConfig`), and so are the theme's texts and components that the site
 *   never shows (`dropTranslations`, `listUnused`).
 * - Classes of CSS modules have the shortest names there are (`nameClasses`).
 * - Custom properties of the stylesheets are replaced by their values, or have short names (`shortenProperties`).
 * - Drawings are made shorter (`compressDrawing`), and the icons of the header (`src/theme/Icon`).
 * - nprogress, which is no longer kept, is replaced by what the theme uses of it.
 * - Of tslib, which is loaded as a whole, only what the site's packages call.
 */
export default function docusaurusLightBundle({
  baseUrl,
  generatedFilesDir,
  siteConfig,
  siteDir,
}: LoadContext): Plugin<void> {
  const getLocalIdent = nameSiteClasses(siteDir);
  return {
    name: 'docusaurus-light-bundle',
    getClientModules() {
      // The live preview runs on React.
      return process.env.NODE_ENV === 'production' ? [client('matchByPlace.ts')] : [];
    },
    configureWebpack(config, isServer, {currentBundler}) {
      const module = {
        rules: [
          {
            include: path.join(generatedFilesDir, 'docusaurus-plugin-content-docs', 'default', 'p'),
            loader: path.join(__dirname, 'describeCategories.mjs'),
          },
          {
            test: /\.json$/,
            include: (file: string) => path.basename(path.dirname(file)) === DRAWINGS_FOLDER,
            loader: path.join(__dirname, 'compressDrawing.mjs'),
          },
        ],
      };
      if (process.env.NODE_ENV === 'production') {
        for (const options of findCssModules(config.module?.rules ?? [])) {
          options.modules = {...options.modules, getLocalIdent};
        }
      }
      const minimizers = config.optimization?.minimizer;
      // The server renders with React itself, and nobody downloads what it uses.
      if (isServer || !minimizers || currentBundler.name !== 'rspack') {
        return {module};
      }
      dropChunkAssets(config.plugins ?? []);
      const rspack = currentBundler.instance as unknown as typeof Rspack;
      const [, ...others] = minimizers;
      const lighten = (file: string, loader: string) => ({
        include: path.join(generatedFilesDir, file),
        enforce: 'pre' as const,
        loader: path.join(__dirname, loader),
        options: {baseUrl, generatedFilesDir},
      });
      module.rules.push(
        lighten('docusaurus.config.mjs', 'dropConfig.mjs'),
        lighten('registry.js', 'shortenRegistry.mjs'),
        lighten('routes.js', 'shortenRoutes.mjs'),
        lighten('routesChunkNames.json', 'dropChunkNames.mjs'),
        lighten('codeTranslations.json', 'dropTranslations.mjs'),
      );
      return {
        module,
        mergeStrategy: {'optimization.minimizer': 'replace'},
        optimization: {
          chunkIds: 'named' as const,
          minimizer: [
            new rspack.SwcJsMinimizerRspackPlugin({
              minimizerOptions: {
                ecma: ECMA,
                module: true,
                compress: {ecma: ECMA, passes: 2},
                mangle: true,
                format: {ecma: ECMA, comments: false, asciiOnly: false},
              },
            }),
            ...others,
          ] as typeof minimizers,
        },
        plugins: [
          new PageChunksPlugin({
            rspack,
            getNames: () => readPages(generatedFilesDir, baseUrl).map(({name}) => name),
            list: path.join(generatedFilesDir, `registry.js${PAGES_QUERY}`),
          }),
          new ShortenPropertiesPlugin(rspack),
          new rspack.NormalModuleReplacementPlugin(
            /^\.\/ClientLifecyclesDispatcher$/,
            (resource) => {
              if (resource.context === CORE_CLIENT_DIR) {
                resource.request = client('ClientLifecyclesDispatcher.tsx');
              }
            },
          ),
        ] as unknown as typeof config.plugins,
        resolve: {
          alias: {
            '@light-bundle/dispatcher$': path.join(
              CORE_CLIENT_DIR,
              'ClientLifecyclesDispatcher.js',
            ),
            ...Object.fromEntries(
              listUnused(siteConfig).map((name) => [`@theme/${name}`, client('Nothing.ts')]),
            ),
            nprogress$: client('nprogress.ts'),
            tslib$: client('tslib.ts'),
            react: PREACT_COMPAT,
            'react-dom': PREACT_COMPAT,
          },
        },
      };
    },
  };
}
