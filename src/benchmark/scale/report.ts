import {formatBytes, formatTable} from '../formatTable.ts';
import type {Timing} from './stopwatch.ts';

/** A part of a build. */
export type Phase = {
  readonly ms: number;
  /** What JavaScript kept in memory at its end, in bytes; in parts of a build this is not all: the bundler is no JavaScript. */
  readonly heapBytes: number;
};

/** What a build of a site of some size took. */
export type Measurement = {
  /** Pages of all editions. */
  readonly pages: number;
  readonly seconds: number;
  /** Nothing on systems that do not tell. */
  readonly peakBytes?: number;
  /** The built site. */
  readonly output: {readonly files: number; readonly bytes: number};
  /** What all its pages have together. */
  readonly htmlBytes: number;
  readonly timings: readonly Timing[];
  /** Parts of the build as Docusaurus names them. */
  readonly phases: Readonly<Record<string, Phase>>;
};

/** Time may grow as this power of what a step works on; what is above 1 is left to the machine. */
export const MAX_EXPONENT = 1.15;

/** The name of a step. */
const getStep = ({plugin, step}: Timing): string => `${plugin}, ${step}`;

/** Whether a step works on the built pages. */
const readsPages = (step: string): boolean => step.endsWith(', postBuild');

/**
 * What a step works on: `postBuild` on the built pages, each of which lists all sections in its sidebar, so that they grow with the site;
 * any other on the sources.
 */
const getSize = (step: string, {pages, htmlBytes}: Measurement): number =>
  readsPages(step) ? htmlBytes : pages;
/** What takes less at the largest size is not judged: it is noise, in milliseconds. */
export const NEGLIGIBLE = 1_000;

/** A step that takes more than its share when the site grows. */
export type Fault = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly exponent: number;
};

/** The power of the size as which something grows: 1 if it doubles with the size, 2 if it quadruples. */
export function getExponent(
  from: {readonly size: number; readonly value: number},
  to: {readonly size: number; readonly value: number},
): number {
  return Math.log(to.value / from.value) / Math.log(to.size / from.size);
}

/** With a smaller part of the time than this at work, a step has waited for other threads, and not only for its turn. */
const AT_WORK = 0.25;

/**
 * The times by which a step is judged: those in which the thread was at work, since the load of the machine comes and goes, and not stopped
 * to collect garbage, which takes the longer the more the whole build keeps; of a step that hands its work to other threads, at
 * whatever size, the times that passed, at all sizes.
 */
export function getJudged(timings: readonly Timing[]): number[] {
  const waits = timings.some(({ms, cpuMs}) => cpuMs === undefined || cpuMs < AT_WORK * ms);
  return timings.map(({ms, cpuMs, gcMs = 0}) => (waits ? ms : Math.max(0, cpuMs! - gcMs)));
}

/**
 * The steps of all plugins, and how long each took at each size, as it is judged, in milliseconds; 0 where it did not run.
 */
function listSteps(measurements: readonly Measurement[]): Map<string, number[]> {
  const timings = new Map<string, (Timing | undefined)[]>();
  measurements.forEach((measurement, index) => {
    for (const timing of measurement.timings) {
      const name = getStep(timing);
      const ofStep = timings.get(name) ?? measurements.map(() => undefined);
      ofStep[index] = timing;
      timings.set(name, ofStep);
    }
  });
  const steps = [...timings].map(([name, ofStep]) => {
    const judged = getJudged(ofStep.filter((timing) => timing !== undefined));
    return [name, ofStep.map((timing) => (timing ? judged.shift()! : 0))] as const;
  });
  return new Map(steps.sort(([, a], [, b]) => b.at(-1)! - a.at(-1)!));
}

/**
 * Finds what grows faster than the site.
 * @param measurements by size, the smallest first
 */
export function findFaults(measurements: readonly Measurement[]): Fault[] {
  return [...listSteps(measurements)].flatMap(([name, values]) =>
    values.at(-1)! < NEGLIGIBLE
      ? []
      : values.slice(1).flatMap((value, index) => {
          const [from, to] = [measurements[index]!, measurements[index + 1]!];
          const exponent = getExponent(
            {size: getSize(name, from), value: values[index]!},
            {size: getSize(name, to), value},
          );
          return exponent > MAX_EXPONENT && value >= NEGLIGIBLE
            ? [{name, from: from.pages, to: to.pages, exponent}]
            : [];
        }),
  );
}

/** How deep parts of a build are looked at: build, language, part, part of it. */
const DEPTH = 4;

/** Parts of a build from what Docusaurus prints about its performance. */
export function parsePhases(output: string): Record<string, Phase> {
  const phases: Record<string, Phase> = {};
  const line = /^\[PERF\] (.+?) - ([\d.]+) (ms|seconds!) - \(Heap \d+mb -> (\d+)mb/gm;
  for (const [, label = '', value, unit, heap] of output.matchAll(line)) {
    // The workers that render side by side are left out.
    if (label.startsWith('Build') && label.split(' > ').length <= DEPTH) {
      phases[label] = {
        ms: Number(value) * (unit === 'ms' ? 1 : 1000),
        heapBytes: Number(heap) * 1024 ** 2,
      };
    }
  }
  return phases;
}

const formatMs = (ms: number): string => (ms < 10 ? ms.toFixed(1) : String(Math.round(ms)));

/** Times by name and size, with the exponents between sizes, in Markdown; see `getSize` for what they are of. */
function formatTimes(
  title: string,
  measurements: readonly Measurement[],
  rows: ReadonlyMap<string, readonly number[]>,
): string {
  const pages = measurements.map(({pages: count}) => count);
  const formatExponent = (name: string, values: readonly number[], index: number): string => {
    const exponent = getExponent(
      {size: getSize(name, measurements[index]!), value: values[index]!},
      {size: getSize(name, measurements[index + 1]!), value: values[index + 1]!},
    );
    return Number.isFinite(exponent) ? exponent.toFixed(2) : '–';
  };
  const steps = pages.slice(1).map((to, index) => `${pages[index]}→${to}`);
  return formatTable([
    [title, ...pages.map((count) => `${count} pages`), ...steps],
    ...[...rows].map(([name, values]) => [
      name,
      ...values.map(formatMs),
      ...steps.map((_, index) => formatExponent(name, values, index)),
    ]),
  ]);
}

/** All that was measured, as tables. */
export function formatReport(measurements: readonly Measurement[]): string {
  const pages = measurements.map(({pages: count}) => count);
  const builds = formatTable([
    ['Pages', 'Build', 'Peak memory', 'Output', 'HTML a page', 'Files', 'ms a page'],
    ...measurements.map(({pages: count, seconds, peakBytes, output, htmlBytes}) => [
      String(count),
      `${seconds.toFixed(1)} s`,
      peakBytes === undefined ? '–' : formatBytes(peakBytes),
      formatBytes(output.bytes),
      formatBytes(htmlBytes / count),
      String(output.files),
      ((seconds * 1000) / count).toFixed(0),
    ]),
  ]);
  const plugins = new Map<string, number[]>();
  measurements.forEach(({timings}, index) => {
    for (const {plugin, ms} of timings) {
      const values = plugins.get(plugin) ?? measurements.map(() => 0);
      values[index]! += ms;
      plugins.set(plugin, values);
    }
  });
  const sorted = new Map([...plugins].sort(([, a], [, b]) => b.at(-1)! - a.at(-1)!));
  const steps = new Map(
    [...listSteps(measurements)].filter(([, values]) => values.some((value) => value >= 1)),
  );
  const collections = new Map(
    [...steps.keys()].map((name) => [
      name,
      measurements.map(
        ({timings}) => timings.find((timing) => getStep(timing) === name)?.gcMs ?? 0,
      ),
    ]),
  );
  const names = Object.keys(measurements.at(-1)?.phases ?? {});
  const phases = new Map(
    names.map((name) => [
      name,
      measurements.map((measurement) => measurement.phases[name]?.ms ?? 0),
    ]),
  );
  const heaps = [
    ['JavaScript in memory at its end', ...pages.map((count) => `${count} pages`)],
    ...names.map((name) => [
      name,
      ...measurements.map((measurement) => formatBytes(measurement.phases[name]?.heapBytes ?? 0)),
    ]),
  ];
  return [
    builds,
    formatTimes('Plugin, ms that passed', measurements, sorted),
    formatTimes('Step of a plugin, ms at work without collecting garbage', measurements, steps),
    formatTimes('Garbage collected meanwhile, ms', measurements, collections),
    ...(phases.size > 0
      ? [
          formatTimes('Part of the build, as Docusaurus counts, ms', measurements, phases),
          formatTable(heaps),
        ]
      : []),
  ].join('\n\n');
}

/** A fault as a line. */
export function formatFault({name, from, to, exponent}: Fault): string {
  const size = readsPages(name) ? 'the HTML' : 'the number of pages';
  return `${name}: from ${from} to ${to} pages its time grows as ${size} to the power of ${exponent.toFixed(2)}, more than ${MAX_EXPONENT}. Look for a search through all pages that is made for each page.`;
}
