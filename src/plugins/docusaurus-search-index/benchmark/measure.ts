import type {Browser, Page} from '@playwright/test';
import type {Engine, Variant} from './engine.ts';
import {SEARCH, type HarnessHit, type Search} from './harness/expose.ts';
import type {BenchmarkServer, IndexSize, Sent} from './serve.ts';

/** The query of the first search, and the page that answers it. */
export const FIRST_QUERY = '主从复制延迟';
export const ANSWER = '/docs/mysql/replication';

/** What is typed, letter by letter. */
export const TYPED_QUERIES = [
  FIRST_QUERY,
  'graceful shutdown',
  'kube-proxy 原理',
  'terminationGracePeriodSeconds',
  'zhucongfuzhi',
] as const;

/** How much slower the processor is made. */
export const SLOWDOWN = 4;
/** A slow connection. */
export const CONNECTION = {megabits: 10, latencyMs: 40} as const;

/** First searches of each kind, and times all queries are typed, each in a browser without memory. */
const FIRST_ROUNDS = 5;
const TYPING_ROUNDS = 5;
/** An engine whose first search takes as long as this is not measured as often, in milliseconds and rounds. */
const LONG = 15_000;
const LONG_ROUNDS = 3;
/** How long a search may take, in milliseconds. */
const TIMEOUT = 600_000;

/** One keystroke: what stood in the field, and how long it took until the hits were there. */
export type Keystroke = {readonly text: string; readonly ms: number};

/** What was measured of an engine in one way to run it. */
export type Measurement = Pick<Variant, 'title' | 'isThrottled'> & {
  readonly engine: Engine['name'];
  readonly index: IndexSize;
  readonly indexingMs: number;
  /** What the first search loaded. */
  readonly requests: readonly Sent[];
  /** How many hits it found. */
  readonly hits: number;
  /** Place of the page that answers it, from 1; nothing if it is not among the hits. */
  readonly answerRank?: number;
  /** Times of first searches over loopback and over a slow connection. */
  readonly loopbackMs: readonly number[];
  readonly slowMs: readonly number[];
  /** Keystrokes after the same ones have been made before. */
  readonly keystrokes: readonly Keystroke[];
};

type Timed = {readonly hits: readonly HarnessHit[]; readonly ms: number};

/** Opens the page of an engine in a browser that remembers nothing, on a slow processor. */
async function openPage(browser: Browser, address: string, isSlow: boolean): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT);
  await page.goto(address);
  await page.waitForFunction((name) => name in window, SEARCH);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', {rate: SLOWDOWN});
  if (isSlow) {
    const bytes = (CONNECTION.megabits * 1e6) / 8;
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: CONNECTION.latencyMs,
      downloadThroughput: bytes,
      uploadThroughput: bytes,
    });
  }
  return page;
}

/** Searches, from the call until title and passage of every hit are there. */
function search(page: Page, query: string): Promise<Timed> {
  return page.evaluate(
    async ({name, text}) => {
      const run = (window as unknown as Record<string, Search>)[name]!;
      const start = performance.now();
      const hits = await run(text);
      return {hits, ms: performance.now() - start};
    },
    {name: SEARCH, text: query},
  );
}

/** Types queries letter by letter. @returns how long each keystroke took */
function type(page: Page, queries: readonly string[]): Promise<Keystroke[]> {
  return page.evaluate(
    async ({name, texts}) => {
      const run = (window as unknown as Record<string, Search>)[name]!;
      const keystrokes: {text: string; ms: number}[] = [];
      for (const text of texts) {
        const letters = [...text];
        for (let length = 1; length <= letters.length; length++) {
          const typed = letters.slice(0, length).join('');
          const start = performance.now();
          await run(typed);
          keystrokes.push({text: typed, ms: performance.now() - start});
        }
      }
      return keystrokes;
    },
    {name: SEARCH, texts: queries},
  );
}

/** Place of the page that answers the first query among the pages of the hits, from 1. */
function findAnswer(hits: readonly HarnessHit[]): number | undefined {
  const pages = hits.map(({url}) => new URL(url, 'http://localhost').pathname.replace(/\/$/, ''));
  const place = [...new Set(pages)].indexOf(ANSWER);
  return place < 0 ? undefined : place + 1;
}

/** Gathers what is measured of a way to run an engine. */
class Subject {
  readonly #browser: Browser;
  readonly #server: BenchmarkServer;
  readonly #address: string;
  readonly #known: Pick<Measurement, 'engine' | 'title' | 'isThrottled' | 'index' | 'indexingMs'>;
  readonly #times = {loopback: [] as number[], slow: [] as number[]};
  readonly #keystrokes: Keystroke[] = [];
  #first: {requests: readonly Sent[]; hits: readonly HarnessHit[]} = {requests: [], hits: []};

  constructor(
    browser: Browser,
    server: BenchmarkServer,
    origin: string,
    {name, indexingMs}: Engine,
    variant: Variant,
    index: IndexSize,
  ) {
    this.#browser = browser;
    this.#server = server;
    this.#address = `${origin}/${name}/${variant.name}.html`;
    const {title, isThrottled} = variant;
    this.#known = {engine: name, title, isThrottled, index, indexingMs};
  }

  async searchFirst(connection: 'loopback' | 'slow'): Promise<void> {
    const times = this.#times[connection];
    if (times.length >= LONG_ROUNDS && Math.min(...times) > LONG) {
      return;
    }
    const page = await openPage(this.#browser, this.#address, connection === 'slow');
    this.#server.takeLog();
    const {hits, ms} = await search(page, FIRST_QUERY);
    this.#first = {requests: this.#server.takeLog(), hits};
    times.push(ms);
    await page.context().close();
  }

  async type(round: number): Promise<void> {
    if (round > LONG_ROUNDS && Math.min(...this.#times.loopback) > LONG) {
      return;
    }
    const page = await openPage(this.#browser, this.#address, false);
    await type(page, TYPED_QUERIES);
    this.#keystrokes.push(...(await type(page, TYPED_QUERIES)));
    await page.context().close();
  }

  finish(): Measurement {
    const {requests, hits} = this.#first;
    return {
      ...this.#known,
      requests,
      hits: hits.length,
      answerRank: findAnswer(hits),
      loopbackMs: this.#times.loopback,
      slowMs: this.#times.slow,
      keystrokes: this.#keystrokes,
    };
  }
}

/**
 * Measures engines in the browser. They take turns, so that what else the machine does meets all of them.
 * @param print gets a line at a time about what is going on
 */
export async function measureEngines(
  engines: readonly {readonly engine: Engine; readonly index: IndexSize}[],
  browser: Browser,
  server: BenchmarkServer,
  origin: string,
  print: (line: string) => void,
): Promise<Measurement[]> {
  const subjects = engines.flatMap(({engine, index}) =>
    engine.variants.map((variant) => new Subject(browser, server, origin, engine, variant, index)),
  );
  for (const connection of ['loopback', 'slow'] as const) {
    for (let round = 1; round <= FIRST_ROUNDS; round++) {
      print(`First search, ${connection} connection, round ${round} of ${FIRST_ROUNDS} …`);
      for (const subject of subjects) {
        await subject.searchFirst(connection);
      }
    }
  }
  for (let round = 1; round <= TYPING_ROUNDS; round++) {
    print(`Typing, round ${round} of ${TYPING_ROUNDS} …`);
    for (const subject of subjects) {
      await subject.type(round);
    }
  }
  return subjects.map((subject) => subject.finish());
}
