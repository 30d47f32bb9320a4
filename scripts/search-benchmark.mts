import path from 'node:path';
import {GENERATED_FILES_DIR_NAME} from '@docusaurus/utils';
import {runBenchmark} from '../src/plugins/docusaurus-search-index/benchmark/runBenchmark.ts';
import {ensureChromium, PROJECT_DIR} from './install.mjs';
import {runBenchmarkCommand} from './runBenchmarkCommand.mts';

/**
 * `npm run search:benchmark`: measures the search on 2,000 generated pages beside Pagefind and @easyops-cn/docusaurus-search-local,
 * see runBenchmark. Exits with 1 if a promise is broken. Takes about half an hour; the other engines are installed at the first run.
 *
 * - `--pages <number>`: how many pages; the promises are for up to 2,000.
 * - `--only ours`: without the other engines, in some minutes. Nothing is compared, and no promise can be broken.
 * - `--json <file>`: writes down all that was measured.
 */
await runBenchmarkCommand(() =>
  runBenchmark({
    args: process.argv.slice(2),
    generatedFilesDir: path.resolve(GENERATED_FILES_DIR_NAME),
    cacheFolder: path.join(PROJECT_DIR, 'node_modules/.cache/search-benchmark'),
    chromium: ensureChromium(),
    print: (line) => console.log(line),
  }),
);
