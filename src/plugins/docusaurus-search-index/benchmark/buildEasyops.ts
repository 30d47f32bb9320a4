import {fork} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {bundle} from './bundle.ts';
import type {Engine, Source} from './engine.ts';
import type {EasyopsAnswer, EasyopsTask} from './indexEasyops.ts';

/** The plugin keeps all in memory. Share of the machine's memory that it may use. */
const MEMORY = 0.7;
const GENERATED = '@generated/@easyops-cn/docusaurus-search-local/default/';

/** Indexes in a process that may use more memory than this one. */
async function index(task: EasyopsTask): Promise<EasyopsAnswer> {
  const megabytes = Math.floor((os.totalmem() / 2 ** 20) * MEMORY);
  const child = fork(path.join(__dirname, 'indexEasyops.ts'), {
    execArgv: [...process.execArgv, `--max-old-space-size=${megabytes}`],
  });
  child.send(task);
  return new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as EasyopsAnswer));
    child.once('exit', (code) =>
      reject(
        new Error(
          `@easyops-cn/docusaurus-search-local could not index ${task.paths.length} pages (exit code ${code}), see above. If it ran out of memory, ask for fewer: --pages 500`,
        ),
      ),
    );
  });
}

/** Indexes generated pages with @easyops-cn/docusaurus-search-local, with its own code for build and browser. */
export async function buildEasyops(
  source: Source,
  version: string,
  folder: string,
): Promise<Engine> {
  const {packagesFolder, pagesFolder, paths} = source;
  const generatedFolder = path.join(folder, '../easyops-generated');
  fs.mkdirSync(generatedFolder, {recursive: true});
  fs.mkdirSync(folder, {recursive: true});
  const {ms, file} = await index({packagesFolder, pagesFolder, paths, generatedFolder});
  fs.renameSync(path.join(pagesFolder, file), path.join(folder, file));
  const generated = Object.fromEntries(
    ['generated.js', 'generated-constants.js'].map((name) => [
      GENERATED + name,
      path.join(generatedFolder, name),
    ]),
  );
  const variants = [
    {name: 'easyopsInPage', title: `easyops ${version}, in the page`, isThrottled: true},
    {name: 'easyopsInWorker', title: `easyops ${version}, in its worker`, isThrottled: false},
  ];
  for (const {name} of variants) {
    await bundle({name, folder, packagesFolder, generated});
  }
  await bundle({name: 'worker', folder, packagesFolder, generated, isWorker: true});
  return {
    name: 'easyops',
    folder,
    isIndex: (name) => name === file,
    indexingMs: ms,
    variants,
  };
}
