import {getMedian, type Verdict} from '../../plugins/docusaurus-search-index/benchmark/report.ts';
import {formatBytes, formatTable} from '../formatTable.ts';
import type {PageLoad, Vitals} from './measurePage.ts';
import type {SiteName} from './sites.ts';

/** Kinds of pages that are compared, and the path of one of each kind. */
export const PAGES = {
  text: 'docs/redis/eviction',
  diagram: 'docs/pods/creation',
  home: '',
} as const;

/** A kind of page. */
export type PageKind = keyof typeof PAGES;

/** How a site was built. */
export type BuildMeasurement = {
  readonly seconds: number;
  /** Nothing on systems that do not tell. */
  readonly peakBytes?: number;
  readonly files: number;
  readonly bytes: number;
};

/** All that was measured of a site. */
export type SiteMeasurement = {
  readonly site: SiteName;
  readonly title: string;
  readonly build: BuildMeasurement;
  readonly pages: Readonly<
    Record<PageKind, {readonly load: PageLoad; readonly vitals: readonly Vitals[]}>
  >;
};

/** The median of each value of several loads. */
export function getMedianVitals(vitals: readonly Vitals[]): Vitals {
  const median = (name: keyof Vitals): number => getMedian(vitals.map((load) => load[name]));
  return {fcp: median('fcp'), lcp: median('lcp'), tbt: median('tbt'), cls: median('cls')};
}

const KINDS = Object.keys(PAGES) as PageKind[];

const formatKilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);

/** All sites side by side, in Markdown: a line for each site and kind of page. */
export function formatSites(sites: readonly SiteMeasurement[]): string {
  const rows = KINDS.flatMap((kind) =>
    sites.map(({title, build, pages}) => {
      const {load, vitals} = pages[kind];
      const {fcp, lcp, tbt, cls} = getMedianVitals(vitals);
      return [
        title,
        kind,
        formatKilobytes(load.untouched.bytes),
        formatKilobytes(load.untouched.prefetchBytes),
        String(load.untouched.requests),
        formatKilobytes(load.used.bytes),
        String(load.used.requests),
        ...[fcp, lcp, tbt].map((ms) => String(Math.round(ms))),
        cls.toFixed(3),
        build.seconds.toFixed(1),
        build.peakBytes === undefined ? '–' : formatBytes(build.peakBytes),
        formatBytes(build.bytes),
        String(build.files),
      ];
    }),
  );
  return formatTable([
    [
      'Site',
      'Page',
      'KB untouched',
      'of it prefetched',
      'Requests',
      'KB used',
      'Requests used',
      'FCP',
      'LCP',
      'TBT',
      'CLS',
      'Build s',
      'Memory',
      'Output',
      'Files',
    ],
    ...rows,
  ]);
}

/** How this site fares by another one: below 1 is less. */
export function formatRatios(sites: readonly SiteMeasurement[]): string {
  const ours = sites.find(({site}) => site === 'ours');
  if (!ours) {
    return '';
  }
  return sites
    .filter((other) => other !== ours)
    .map((other) => {
      const ratio = (own: number, their: number): string => `${(own / their).toFixed(2)}×`;
      const ofPages = KINDS.map((kind) => {
        const [own, their] = [ours.pages[kind], other.pages[kind]];
        const [ownVitals, theirVitals] = [own, their].map(({vitals}) => getMedianVitals(vitals));
        return `${kind} ${ratio(own.load.untouched.bytes, their.load.untouched.bytes)} bytes, ${ratio(ownVitals!.lcp, theirVitals!.lcp)} LCP`;
      });
      const memory =
        ours.build.peakBytes !== undefined && other.build.peakBytes !== undefined
          ? `, ${ratio(ours.build.peakBytes, other.build.peakBytes)} memory`
          : '';
      return `This project by ${other.title}: ${ofPages.join('; ')}; build ${ratio(ours.build.seconds, other.build.seconds)} time${memory}`;
    })
    .join('\n');
}

/** How the numbers came about, and how they are to be read. */
export function formatNotes(runs: number): string {
  return [
    'Untouched: all that comes over the line (HTTP/2, Brotli 11, headers included) until the page is idle; used: after the pointer has moved, too.',
    `FCP, LCP, TBT in milliseconds and CLS: Lighthouse, mobile, medians of ${runs} loads; the sites take turns.`,
    'Build: cold, without anything kept from earlier ones, with all pages of all editions; memory of all its processes at its peak.',
    'This project builds more than the others: the search, views of what changed, social cards, and Markdown of each page.',
  ].join('\n');
}

/** The promise: on no kind of page this site's largest element is there later than Starlight's. Nothing without either. */
export function judge(sites: readonly SiteMeasurement[]): Verdict[] {
  const ours = sites.find(({site}) => site === 'ours');
  const starlight = sites.find(({site}) => site === 'starlight');
  if (!ours || !starlight) {
    return [];
  }
  return KINDS.map((kind) => {
    const own = Math.round(getMedianVitals(ours.pages[kind].vitals).lcp);
    const other = Math.round(getMedianVitals(starlight.pages[kind].vitals).lcp);
    return {
      isKept: own <= other,
      text: `LCP, ${kind}: ${own} ms, Starlight ${other} ms`,
    };
  });
}
