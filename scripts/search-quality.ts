import fs from 'node:fs';
import path from 'node:path';
import {INDEX_FOLDER} from '../src/plugins/docusaurus-search-index/index.ts';
import {openBuiltIndex} from '../src/plugins/docusaurus-search-index/quality/openBuiltIndex.ts';
import {
  findFailures,
  getPercent,
  scoreQueries,
  type EvaluationQuery,
  type Score,
} from '../src/plugins/docusaurus-search-index/quality/scoreQueries.ts';

/**
 * `npm run search:quality`: asks the index of the built site what readers type (`quality/*.json`), prints how often a right page
 * is first and among the first three, by kind of query, and fails below the floors.
 */
const ROOT = path.dirname(import.meta.dirname);
const FOLDER = path.join(ROOT, 'src/plugins/docusaurus-search-index/quality');
const FILES = ['queries.json', 'site-queries.json'];
const TAG = 'docs-default-current';
const DOCS = '/docs/';
/** How many hits are looked at for the first three pages. */
const HITS = 40;

/** Close below what is reached: a kind that has no floor of its own may miss none of its first ten. */
const FLOORS = {
  all: {first: 95, topThree: 99},
  kind: {first: 90, topThree: 99},
  kinds: {
    en: {first: 85, topThree: 99},
    nl: {first: 80, topThree: 99},
    trad: {first: 75, topThree: 99},
  },
};

const queries = FILES.flatMap(
  (file) =>
    (JSON.parse(fs.readFileSync(path.join(FOLDER, file), 'utf8')) as {queries: EvaluationQuery[]})
      .queries,
);

async function main(): Promise<void> {
  const {index, paths} = openBuiltIndex(path.join(ROOT, 'build', INDEX_FOLDER), TAG);
  const toPage = (pagePath: string): string => pagePath.slice(DOCS.length);
  const evaluation = await scoreQueries(queries, new Set([...paths].map(toPage)), async (query) =>
    (await index.search(query, {limit: HITS})).hits.map((hit) => toPage(hit.path)),
  );
  const format = (name: string, {total, first, topThree}: Score): string =>
    `${name.padEnd(10)} ${String(total).padStart(4)} queries: ` +
    `first ${getPercent(first, total).toFixed(1)} %, top three ${getPercent(topThree, total).toFixed(1)} %`;
  for (const [kind, score] of evaluation.byKind) {
    console.log(format(kind, score));
  }
  console.log(format('all', evaluation.all));
  console.log(`${evaluation.waiting} queries wait for their pages.`);
  for (const {query, rank, found} of evaluation.misses) {
    const place = rank === undefined ? 'not found' : `in place ${rank}`;
    console.log(
      `${query.id} ${query.kind} "${query.query}": ${place}; first were ${found.join(', ')}`,
    );
  }
  const failures = findFailures(evaluation, FLOORS);
  failures.forEach((failure) => console.error(failure));
  process.exitCode = failures.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
