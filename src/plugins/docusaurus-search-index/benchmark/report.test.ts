import {describe, expect, it} from 'vitest';
import type {Measurement} from './measure.ts';
import {
  formatDetails,
  formatTable,
  getMedian,
  getPercentile,
  judge,
  listKeystrokes,
  PROMISES,
} from './report.ts';

function createMeasurement(parts: Partial<Measurement> = {}): Measurement {
  return {
    engine: 'ours',
    title: 'This project',
    isThrottled: true,
    index: {files: 3, bytes: 7_200_000, sentBytes: 1_400_000},
    indexingMs: 47_490,
    requests: [
      {address: '/ours/embedded-MIZ2I4Y2.js', bytes: 6_000},
      {address: '/ours/search-index/docs.b3bccd6a48/c1.json', bytes: 40_000},
      {address: '/ours/search-index/docs.b3bccd6a48/c12.json', bytes: 50_000},
    ],
    hits: 15,
    answerRank: 1,
    loopbackMs: [400, 300, 900],
    slowMs: [500, 600, 550],
    keystrokes: [
      {text: '主', ms: 2},
      {text: '主从', ms: 12},
    ],
    ...parts,
  };
}

const PAGEFIND = createMeasurement({
  engine: 'pagefind',
  title: 'Pagefind, in the page',
  loopbackMs: [420, 410, 430],
  slowMs: [700, 710, 690],
});

const listBroken = (measurements: readonly Measurement[], pages = 2_000): string[] =>
  judge(measurements, pages)
    .filter(({isKept}) => !isKept)
    .map(({text}) => text);

describe('getPercentile', () => {
  it('is the nearest rank', () => {
    const values = Array.from({length: 20}, (_, i) => 20 - i);
    expect(getPercentile(values, 0.95)).toBe(19);
    expect(getPercentile(values, 0.5)).toBe(10);
    expect(getPercentile(values, 1)).toBe(20);
    expect(getPercentile([7], 0.95)).toBe(7);
  });

  it('takes the value in the middle as the median, whatever the order', () => {
    expect(getMedian([900, 100, 300])).toBe(300);
  });

  it('has nothing to say without values', () => {
    expect(getMedian([])).toBeNaN();
  });
});

describe('listKeystrokes', () => {
  it('has every keystroke once, with its median, slowest first', () => {
    const keystrokes = [
      {text: 'a', ms: 1},
      {text: 'ab', ms: 50},
      {text: 'a', ms: 3},
      {text: 'ab', ms: 5},
      {text: 'a', ms: 2},
      {text: 'ab', ms: 6},
    ];
    expect(listKeystrokes({keystrokes})).toEqual([
      {text: 'ab', ms: 6},
      {text: 'a', ms: 2},
    ]);
  });
});

describe('formatTable', () => {
  it('shows sums, medians and percentiles side by side, and marks what is not slowed down', () => {
    const table = formatTable([
      createMeasurement(),
      createMeasurement({
        engine: 'easyops',
        title: 'easyops',
        isThrottled: false,
        hits: 0,
        answerRank: undefined,
      }),
    ]);
    expect(table).toMatchInlineSnapshot(`
      "| Engine       | Indexing | Files |  Index | as sent | First result | requests | ms, loopback | ms, 10 Mbit/s 40 ms | Keystroke p50 | p95 | Hits | Right page |
      | ------------ | -------: | ----: | -----: | ------: | -----------: | -------: | -----------: | ------------------: | ------------: | --: | ---: | ---------: |
      | This project |   47.5 s |     3 | 7.2 MB |  1.4 MB |      96.0 kB |        3 |          400 |                 550 |           2.0 |  12 |   15 |      no. 1 |
      | easyops *    |   47.5 s |     3 | 7.2 MB |  1.4 MB |      96.0 kB |        3 |          400 |                 550 |           2.0 |  12 |    0 |    missing |"
    `);
  });
});

describe('formatDetails', () => {
  it('says what is loaded by kind of file, and begins with what is largest and slowest', () => {
    expect(formatDetails(createMeasurement())).toMatchInlineSnapshot(`
      "This project, what the first search loads:
         90.0 kB  c<N>.json, 2 of them
          6.0 kB  embedded.js, 1 of them
      This project, its largest files:
         50.0 kB  /ours/search-index/docs.b3bccd6a48/c12.json
         40.0 kB  /ours/search-index/docs.b3bccd6a48/c1.json
          6.0 kB  /ours/embedded-MIZ2I4Y2.js
      This project, slowest keystrokes:
           12 ms  主从
          2.0 ms  主"
    `);
  });
});

describe('judge', () => {
  it('finds all promises kept', () => {
    expect(judge([createMeasurement(), PAGEFIND], 2_000)).toMatchInlineSnapshot(`
      [
        {
          "isKept": true,
          "text": "First result: 96.0 kB of at most 160 kB, 15 hits",
        },
        {
          "isKept": true,
          "text": "First result, loopback: 400 ms, Pagefind 420 ms",
        },
        {
          "isKept": true,
          "text": "First result, 10 Mbit/s: 550 ms, Pagefind 700 ms",
        },
        {
          "isKept": true,
          "text": "Keystroke, p95: 12 ms of at most 16 ms",
        },
      ]
    `);
  });

  it('fails a first result that loads too much', () => {
    const requests = [{address: '/ours/x', bytes: PROMISES.firstBytes + 1}];
    expect(listBroken([createMeasurement({requests}), PAGEFIND])).toEqual([
      'First result: 160 kB of at most 160 kB, 15 hits',
    ]);
  });

  it('fails a first result that is none', () => {
    expect(listBroken([createMeasurement({hits: 0}), PAGEFIND])).toEqual([
      'First result: 96.0 kB of at most 160 kB, 0 hits',
    ]);
  });

  it('fails a first result that is slower than Pagefind on either connection', () => {
    expect(listBroken([createMeasurement({loopbackMs: [421]}), PAGEFIND])).toEqual([
      'First result, loopback: 421 ms, Pagefind 420 ms',
    ]);
    expect(listBroken([createMeasurement({slowMs: [701]}), PAGEFIND])).toEqual([
      'First result, 10 Mbit/s: 701 ms, Pagefind 700 ms',
    ]);
  });

  it('compares with the Pagefind that is slowed down, too', () => {
    const unthrottled = createMeasurement({...PAGEFIND, isThrottled: false, loopbackMs: [1]});
    expect(listBroken([createMeasurement(), unthrottled, PAGEFIND])).toEqual([]);
  });

  it('fails slow keystrokes, unless they are fewer than one in twenty', () => {
    const fast = Array.from({length: 19}, (_, i) => ({text: `fast ${i}`, ms: 1}));
    const slow = [1, 2].map((i) => ({text: `slow ${i}`, ms: 17}));
    expect(listBroken([createMeasurement({keystrokes: [...fast, slow[0]!]}), PAGEFIND])).toEqual(
      [],
    );
    expect(listBroken([createMeasurement({keystrokes: [...fast, ...slow]}), PAGEFIND])).toEqual([
      'Keystroke, p95: 17 ms of at most 16 ms',
    ]);
  });

  it('compares with nothing if Pagefind was not measured', () => {
    expect(judge([createMeasurement()], 100)).toHaveLength(2);
  });

  it('says nothing about sites that are larger than the promises', () => {
    expect(judge([createMeasurement({hits: 0}), PAGEFIND], 2_001)).toEqual([]);
  });
});
