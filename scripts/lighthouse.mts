import {spawn} from 'node:child_process';
import {setTimeout as sleep} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {chromium} from '@playwright/test';
import * as chromeLauncher from 'chrome-launcher';
import lighthouse from 'lighthouse';
import {getMedian} from '../src/plugins/docusaurus-search-index/benchmark/report.ts';
import {ensureChromium} from './install.mjs';

/**
 * `npm run lighthouse -- [address …]`: measures pages of the built site as Lighthouse sees them on a phone, and exits with 1
 * if the median of a score is below its floor. The site is served compressed, as every host does; `docusaurus serve` does not.
 *
 * - `--runs <number>`: loads of each page, 5 by default. Blocking time, and with it performance, swings with the load of the
 *   machine; the other scores do not.
 * - `--skip-performance`: looks at what does not depend on the machine only.
 */
const {values: options, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    runs: {type: 'string', default: '5'},
    'skip-performance': {type: 'boolean', default: false},
  },
});

const PORT = 3220;

/** Lowest scores, in points of 100. */
const FLOORS: Readonly<Record<string, number>> = {
  ...(!options['skip-performance'] && {performance: 95}),
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};

const TIMES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'];

const DEFAULT_ADDRESSES = ['/docs/redis/eviction', '/docs/pods/creation', '/'];

async function waitForServer(): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      await fetch(`http://localhost:${PORT}/`);
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error(
    `No server at port ${PORT}. Is the port taken, or build/ missing? Run: npm run build`,
  );
}

/** Medians of the scores, and with performance of the times in milliseconds, of one page. */
async function measure(address: string, chromePort: number): Promise<Record<string, number>> {
  const values = new Map<string, number[]>();
  const add = (name: string, value: number): void => {
    values.set(name, [...(values.get(name) ?? []), Math.round(value)]);
  };
  for (let run = 0; run < Number(options.runs); run++) {
    const result = await lighthouse(`http://localhost:${PORT}${address}`, {
      port: chromePort,
      onlyCategories: Object.keys(FLOORS),
      logLevel: 'error',
    });
    if (!result || result.lhr.runtimeError) {
      throw new Error(`Lighthouse could not load ${address}: ${result?.lhr.runtimeError?.message}`);
    }
    const {categories, audits} = result.lhr;
    Object.keys(FLOORS).forEach((name) => add(name, (categories[name]?.score ?? 0) * 100));
    if (!options['skip-performance']) {
      TIMES.forEach((name) => add(name, audits[name]?.numericValue ?? 0));
    }
  }
  return Object.fromEntries([...values].map(([name, list]) => [name, getMedian(list)]));
}

async function main(): Promise<void> {
  const server = spawn('npx', ['serve', 'build', '--listen', String(PORT), '--no-clipboard'], {
    stdio: 'ignore',
    detached: true,
    env: {...process.env, NO_UPDATE_CHECK: '1'},
  });
  try {
    await waitForServer();
    const chrome = await chromeLauncher.launch({
      chromePath: ensureChromium() ?? chromium.executablePath(),
      chromeFlags: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
      ],
    });
    try {
      for (const address of positionals.length > 0 ? positionals : DEFAULT_ADDRESSES) {
        const medians = await measure(address, chrome.port);
        console.log(address, JSON.stringify(medians));
        for (const [category, floor] of Object.entries(FLOORS)) {
          if ((medians[category] ?? 0) < floor) {
            console.error(`${address}: ${category} is ${medians[category]}, below ${floor}.`);
            process.exitCode = 1;
          }
        }
      }
    } finally {
      chrome.kill();
    }
  } finally {
    process.kill(-server.pid!);
  }
}

await main();
