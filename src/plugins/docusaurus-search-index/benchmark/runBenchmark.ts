import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {chromium} from '@playwright/test';
import {readSavedRecords} from '../push/readSavedRecords.ts';
import {RECORD_KINDS, type RecordSet, type SearchRecord} from '../records.ts';
import {buildEasyops} from './buildEasyops.ts';
import {buildOurs} from './buildOurs.ts';
import {buildPagefind} from './buildPagefind.ts';
import {claimFolder} from './claimFolder.ts';
import type {Engine, Source} from './engine.ts';
import {generatePages} from './generatePages.ts';
import {installPackages, PACKAGES} from './installPackages.ts';
import {measureEngines, type Measurement} from './measure.ts';
import {formatDetails, formatNotes, formatTable, judge, PROMISES, type Verdict} from './report.ts';
import {BenchmarkServer, type IndexSize} from './serve.ts';
import {writePages} from './writePages.ts';

const USAGE =
  'Use: npm run search:benchmark, with any of -- --pages <number> --only ours --json <file>';

/** What the command is asked to do. */
export type BenchmarkOptions = {
  /** How many pages are generated. */
  readonly pages: number;
  /** Only this project's index; it is compared with nothing. */
  readonly isOnlyOurs: boolean;
  /** Where all that was measured goes as JSON. */
  readonly jsonFile?: string;
};

/** @throws {Error} if there is an argument that the command does not know */
export function parseOptions(args: readonly string[]): BenchmarkOptions {
  const {values} = parseArgs({
    args: [...args],
    options: {
      pages: {type: 'string', default: String(PROMISES.pages)},
      only: {type: 'string'},
      json: {type: 'string'},
    },
  });
  if (!/^[1-9]\d*$/.test(values.pages)) {
    throw new Error(`--pages ${values.pages}: This is not a number of pages. ${USAGE}`);
  }
  if (values.only !== undefined && values.only !== 'ours') {
    throw new Error(`--only ${values.only}: Only "ours" can be measured alone. ${USAGE}`);
  }
  return {
    pages: Number(values.pages),
    isOnlyOurs: values.only === 'ours',
    ...(values.json !== undefined && {jsonFile: values.json}),
  };
}

/** What the command has been given. */
export type BenchmarkCommand = {
  readonly args: readonly string[];
  /** Docusaurus' folder for what it generates, `.docusaurus`. */
  readonly generatedFilesDir: string;
  /** Folder for packages of the benchmark and for what it makes. */
  readonly cacheFolder: string;
  /** The browser to measure in; nothing for Playwright's own. */
  readonly chromium: string | undefined;
  /** Gets each line that the command has to say. */
  readonly print: (line: string) => void;
};

/** The edition that is generated from. */
function findCurrent(sets: readonly RecordSet[]): RecordSet {
  const current = sets.find(({version}) => version === 'current');
  if (!current) {
    throw new Error('There are no records of the current edition. Run "npm run build" first.');
  }
  return current;
}

function describeRecords(records: readonly SearchRecord[], pages: number): string {
  const kinds = RECORD_KINDS.map(
    (kind) => `${records.filter((record) => record.kind === kind).length} ${kind}`,
  );
  const characters = records.reduce((sum, {content}) => sum + content.length, 0);
  return `${pages} pages, ${records.length} records (${kinds.join(', ')}), ${(characters / 1e6).toFixed(1)} million characters`;
}

/** How busy the machine is: what else it does makes everything slower. */
function describeMachine(): string {
  const [load = 0] = os.loadavg();
  return `Load of the machine: ${load.toFixed(1)} on ${os.cpus().length} processors.`;
}

/** Engines one after the other, since each of them needs all of the machine. */
async function buildEngines(
  {isOnlyOurs}: BenchmarkOptions,
  source: Source,
  set: RecordSet,
  glossary: readonly (readonly string[])[],
  folder: string,
  print: (line: string) => void,
): Promise<Engine[]> {
  print('Indexing with this project …');
  const engines = [await buildOurs(source, set, glossary, path.join(folder, 'ours'))];
  if (!isOnlyOurs) {
    print('Indexing with Pagefind …');
    engines.push(await buildPagefind(source, PACKAGES.pagefind, path.join(folder, 'pagefind')));
    print('Indexing with easyops …');
    engines.push(
      await buildEasyops(
        source,
        PACKAGES['@easyops-cn/docusaurus-search-local'],
        path.join(folder, 'easyops'),
      ),
    );
  }
  return engines;
}

async function measure(
  engines: readonly Engine[],
  executablePath: string | undefined,
  print: (line: string) => void,
): Promise<Measurement[]> {
  const server = new BenchmarkServer();
  const subjects: {engine: Engine; index: IndexSize}[] = [];
  for (const engine of engines) {
    print(`Compressing ${engine.name} …`);
    subjects.push({engine, index: await server.add(engine)});
  }
  const origin = await server.start();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && {executablePath}),
    args: ['--no-sandbox'],
  });
  try {
    return await measureEngines(subjects, browser, server, origin, print);
  } finally {
    await browser.close();
    server.stop();
  }
}

/**
 * `npm run search:benchmark`: how the search fares on a site of 2,000 pages, beside Pagefind and
 * @easyops-cn/docusaurus-search-local with the same text. Needs a build of the site, whose records the pages are made from.
 * @returns what is kept of the promises; of a run without the other engines it means nothing
 * @throws {Error} if an argument is unknown, the records are missing, or an engine cannot be installed or used
 */
export async function runBenchmark(command: BenchmarkCommand): Promise<Verdict[]> {
  const {args, generatedFilesDir, cacheFolder, print} = command;
  const options = parseOptions(args);
  const {sets, glossary} = readSavedRecords(generatedFilesDir);
  const current = findCurrent(sets);
  const records = generatePages(current.records, options.pages);
  const content = describeRecords(records, options.pages);
  print(`Generated ${content}.`);
  const packagesFolder = path.join(cacheFolder, 'packages');
  const workFolder = path.join(cacheFolder, 'work');
  claimFolder(workFolder);
  if (!options.isOnlyOurs) {
    installPackages(packagesFolder);
  }
  const pagesFolder = path.join(workFolder, 'pages');
  const paths = writePages(records, pagesFolder);
  const source = {pagesFolder, paths, packagesFolder};
  const set = {...current, records};
  const engines = await buildEngines(options, source, set, glossary, workFolder, print);
  const measurements = await measure(engines, command.chromium, print);
  const verdicts = judge(measurements, options.pages);
  if (options.jsonFile !== undefined) {
    const results = {pages: options.pages, content, measurements, verdicts};
    fs.writeFileSync(options.jsonFile, `${JSON.stringify(results, null, 2)}\n`);
  }
  const ours = measurements.find(({engine}) => engine === 'ours')!;
  print(`\n${content}. ${describeMachine()}\n\n${formatTable(measurements)}\n\n${formatNotes()}\n`);
  print(`${formatDetails(ours)}\n`);
  verdicts.forEach(({isKept, text}) => print(`${isKept ? '✓' : '✗'} ${text}`));
  return options.isOnlyOurs ? [] : verdicts;
}
