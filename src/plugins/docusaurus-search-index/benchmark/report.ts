import {CONNECTION, FIRST_QUERY, SLOWDOWN, type Keystroke, type Measurement} from './measure.ts';
import type {Sent} from './serve.ts';

/** What the search promises for a site of up to `pages` pages. */
export const PROMISES = {
  pages: 2_000,
  /** Most bytes to the first result, as sent, index and code. */
  firstBytes: 160_000,
  /** Longest time from a keystroke to its hits, of 95 in 100, once their files are there, in milliseconds. */
  keystrokeMs: 16,
} as const;

/** A promise, and whether it is kept. */
export type Verdict = {readonly isKept: boolean; readonly text: string};

/** The value below which a share of the values lies (nearest rank); NaN without values. */
export function getPercentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** The value in the middle, of two the lower one. */
export const getMedian = (values: readonly number[]): number => getPercentile(values, 0.5);

const sumBytes = ({requests}: Measurement): number =>
  requests.reduce((sum, {bytes}) => sum + bytes, 0);

const formatBytes = (bytes: number): string =>
  bytes < 1_000_000
    ? `${(bytes / 1_000).toFixed(bytes < 100_000 ? 1 : 0)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;

const formatMs = (ms: number): string => (ms < 10 ? ms.toFixed(1) : String(Math.round(ms)));

/** Every keystroke once, with the median of its rounds, slowest first. */
export function listKeystrokes({keystrokes}: Pick<Measurement, 'keystrokes'>): Keystroke[] {
  const times = new Map<string, number[]>();
  for (const {text, ms} of keystrokes) {
    times.set(text, [...(times.get(text) ?? []), ms]);
  }
  return [...times]
    .map(([text, list]) => ({text, ms: getMedian(list)}))
    .sort((a, b) => b.ms - a.ms);
}

const getMs = (measurement: Measurement): number[] => listKeystrokes(measurement).map(({ms}) => ms);

const COLUMNS: readonly [title: string, getText: (measurement: Measurement) => string][] = [
  ['Engine', ({title, isThrottled}) => title + (isThrottled ? '' : ' *')],
  ['Indexing', ({indexingMs}) => `${(indexingMs / 1_000).toFixed(1)} s`],
  ['Files', ({index}) => String(index.files)],
  ['Index', ({index}) => formatBytes(index.bytes)],
  ['as sent', ({index}) => formatBytes(index.sentBytes)],
  ['First result', (measurement) => formatBytes(sumBytes(measurement))],
  ['requests', ({requests}) => String(requests.length)],
  ['ms, loopback', ({loopbackMs}) => formatMs(getMedian(loopbackMs))],
  [
    `ms, ${CONNECTION.megabits} Mbit/s ${CONNECTION.latencyMs} ms`,
    ({slowMs}) => formatMs(getMedian(slowMs)),
  ],
  ['Keystroke p50', (measurement) => formatMs(getPercentile(getMs(measurement), 0.5))],
  ['p95', (measurement) => formatMs(getPercentile(getMs(measurement), 0.95))],
  ['Hits', ({hits}) => String(hits)],
  ['Right page', ({answerRank}) => (answerRank === undefined ? 'missing' : `no. ${answerRank}`)],
];

/** The results side by side, in Markdown. */
export function formatTable(measurements: readonly Measurement[]): string {
  const rows = [
    COLUMNS.map(([title]) => title),
    ...measurements.map((measurement) => COLUMNS.map(([, getText]) => getText(measurement))),
  ];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map(
    (row) =>
      `| ${row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join(' | ')} |`,
  );
  const rule = `| ${widths.map((width, i) => '-'.repeat(width - Number(i > 0)) + (i > 0 ? ':' : '')).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** How the numbers came about, and how they are to be read. */
export function formatNotes(): string {
  return [
    `First result: nothing loaded before; from the call to titles and passages of the hits for ${FIRST_QUERY}; medians. Bytes as sent`,
    'by the server (brotli), index and code, without the page and its user interface.',
    'Keystroke: five queries typed letter by letter for the second time; of each keystroke the median of the rounds.',
    `The processor is ${SLOWDOWN} times slower than it is, but that goes for pages only: browsers do not slow workers down. Lines with *`,
    'are engines as they are shipped, with their work in a worker at full speed; the line above each is the same code in the page.',
    'Indexing includes reading the HTML of the pages. Compression: brotli 11; 9 for files above 2 MB.',
  ].join('\n');
}

/** Requests by the kind of file, most bytes first; the numbers and hashes in names do not count. */
function groupRequests(requests: readonly Sent[]): {kind: string; count: number; bytes: number}[] {
  const groups = new Map<string, {kind: string; count: number; bytes: number}>();
  for (const {address, bytes} of requests) {
    const kind = address
      .replace(/^.*\//, '')
      .replace(/^([cfw])\d+(?=\.json$)/, '$1<N>')
      .replace(/-[0-9A-Z]{8}(?=\.js$)/, '');
    const group = groups.get(kind) ?? {kind, count: 0, bytes: 0};
    groups.set(kind, {kind, count: group.count + 1, bytes: group.bytes + bytes});
  }
  return [...groups.values()].sort((a, b) => b.bytes - a.bytes);
}

/** Where the bytes and the time of an engine go: what the first search loads, and the slowest keystrokes. */
export function formatDetails(measurement: Measurement): string {
  const {title, requests} = measurement;
  const largest = [...requests].sort((a, b) => b.bytes - a.bytes).slice(0, 5);
  return [
    `${title}, what the first search loads:`,
    ...groupRequests(requests).map(
      ({kind, count, bytes}) => `  ${formatBytes(bytes).padStart(8)}  ${kind}, ${count} of them`,
    ),
    `${title}, its largest files:`,
    ...largest.map(({address, bytes}) => `  ${formatBytes(bytes).padStart(8)}  ${address}`),
    `${title}, slowest keystrokes:`,
    ...listKeystrokes(measurement)
      .slice(0, 8)
      .map(({text, ms}) => `  ${formatMs(ms).padStart(5)} ms  ${text}`),
  ].join('\n');
}

/**
 * What of the promises is kept.
 * @param pages number of pages that were measured with
 * @returns nothing that cannot be judged: above the number of pages that the promises are for, and without the engine to compare with
 */
export function judge(measurements: readonly Measurement[], pages: number): Verdict[] {
  const ours = measurements.find(({engine}) => engine === 'ours');
  if (!ours || pages > PROMISES.pages) {
    return [];
  }
  const bytes = sumBytes(ours);
  const keystroke = getPercentile(getMs(ours), 0.95);
  const pagefind = measurements.find(
    ({engine, isThrottled}) => engine === 'pagefind' && isThrottled,
  );
  const compare = (name: string, own: number, other: number): Verdict => ({
    isKept: own <= other,
    text: `First result, ${name}: ${formatMs(own)} ms, Pagefind ${formatMs(other)} ms`,
  });
  return [
    {
      isKept: ours.hits > 0 && bytes <= PROMISES.firstBytes,
      text: `First result: ${formatBytes(bytes)} of at most ${formatBytes(PROMISES.firstBytes)}, ${ours.hits} hits`,
    },
    ...(pagefind
      ? [
          compare('loopback', getMedian(ours.loopbackMs), getMedian(pagefind.loopbackMs)),
          compare(
            `${CONNECTION.megabits} Mbit/s`,
            getMedian(ours.slowMs),
            getMedian(pagefind.slowMs),
          ),
        ]
      : []),
    {
      isKept: keystroke <= PROMISES.keystrokeMs,
      text: `Keystroke, p95: ${formatMs(keystroke)} ms of at most ${PROMISES.keystrokeMs} ms`,
    },
  ];
}
