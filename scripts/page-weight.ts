import path from 'node:path';
import {
  findExcess,
  getAfter,
  getBefore,
  measurePages,
  type Budget,
  type PageType,
  type PageWeight,
} from '../src/plugins/docusaurus-first-view/measurePages.ts';

const KB = 1024;

/** For the search, on a page of which nothing else was loaded. */
const SEARCH = 54 * KB;

/**
 * What the pages of a type may weigh: 22 KB for text and 26 KB with a diagram before, 130 KB after, or less. Set close above what they do: a
 * change that makes pages heavier has to say so here. After the interaction a hundred pages more add some 3 KB to every page.
 */
const BUDGETS: Readonly<Record<PageType, Budget>> = {
  home: {before: 11.5 * KB, after: 80 * KB, search: SEARCH, requests: 3},
  index: {before: 12 * KB, after: 87 * KB, search: SEARCH, requests: 2},
  text: {before: 19.5 * KB, after: 110 * KB, search: SEARCH, requests: 2},
  table: {before: 19.5 * KB, after: 110 * KB, search: SEARCH, requests: 3},
  diagram: {before: 26 * KB, after: 127 * KB, search: SEARCH, requests: 4},
  comparison: {before: 21.5 * KB, after: 102 * KB, search: SEARCH, requests: 3},
};

const toKb = (bytes: number): string => (bytes / KB).toFixed(1);

/** The heaviest page of a type, and how heavy the middle one is. */
function describe(type: PageType, pages: readonly PageWeight[]): string[] {
  const sorted = [...pages].sort((a, b) => getBefore(a) - getBefore(b));
  const heaviest = sorted.at(-1)!;
  const middle = sorted[Math.floor(sorted.length / 2)]!;
  const {before, after, search} = BUDGETS[type];
  return [
    type,
    String(pages.length),
    toKb(getBefore(middle)),
    toKb(getBefore(heaviest)),
    toKb(before),
    toKb(Math.max(...pages.map(getAfter))),
    toKb(after),
    toKb(Math.max(...pages.map((page) => page.search))),
    toKb(search),
    String(Math.max(...pages.map(({requests}) => requests))),
    heaviest.address,
  ];
}

/** `npm run weight [-- <folder of a build>]`: prints what pages of each type weigh, and fails if one is over its budget. */
function main(): void {
  const outDir = path.resolve(process.argv[2] ?? 'build');
  const pages = measurePages(outDir, '/');
  if (pages.length === 0) {
    throw new Error(`No page in ${outDir} has scripts that wait. Build the site: npm run build`);
  }
  const head = [
    'type',
    'pages',
    'median',
    'max',
    'budget',
    'max after',
    'budget',
    'search',
    'budget',
    'req.',
    'heaviest',
  ];
  const rows = (Object.keys(BUDGETS) as PageType[]).flatMap((type) => {
    const ofType = pages.filter((page) => page.type === type);
    return ofType.length > 0 ? [describe(type, ofType)] : [];
  });
  console.log(
    'KB as sent (brotli 11, without headers): before the first interaction, after it, and for the search alone:',
  );
  for (const row of [head, ...rows]) {
    console.log(
      row
        .map((cell, i) => (i === 0 || i === row.length - 1 ? cell.padEnd(11) : cell.padStart(10)))
        .join(' '),
    );
  }
  const excess = findExcess(pages, BUDGETS);
  excess.forEach((sentence) => console.error(`✗ ${sentence}`));
  process.exitCode = excess.length > 0 ? 1 : 0;
}

main();
