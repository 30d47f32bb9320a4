import {setTimeout as sleep} from 'node:timers/promises';
import type {Browser, Page} from '@playwright/test';
import type lighthouse from 'lighthouse';
import {sumTransfers, TransferLog, type Load} from './transfers.ts';

/** What a page loads: until it is idle without being touched, and after the first interaction. */
export type PageLoad = {readonly untouched: Load; readonly used: Load};

/** What Lighthouse says of one load of a page: times in milliseconds. */
export type Vitals = {
  readonly fcp: number;
  readonly lcp: number;
  readonly tbt: number;
  readonly cls: number;
};

/** A phone, as Lighthouse takes one. */
const PHONE = {
  viewport: {width: 412, height: 823},
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
} as const;

/** How long nothing must be loaded until a page counts as idle, and how long that is waited for, in milliseconds. */
const QUIET = 2_500;
const PATIENCE = 30_000;

/**
 * Waits until a page loads nothing more. It must be at rest, too: scripts that are still being run ask for others when they are done,
 * on a busy machine seconds later.
 */
async function waitUntilIdle(page: Page, log: TransferLog): Promise<void> {
  const end = Date.now() + PATIENCE;
  let known = -1;
  let quietSince = Date.now();
  while (Date.now() < end && Date.now() - quietSince < QUIET) {
    const count = log.list().length;
    if (count !== known || log.isBusy()) {
      known = count;
      quietSince = Date.now();
    }
    await page.evaluate(() => new Promise<void>((rest) => requestIdleCallback(() => rest())));
    await sleep(100);
  }
}

/** Loads a page in a browser without memory, and counts what comes over the line. */
export async function measureLoad(browser: Browser, url: string): Promise<PageLoad> {
  const context = await browser.newContext({...PHONE, ignoreHTTPSErrors: true});
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const log = new TransferLog();
    session.on('Network.requestWillBeSent', ({requestId: id, request, type = ''}) =>
      log.add({name: 'requestWillBeSent', id, url: request.url, type}),
    );
    session.on('Network.requestWillBeSentExtraInfo', ({requestId: id, headers}) =>
      log.add({name: 'headers', id, headers}),
    );
    session.on('Network.responseReceived', ({requestId: id, response: {mimeType}}) =>
      log.add({name: 'responseReceived', id, mimeType}),
    );
    session.on('Network.loadingFinished', ({requestId: id, encodedDataLength: bytes}) =>
      log.add({name: 'finished', id, bytes}),
    );
    session.on('Network.loadingFailed', ({requestId: id}) => log.add({name: 'failed', id}));
    await session.send('Network.enable');
    const response = await page.goto(url, {waitUntil: 'load'});
    if (!response?.ok()) {
      throw new Error(
        `${url}: The site answers with ${response?.status()}. Look at how it names the files of its pages.`,
      );
    }
    await waitUntilIdle(page, log);
    const untouched = sumTransfers(log.list());
    await page.mouse.move(200, 300);
    await page.mouse.move(210, 320);
    await waitUntilIdle(page, log);
    return {untouched, used: sumTransfers(log.list())};
  } finally {
    await context.close();
  }
}

/** Lighthouse, which is handed in: it is a module of a kind that these cannot load themselves. */
export type Lighthouse = typeof lighthouse;

/**
 * Measures a page with Lighthouse as on a phone: a slow connection and processor are simulated.
 * @param port of the browser, for its tools
 * @throws {Error} if Lighthouse cannot load the page
 */
export async function measureVitals(url: string, port: number, run: Lighthouse): Promise<Vitals> {
  const result = await run(url, {
    port,
    onlyCategories: ['performance'],
    logLevel: 'error',
  });
  if (!result || result.lhr.runtimeError) {
    throw new Error(`${url}: Lighthouse could not load it: ${result?.lhr.runtimeError?.message}`);
  }
  const read = (name: string): number => result.lhr.audits[name]?.numericValue ?? NaN;
  return {
    fcp: read('first-contentful-paint'),
    lcp: read('largest-contentful-paint'),
    tbt: read('total-blocking-time'),
    cls: read('cumulative-layout-shift'),
  };
}
