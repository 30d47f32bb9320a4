import path from 'node:path';
import {parseArgs} from 'node:util';
import {chromium, type Browser, type Page} from '@playwright/test';
import {getMedian} from '../src/plugins/docusaurus-search-index/benchmark/report.ts';
import {runNginx} from '../src/hosting/runNginx.ts';
import {ensureChromium, ensureNginx} from './install.mjs';

/**
 * `npm run wake`: how long the search takes to open, on a page of the packed site by nginx, from the key to the frame that shows the
 * dialog with the focus in its field. Prints medians in milliseconds, and exits with 1 if one is over its limit. Needs
 * `build-packed/` (`npm run pack`), nginx, and an idle machine.
 *
 * - `--runs <number>`: 7 by default.
 */
const {values: options} = parseArgs({options: {runs: {type: 'string', default: '7'}}});

const PORT = 3230;
const ADDRESS = '/docs/redis/eviction';

/**
 * "Slow 4G" as Lighthouse simulates it: 150 ms to the server and back, nine tenths of 1.6 Mbit/s,
 * https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
 */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: (750 * 1024 * 0.9) / 8,
};
const CPU_SLOWDOWN = 4;

/** Limits in milliseconds. */
const LIMITS = {
  'nothing loaded, slow 4G, processor 4 times slower': 1500,
  'scripts in the cache of the browser': 150,
  'page awake': 150,
} as const;
type Case = keyof typeof LIMITS;

/**
 * Runs in the page: a promise of the time from the next key to the frame after the one in which the search field has the focus. A
 * text, since tsx puts calls into functions that a page does not know.
 */
const WATCH = `window.searchOpened = new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error('The search does not open.')), 30_000);
  window.addEventListener('keydown', ({timeStamp}) => {
    const look = () =>
      document.activeElement?.matches('.DocSearch-Input')
        ? requestAnimationFrame(() => resolve(performance.now() - timeStamp))
        : requestAnimationFrame(look);
    look();
  }, {capture: true, once: true});
}); undefined`;

async function openSearch(page: Page): Promise<number> {
  await page.evaluate(WATCH);
  await page.keyboard.press('Control+k');
  return page.evaluate<number>('window.searchOpened');
}

/** One time for each case. */
async function measure(browser: Browser): Promise<Record<Case, number>> {
  const context = await browser.newContext({baseURL: `http://localhost:${PORT}`});
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', SLOW_4G);
  await client.send('Emulation.setCPUThrottlingRate', {rate: CPU_SLOWDOWN});
  const response = await page.goto(ADDRESS, {waitUntil: 'networkidle'});
  if (response?.status() !== 200) {
    throw new Error(`${ADDRESS} answers ${response?.status()}. Run: npm run build && npm run pack`);
  }
  const cold = await openSearch(page);
  await page.waitForLoadState('networkidle');
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await client.send('Emulation.setCPUThrottlingRate', {rate: 1});
  await page.goto(ADDRESS, {waitUntil: 'networkidle'});
  const cached = await openSearch(page);
  await page.keyboard.press('Escape');
  await page.locator('.DocSearch-Container').waitFor({state: 'detached'});
  const awake = await openSearch(page);
  await context.close();
  return {
    'nothing loaded, slow 4G, processor 4 times slower': cold,
    'scripts in the cache of the browser': cached,
    'page awake': awake,
  };
}

async function main(): Promise<void> {
  const missing = ensureNginx();
  if (missing.length > 0) {
    throw new Error(`Install ${missing.join(' and ')} first.`);
  }
  const nginx = await runNginx(path.resolve('build-packed'), PORT, false);
  const executablePath = ensureChromium();
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-background-networking'],
    ...(executablePath && {executablePath}),
  });
  try {
    const times: Record<Case, number>[] = [];
    for (let run = 0; run < Number(options.runs); run++) {
      times.push(await measure(browser));
    }
    for (const [name, limit] of Object.entries(LIMITS) as [Case, number][]) {
      const sorted = times.map((time) => time[name]).sort((a, b) => a - b);
      const median = getMedian(sorted);
      const all = sorted.map(Math.round).join(', ');
      console.log(`${name}: ${Math.round(median)} ms (${all}), at most ${limit}`);
      if (!(median <= limit)) {
        process.exitCode = 1;
      }
    }
  } finally {
    await browser.close();
    await nginx.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
