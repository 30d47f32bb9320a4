import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {claimFolder} from '../../plugins/docusaurus-search-index/benchmark/claimFolder.ts';
import {copySite} from '../copySite.ts';
import {measureFolder} from '../measureFolder.ts';
import {runMeasured} from '../runMeasured.ts';
import {generateSite} from './generateSite.ts';
import {findFaults, formatReport, parsePhases, type Fault, type Measurement} from './report.ts';
import type {Timing} from './stopwatch.ts';

const USAGE = 'Use: npm run scale -- 100 1000 3000, with any of --work <folder> --json <file>';

/** Sizes that are measured if none is named. */
const SIZES = ['100', '1000', '3000'];
/** Memory that JavaScript may take in a build, in megabytes; the default is too little for thousands of pages. */
const HEAP = 8192;

/** The configuration by which a copy is built. */
const CONFIG_FILE = 'docusaurus.timed.config.ts';
const TIMINGS_FILE = 'timings.json';
const CONFIG = `import fs from 'node:fs';
import path from 'node:path';
import {isMainThread} from 'node:worker_threads';
import config from './docusaurus.config.ts';
import {Stopwatch} from './src/benchmark/scale/stopwatch.ts';
import {timeConfig} from './src/benchmark/scale/timeConfig.ts';

const stopwatch = new Stopwatch();
if (isMainThread) {
  process.on('exit', () => {
    if (stopwatch.list().length > 0) {
      fs.writeFileSync(path.join(__dirname, '${TIMINGS_FILE}'), JSON.stringify(stopwatch.list()));
    }
  });
}

export default timeConfig(config, __dirname, require, stopwatch);
`;

/** What the command is asked to do. */
export type ScaleOptions = {
  /** Numbers of pages, the smallest first. */
  readonly sizes: readonly number[];
  /** Folder outside of the project in which sites are made; what is in it is removed. */
  readonly workFolder: string;
  /** Where all that was measured goes as JSON. */
  readonly jsonFile?: string;
};

/** @throws {Error} if there is an argument that the command does not know */
export function parseOptions(args: readonly string[]): ScaleOptions {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {work: {type: 'string'}, json: {type: 'string'}},
  });
  const wrong = positionals.find((size) => !/^[1-9]\d*$/.test(size));
  if (wrong !== undefined) {
    throw new Error(`${wrong}: This is not a number of pages. ${USAGE}`);
  }
  const sizes = (positionals.length > 0 ? positionals : SIZES).map(Number);
  return {
    sizes: [...new Set(sizes)].sort((a, b) => a - b),
    workFolder: path.resolve(values.work ?? os.tmpdir(), 'site-scale'),
    ...(values.json !== undefined && {jsonFile: values.json}),
  };
}

async function measure(
  siteDir: string,
  copy: string,
  size: number,
  print: (line: string) => void,
): Promise<Measurement> {
  copySite(siteDir, copy);
  const {pages} = generateSite(copy, size);
  const counts = Object.entries(pages).map(([edition, count]) => `${edition}: ${count}`);
  print(`Building ${size} pages (${counts.join(', ')}) …`);
  fs.writeFileSync(path.join(copy, CONFIG_FILE), CONFIG);
  const run = await runMeasured(
    process.execPath,
    ['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build', '--config', CONFIG_FILE],
    {
      cwd: copy,
      env: {
        NODE_ENV: 'production',
        NODE_OPTIONS: `--max-old-space-size=${HEAP}`,
        DOCUSAURUS_PERF_LOGGER: 'true',
      },
    },
  );
  const timings = fs.readFileSync(path.join(copy, TIMINGS_FILE), 'utf8');
  return {
    pages: Object.values(pages).reduce((sum, count) => sum + count, 0),
    seconds: run.seconds,
    ...(run.peakBytes !== undefined && {peakBytes: run.peakBytes}),
    output: measureFolder(path.join(copy, 'build')),
    htmlBytes: measureFolder(path.join(copy, 'build'), '.html').bytes,
    timings: JSON.parse(timings) as Timing[],
    phases: parsePhases(run.output),
  };
}

/** What the command has been given. */
export type ScaleCommand = {
  readonly args: readonly string[];
  /** Folder of the site, with its packages installed. */
  readonly siteDir: string;
  /** Gets each line that the command has to say. */
  readonly print: (line: string) => void;
};

/**
 * `npm run scale`: builds the site with as many pages as wanted, each size in a copy of its own without anything kept from earlier
 * builds, and prints time, memory, output and what each of the site's own plugins takes.
 * @returns the steps of plugins that grow faster than the site
 * @throws {Error} if an argument is unknown, a size is smaller than the site, or a build fails
 */
export async function runScale({args, siteDir, print}: ScaleCommand): Promise<Fault[]> {
  const {sizes, workFolder, jsonFile} = parseOptions(args);
  claimFolder(workFolder);
  const measurements: Measurement[] = [];
  for (const size of sizes) {
    const copy = path.join(workFolder, String(size));
    const measurement = await measure(siteDir, copy, size, print);
    fs.rmSync(copy, {recursive: true});
    measurements.push(measurement);
    print(
      `${measurement.seconds.toFixed(1)} s. Load of the machine: ${os.loadavg()[0]!.toFixed(1)} on ${os.availableParallelism()} processors.`,
    );
  }
  const faults = findFaults(measurements);
  if (jsonFile !== undefined) {
    fs.writeFileSync(jsonFile, `${JSON.stringify({measurements, faults}, null, 2)}\n`);
  }
  print(`\n${formatReport(measurements)}\n`);
  return faults;
}
