import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {bundle} from './bundle.ts';
import {timeMs, type Engine, type Source} from './engine.ts';

/** What Pagefind's package exports, as far as it is used here (https://pagefind.app/docs/node-api/). */
type Pagefind = {
  createIndex(): Promise<{readonly errors: readonly string[]; readonly index?: PagefindIndex}>;
  close(): Promise<unknown>;
};
type PagefindIndex = {
  addDirectory(directory: {
    readonly path: string;
  }): Promise<{readonly errors: readonly string[]; readonly page_count: number}>;
  writeFiles(options: {readonly outputPath: string}): Promise<{readonly errors: readonly string[]}>;
};

function check(errors: readonly string[]): void {
  if (errors.length > 0) {
    throw new Error(`Pagefind could not index the pages: ${errors.join('; ')}`);
  }
}

async function index(pagefind: Pagefind, source: Source, folder: string): Promise<void> {
  const {errors, index: created} = await pagefind.createIndex();
  check(errors);
  const added = await created!.addDirectory({path: source.pagesFolder});
  check(added.errors);
  if (added.page_count !== source.paths.length) {
    throw new Error(`Pagefind indexed ${added.page_count} of ${source.paths.length} pages.`);
  }
  check((await created!.writeFiles({outputPath: folder})).errors);
}

/**
 * Indexes generated pages with Pagefind, as its command does. Its package brings the extended build, which divides Chinese text
 * into words.
 */
export async function buildPagefind(
  source: Source,
  version: string,
  folder: string,
): Promise<Engine> {
  // A variable, so that the package is loaded from its folder.
  const address: string = pathToFileURL(
    path.join(source.packagesFolder, 'node_modules/pagefind/lib/index.js'),
  ).href;
  const pagefind = (await import(address)) as Pagefind;
  const {ms} = await timeMs(() => index(pagefind, source, folder));
  await pagefind.close();
  const variants = [
    {name: 'pagefindInPage', title: `Pagefind ${version}, in the page`, isThrottled: true},
    {name: 'pagefindInWorker', title: `Pagefind ${version}, in its worker`, isThrottled: false},
  ];
  for (const {name} of variants) {
    await bundle({name, folder, generated: {}});
  }
  return {
    name: 'pagefind',
    folder,
    isIndex: (file) => /\.pf_\w+$|^pagefind-entry\.json$/.test(file),
    indexingMs: ms,
    variants,
  };
}
