import {createHash} from 'node:crypto';
import type * as Rspack from '@rspack/core';
import {TABLE_PLACEHOLDER} from './pageNames.mjs';
import {dropHashes, writeTable, type PageModule} from './pageTable.ts';

const NAME = 'PageChunksPlugin';

/** What the plugin is told. */
export type PageChunksOptions = {
  /** The bundler that runs the build. */
  readonly rspack: typeof Rspack;
  /** Gives the names of the chunks that only one page has, when the build asks for them. */
  readonly getNames: () => readonly string[];
  /** The module that imports all of them, with its query. */
  readonly list: string;
};

/** Length of the hash in the names of files. */
const HASH_LENGTH = 8;

/**
 * Finds where the bundler has put what only one page has.
 * @throws {Error} if the list is not bundled, or something on it has no number
 */
function findModules(
  {modules, chunkGraph, moduleGraph}: Rspack.Compilation,
  list: string,
): Map<string, PageModule> {
  const importing = [...modules].find((module) => 'resource' in module && module.resource === list);
  return new Map(
    importing?.blocks.map((block) => {
      const group = chunkGraph.getBlockChunkGroup(block);
      const target = block.dependencies
        .map((dependency) => moduleGraph.getModule(dependency))
        .find((module) => module !== null);
      const id = target && chunkGraph.getModuleId(target);
      if (!group?.name || typeof id !== 'number') {
        throw new Error(
          `docusaurus-light-bundle: ${target?.identifier() ?? list} has no chunk with a name, or no number. Look at how the bundler splits it.`,
        );
      }
      const chunks = group.chunks
        .filter((chunk) => chunk.name !== group.name && !chunk.canBeInitial())
        .map((chunk) => String(chunk.id));
      return [group.name, {module: id, chunks}];
    }),
  );
}

/**
 * Keeps the lists of a site's pages out of the scripts that every page loads:
 *
 * - Where the module of each page is, is written down in few bytes (`writeTable`), as soon as the bundler has numbered the modules.
 * - The files of pages have one hash for all of them, which changes when one of them does, so that the bundler need not list the
 *   hashes. A reader loads the script of a page again after a release; HTML does so anyway, and a page's script is small.
 */
export class PageChunksPlugin {
  readonly #options: PageChunksOptions;

  constructor(options: PageChunksOptions) {
    this.#options = options;
  }

  apply(compiler: Rspack.Compiler): void {
    const {
      Compilation: {PROCESS_ASSETS_STAGE_ADDITIONS, PROCESS_ASSETS_STAGE_OPTIMIZE_HASH},
      sources: {RawSource},
    } = this.#options.rspack;
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      /** Changes the text of the one script for which that is possible. */
      const changeOne = (what: string, change: (text: string) => string | undefined): void => {
        const changed = Object.entries(compilation.assets).flatMap(([file, source]) => {
          const text = file.endsWith('.js') ? change(source.source().toString()) : undefined;
          return text === undefined ? [] : [{file, text}];
        });
        const [only, ...others] = changed;
        if (!only || others.length > 0) {
          throw new Error(
            `docusaurus-light-bundle: ${what} is in ${changed.length} scripts, not in one. Look at what the bundler writes now.`,
          );
        }
        compilation.updateAsset(only.file, new RawSource(only.text));
      };
      compilation.hooks.processAssets.tap(
        {name: NAME, stage: PROCESS_ASSETS_STAGE_ADDITIONS},
        () => {
          const pages = findModules(compilation, this.#options.list);
          const names = this.#options.getNames();
          const missing = names.filter((name) => !pages.has(name));
          if (missing.length > 0) {
            throw new Error(`docusaurus-light-bundle: not bundled: ${missing.join(', ')}.`);
          }
          if (names.length > 0) {
            const table = writeTable(pages);
            changeOne('the place for the table of pages', (text) =>
              text.includes(TABLE_PLACEHOLDER)
                ? text.replace(TABLE_PLACEHOLDER, () => table)
                : undefined,
            );
          }
        },
      );
      compilation.hooks.processAssets.tap(
        {name: NAME, stage: PROCESS_ASSETS_STAGE_OPTIMIZE_HASH - 1},
        (assets) => {
          const names = this.#options.getNames();
          const files = names.flatMap((name) => [...compilation.namedChunks.get(name)!.files]);
          const hash = createHash('sha256');
          for (const file of files.toSorted()) {
            hash.update(assets[file]!.source());
          }
          const digest = hash.digest('hex').slice(0, HASH_LENGTH);
          for (const file of files) {
            const renamed = file.replace(/\.[^.]+\.js$/, `.${digest}.js`);
            // The hash is no longer that of the file's content: the bundler must not put it right.
            compilation.updateAsset(file, assets[file]!, ({contenthash: _, ...info}) => info);
            compilation.renameAsset(file, renamed);
          }
          if (files.length > 0) {
            changeOne('the list of the hashes of files', (text) => dropHashes(text, names, digest));
          }
        },
      );
    });
  }
}
