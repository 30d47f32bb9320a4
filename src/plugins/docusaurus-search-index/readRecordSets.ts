import fs from 'node:fs';
import path from 'node:path';
import {extractRecords, readMeta, type PageNames} from './extractRecords.ts';
import type {RecordSet, SearchRecord} from './records.ts';

/** Tag of pages that belong to no edition (home, search, 404). They repeat what the others say. */
const NO_EDITION = 'default';

/** The file of a page below `outDir`, with or without a trailing slash in its address. */
function findHtml(outDir: string, relative: string): string | undefined {
  return [`${relative}.html`, path.join(relative, 'index.html')]
    .map((file) => path.join(outDir, file))
    .find((file) => fs.existsSync(file));
}

/**
 * Reads the records of all built pages that belong to an edition, by edition.
 * @param outDir folder of the built site
 * @param routes addresses of its pages, with the base URL, in the order in which they are to be numbered
 * @param names what the front matter adds, by address
 * @throws {Error} if a page of an edition has no heading of the first level, since it would be missing from the search
 */
export function readRecordSets(
  outDir: string,
  routes: readonly string[],
  baseUrl: string,
  names: ReadonlyMap<string, PageNames>,
): RecordSet[] {
  const sets = new Map<string, {set: Omit<RecordSet, 'records'>; records: SearchRecord[]}>();
  const headless: string[] = [];
  for (const route of routes) {
    const file = findHtml(outDir, route.slice(baseUrl.length).replace(/\/$/, ''));
    if (file === undefined) {
      continue; // a route that only frames others
    }
    const html = fs.readFileSync(file, 'utf8');
    const {tag, version, language, isIndexed} = readMeta(html);
    if (tag === NO_EDITION || !isIndexed) {
      continue;
    }
    const records = extractRecords(html, route, names.get(route) ?? {keywords: [], questions: []});
    if (records.length === 0) {
      headless.push(
        `${file}: The page has no <h1>, so that the search cannot name it. Give it a title.`,
      );
    }
    const entry = sets.get(tag) ?? {set: {tag, version, language}, records: []};
    entry.records.push(...records);
    sets.set(tag, entry);
  }
  if (headless.length > 0) {
    throw new Error(headless.join('\n'));
  }
  return [...sets.values()].map(({set, records}) => ({...set, records}));
}
