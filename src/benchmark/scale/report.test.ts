import {expect, it} from 'vitest';
import {
  findFaults,
  formatFault,
  formatReport,
  getExponent,
  getJudged,
  parsePhases,
  type Measurement,
} from './report.ts';

const measure = (pages: number, times: Readonly<Record<string, number>>): Measurement => ({
  pages,
  seconds: pages / 50,
  peakBytes: pages * 1e6,
  output: {files: pages * 3, bytes: pages * 50_000},
  htmlBytes: pages * 20_000,
  timings: Object.entries(times).map(([plugin, ms]) => ({plugin, step: 'postBuild', ms, calls: 1})),
  phases: {Build: {ms: pages * 20, heapBytes: pages * 1e5}},
});

it('knows the power as which a time grows', () => {
  const from = {size: 100, value: 50};
  expect(getExponent(from, {size: 1000, value: 500})).toBeCloseTo(1);
  expect(getExponent(from, {size: 1000, value: 5000})).toBeCloseTo(2);
});

it('finds what grows faster than the site, unless it is too short to be measured', () => {
  const faults = findFaults([
    measure(100, {linear: 300, squared: 40, short: 0.09}),
    measure(1000, {linear: 3000, squared: 4000, short: 9}),
    measure(3000, {linear: 9500, squared: 36_000, short: 900}),
  ]);
  expect(faults.map(({name, from, to}) => [name, from, to])).toEqual([
    ['squared, postBuild', 100, 1000],
    ['squared, postBuild', 1000, 3000],
  ]);
  expect(formatFault(faults[0]!)).toMatchInlineSnapshot(
    `"squared, postBuild: from 100 to 1000 pages its time grows as the HTML to the power of 2.00, more than 1.15. Look for a search through all pages that is made for each page."`,
  );
});

it('judges what works on the built pages by their HTML, anything else by their number', () => {
  // Twice the HTML on each page.
  const [small, large] = [measure(100, {}), {...measure(1000, {}), htmlBytes: 40_000_000}];
  const take = (step: string, ms: number) => ({plugin: 'a', step, ms, calls: 1});
  const judge = (step: string): string[] =>
    findFaults([
      {...small, timings: [take(step, 1000)]},
      {...large, timings: [take(step, 20_000)]},
    ]).map(({name}) => name);
  expect(judge('postBuild')).toEqual([]);
  expect(judge('transform')).toEqual(['a, transform']);
});

it('judges a step by its own work, unless others do it', () => {
  const step = {plugin: 'a', step: 'postBuild', calls: 1};
  const own = {...step, ms: 5000, cpuMs: 2000};
  expect(getJudged([{...step, ms: 5000}])).toEqual([5000]);
  expect(getJudged([own])).toEqual([2000]);
  expect(getJudged([{...own, gcMs: 500}])).toEqual([1500]);
  expect(getJudged([{...step, ms: 50_000, cpuMs: 5000, gcMs: 500}])).toEqual([50_000]);
  // One clock for all sizes: by two of them, anything may seem to grow.
  expect(getJudged([own, {...step, ms: 50_000, cpuMs: 5000}])).toEqual([5000, 50_000]);
  const faults = findFaults([
    {...measure(100, {}), timings: [own]},
    {...measure(1000, {}), timings: [{...step, ms: 50_000, cpuMs: 5000}]},
  ]);
  expect(faults).toEqual([]);
});

it('finds what only begins to grow at a large size', () => {
  const faults = findFaults([
    measure(100, {late: 500}),
    measure(1000, {late: 2000}),
    measure(3000, {late: 12_000}),
  ]);
  expect(faults.map(({from, to}) => [from, to])).toEqual([[1000, 3000]]);
});

it('shows sizes, times and growth', () => {
  const report = formatReport([measure(100, {linear: 300}), measure(1000, {linear: 3000})]);
  expect(report).toContain('| 100   |  2.0 s |');
  expect(report).toMatch(/\| linear +\| +300 \| +3000 \| +1\.00 \|/);
});

it('reads what Docusaurus prints about a build', () => {
  const output = `[INFO] Creating an optimized production build...
[PERF] Build > zh-Hans > Load site > Load plugins > Init plugins - 812.10 ms - (Heap 60mb -> 80mb / Total 120mb)
[PERF] Build > zh-Hans > Load site - 1.50 seconds! - (Heap 60mb -> 80mb / Total 120mb)
[PERF] SSG Worker 1 - Task 1 - Rendering 10 pathnames - 455.00 ms - (Heap 60mb -> 80mb / Total 120mb)
[PERF] Build > zh-Hans > SSG - 250.00 ms - (Heap 60mb -> 80mb / Total 120mb)
`;
  expect(parsePhases(output)).toEqual({
    'Build > zh-Hans > Load site': {ms: 1500, heapBytes: 80 * 1024 ** 2},
    'Build > zh-Hans > SSG': {ms: 250, heapBytes: 80 * 1024 ** 2},
  });
});
