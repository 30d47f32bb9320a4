import {expect, it} from 'vitest';
import type {Vitals} from './measurePage.ts';
import {formatRatios, formatSites, getMedianVitals, judge, type SiteMeasurement} from './report.ts';
import type {SiteName} from './sites.ts';
import {parseOptions} from './runBenchmark.ts';

const vitals = (lcp: number, tbt = 0): Vitals => ({fcp: 900, lcp, tbt, cls: 0});

function measure(site: SiteName, lcps: readonly number[], bytes: number): SiteMeasurement {
  const load = (factor: number) => ({
    bytes: bytes * factor,
    requests: 3 * factor,
    prefetchBytes: 0,
    scriptBytes: 0,
  });
  const page = {load: {untouched: load(1), used: load(4)}, vitals: lcps.map((lcp) => vitals(lcp))};
  return {
    site,
    title: site,
    build: {seconds: bytes / 1000, peakBytes: bytes * 1000, files: 10, bytes: 5_000_000},
    pages: {text: page, diagram: page, home: page},
  };
}

it('takes the median of each value', () => {
  const loads = [vitals(900, 50), vitals(1000, 10), vitals(5000, 20)];
  expect(getMedianVitals(loads)).toEqual({fcp: 900, lcp: 1000, tbt: 20, cls: 0});
});

it('shows sites side by side', () => {
  const sites = [measure('ours', [930, 940, 2000], 20_480), measure('starlight', [1000], 51_200)];
  const [, , first, second] = formatSites(sites).split('\n');
  expect(first).toMatch(
    /^\| ours +\| +text \| +20\.0 \| +0\.0 \| +3 \| +80\.0 \| +12 \| +900 \| +940 \| +0 \| 0\.000 \| +20\.5 \|/,
  );
  expect(second).toContain('starlight');
  expect(formatRatios(sites)).toContain('text 0.40× bytes, 0.94× LCP');
  expect(formatRatios(sites)).toContain('build 0.40× time, 0.40× memory');
});

it('breaks the promise if a page is there later than Starlight’s', () => {
  const starlight = measure('starlight', [1000, 1000.4], 1);
  const judged = (lcp: number): boolean[] =>
    judge([measure('ours', [lcp], 1), starlight]).map(({isKept}) => isKept);
  expect(judged(1000)).toEqual([true, true, true]);
  expect(judged(1001)).toEqual([false, false, false]);
  expect(judge([measure('ours', [9000], 1)])).toEqual([]);
});

it('knows its arguments', () => {
  expect(parseOptions(['--only', 'starlight,ours', '--runs', '5', '--work', '/w'])).toEqual({
    runs: 5,
    sites: ['ours', 'starlight'],
    workFolder: '/w/site-benchmark',
  });
  expect(() => parseOptions(['--runs', 'many'])).toThrow(
    '--runs many: This is not a number of loads.',
  );
  expect(() => parseOptions(['--only', 'hugo'])).toThrow(
    'There is no site "hugo". Name some of: ours',
  );
});
