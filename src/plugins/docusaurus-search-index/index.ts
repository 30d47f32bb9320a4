import fs from 'node:fs';
import path from 'node:path';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import type {LoadContext, Plugin} from '@docusaurus/types';
import type {PageFrontMatter} from '../../frontMatter.ts';
import {buildIndex} from './buildIndex.ts';
import type {PageNames} from './extractRecords.ts';
import {checkGlossaryUse, foldGlossary, parseGlossary, type GlossaryGroup} from './glossary.ts';
import type {Options} from './options.ts';
import {readRecordSets} from './readRecordSets.ts';
import type {RecordSet} from './records.ts';

export {validateOptions} from './options.ts';

const NAME = 'docusaurus-search-index';
/** Folder of the index in the built site. */
export const INDEX_FOLDER = 'search-index';

/** What is kept of a build for `npm run search:push`: the records of all editions in one language, and the glossary. */
export type SavedRecords = {
  /** Origin of the built site, without a slash at its end. */
  readonly siteUrl: string;
  readonly sets: readonly RecordSet[];
  readonly glossary: readonly string[][];
};

/** Where a build in a language leaves its records, outside of what is published. */
export function getRecordsFile(generatedFilesDir: string, locale: string): string {
  return path.join(generatedFilesDir, NAME, `records.${locale}.json`);
}

function readNames(content: LoadedContent | undefined): Map<string, PageNames> {
  const docs = (content?.loadedVersions ?? []).flatMap((version) => version.docs);
  return new Map(
    docs.map(({permalink, frontMatter}) => {
      // The page contract has been checked before any page was loaded.
      const {keywords = [], questions} = frontMatter as unknown as PageFrontMatter;
      return [permalink, {keywords, questions}];
    }),
  );
}

/**
 * Search. The build makes a static index of every edition (`search-index/`), and DocSearch's dialog and search page get a client
 * that answers from it, in place of Algolia's or behind it.
 *
 * DocSearch's dialog and the theme's search page stay as they are: both import `algoliasearch/lite`, which is replaced here. The search
 * bar is the site's own (`src/theme/SearchBar`): it opens the dialog beside the app, which need not be awake.
 */
export default function docusaurusSearchIndex(
  {baseUrl, generatedFilesDir, siteConfig, siteDir, i18n}: LoadContext,
  {glossary: glossaryFile, isHosted}: Options,
): Plugin<readonly GlossaryGroup[]> {
  const client = (file: string): string => path.join(__dirname, 'client', file);
  let names: ReadonlyMap<string, PageNames> = new Map();

  return {
    name: NAME,
    getPathsToWatch() {
      return [glossaryFile];
    },
    loadContent() {
      const yaml = fs.readFileSync(path.join(siteDir, glossaryFile), 'utf8');
      return parseGlossary(yaml, glossaryFile);
    },
    async allContentLoaded({allContent}) {
      names = readNames(
        allContent['docusaurus-plugin-content-docs']?.default as LoadedContent | undefined,
      );
    },
    configureWebpack(config, _isServer, {currentBundler}) {
      const mode = isHosted ? 'hosted' : 'embedded';
      return {
        ...separateCaches(config, currentBundler.name, mode),
        resolve: {
          alias: {
            '@search/backend$': client(`backend.${mode}.ts`),
            '@search/upstream$': client(`upstream.${mode}.ts`),
            '@search/algolia$': require.resolve('algoliasearch/dist/lite/builds/browser.js'),
            'algoliasearch/lite$': client('lite.ts'),
            '@base-ui/react/menu$': client('NoMenu.ts'),
          },
        },
        // The live preview has no index of its own; it searches that of the last build.
        devServer: {
          static: [
            {
              directory: path.join(siteDir, 'build', INDEX_FOLDER),
              publicPath: `${baseUrl}${INDEX_FOLDER}`,
              watch: false,
            },
          ],
        },
      } as ReturnType<NonNullable<Plugin['configureWebpack']>>;
    },
    async postBuild({outDir, content, routesPaths}) {
      const sets = readRecordSets(outDir, routesPaths, baseUrl, names);
      const glossary = foldGlossary(content);
      checkGlossaryUse(
        content,
        sets.flatMap(({records}) => records),
        glossaryFile,
      );
      for (const {name, content: text} of sets.flatMap((set) => buildIndex(set, glossary))) {
        writeFile(path.join(outDir, INDEX_FOLDER, name), text);
      }
      const saved: SavedRecords = {siteUrl: new URL(siteConfig.url).origin, sets, glossary};
      writeFile(getRecordsFile(generatedFilesDir, i18n.currentLocale), JSON.stringify(saved));
    },
  };
}

function writeFile(file: string, content: string): void {
  fs.mkdirSync(path.dirname(file), {recursive: true});
  fs.writeFileSync(file, content);
}

/**
 * Docusaurus does not count the aliases of plugins into the version of the bundler's persistent cache, so that a build of one kind
 * would use modules of the other (https://github.com/web-infra-dev/rspack/issues/11009).
 */
function separateCaches(
  config: {experiments?: unknown; cache?: unknown},
  bundler: string,
  mode: string,
): object {
  const getVersion = (cache: unknown): string | undefined =>
    (cache as {version?: string} | undefined)?.version;
  const key = (version: string): {version: string} => ({version: `${version}-search-${mode}`});
  if (bundler === 'rspack') {
    const version = getVersion((config.experiments as {cache?: unknown} | undefined)?.cache);
    return version === undefined ? {} : {experiments: {cache: key(version)}};
  }
  const version = getVersion(config.cache);
  return version === undefined ? {} : {cache: key(version)};
}
