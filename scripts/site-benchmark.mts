import {launch} from 'chrome-launcher';
import lighthouse from 'lighthouse';
import {runBenchmark} from '../src/benchmark/peers/runBenchmark.ts';
import {ensureChromium, PROJECT_DIR} from './install.mjs';
import {runBenchmarkCommand} from './runBenchmarkCommand.mts';

/**
 * `npm run site:benchmark`: compares this site with the same text built by Docusaurus as it is delivered, VitePress and Starlight,
 * see runBenchmark. Exits with 1 if a promise is broken. Takes about a quarter of an hour; the others are installed at the first run.
 *
 * - `--runs <number>`: loads of each page by Lighthouse, 3 by default.
 * - `--only ours,starlight`: some of the sites.
 * - `--work <folder>`: where a folder `site-benchmark` is made, outside of the project.
 * - `--json <file>`: writes down all that was measured.
 */
await runBenchmarkCommand(() =>
  runBenchmark({
    args: process.argv.slice(2),
    projectDir: PROJECT_DIR,
    chromium: ensureChromium(),
    tools: {lighthouse, launch},
    print: (line) => console.log(line),
  }),
);
