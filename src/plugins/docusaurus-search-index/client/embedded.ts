import siteConfig from '@generated/docusaurus.config';
import {SearchIndex, type Hit, type SearchResult} from '../engine/index.ts';
import type {Manifest} from '../engine/format.ts';
import {IndexStore} from '../engine/store.ts';
import {
  createFinder,
  escapeHtml,
  findSnippet,
  markText,
  type Finder,
  type Range,
} from './highlight.ts';
import {getAllowed, getKind, type AlgoliaQuery} from './requests.ts';

/** Where the index lies, see docusaurus-search-index. */
const FOLDER = `${siteConfig.baseUrl}search-index/`;

/** What the search page searches for to style a match, and what it gets if it names no tags of its own. */
const DEFAULT_TAGS = {
  open: '<span class="algolia-docsearch-suggestion--highlight">',
  close: '</span>',
};
const DEFAULT_HITS = 20;
/** Hits of one page in the dialog; the search page shows all. */
const MAX_PER_PAGE = 4;
/** Length of a snippet, in UTF-16 units. */
const SNIPPET = 110;
/** DocSearch has levels 0 to 6. */
const MAX_LEVEL = 6;

/** An answer in the form of Algolia's. */
export type AlgoliaResult = {
  readonly index: string;
  readonly query: string;
  readonly hits: readonly object[];
  readonly nbHits: number;
  readonly page: number;
  readonly nbPages: number;
  readonly hitsPerPage: number;
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly params: string;
  readonly exhaustiveNbHits: boolean;
  readonly processingTimeMS: number;
};

/** @throws {Error} if it cannot be had, or is something else, as a development server's page for an unknown address */
async function fetchText(address: string, cache: RequestCache): Promise<string> {
  const response = await fetch(address, {cache});
  if (!response.ok || response.headers.get('content-type')?.startsWith('text/html')) {
    throw new Error(`The search index cannot be loaded: ${response.status} ${address}`);
  }
  return response.text();
}

type Edition = {readonly index: SearchIndex; readonly language: string};
const editions = new Map<string, Promise<Edition>>();

async function openEdition(tag: string): Promise<Edition> {
  // The manifest keeps its name; what it names is never changed.
  const manifest = JSON.parse(await fetchText(`${FOLDER}${tag}.json`, 'no-cache')) as Manifest;
  const store = new IndexStore(manifest, (name) =>
    fetchText(`${FOLDER}${manifest.folder}/${name}`, 'default'),
  );
  return {index: new SearchIndex(store), language: manifest.language};
}

/** The index of an edition, opened once. */
function getEdition(tag: string): Promise<Edition> {
  const known = editions.get(tag);
  if (known) {
    return known;
  }
  const edition = openEdition(tag);
  edition.catch(() => editions.delete(tag));
  editions.set(tag, edition);
  return edition;
}

/** Loads what every search of an edition needs. Failure shows in the search. */
export function warmUp(tag: string): void {
  getEdition(tag).catch(() => undefined);
}

/**
 * Searches an edition. If a file of its index cannot be had, the site may have been published anew since the manifest was loaded:
 * the manifest is loaded again, once.
 */
async function searchEdition(
  tag: string,
  ...parameters: Parameters<SearchIndex['search']>
): Promise<SearchResult & {language: string}> {
  const first = getEdition(tag);
  const {index, language} = await first;
  try {
    return {...(await index.search(...parameters)), language};
  } catch {
    if (editions.get(tag) === first) {
      editions.delete(tag);
    }
    const fresh = await getEdition(tag);
    return {...(await fresh.index.search(...parameters)), language: fresh.language};
  }
}

type TaggedHit = Hit & {readonly tag: string; readonly language: string};

/** A hit as DocSearch and the search page want it: texts as HTML, the levels that there are. */
function toAlgoliaHit(hit: TaggedHit, find: Finder, query: AlgoliaQuery): object {
  const tags = {
    open: query.highlightPreTag ?? DEFAULT_TAGS.open,
    close: query.highlightPostTag ?? DEFAULT_TAGS.close,
  };
  const titles = hit.titles.slice(0, MAX_LEVEL + 1);
  const level = titles.length - 1;
  const levels = titles.map((title, i) => {
    const ranges = i === 0 ? [] : find(title);
    return [
      `lvl${i}`,
      {
        value: markText(title, ranges, tags),
        matchLevel: ranges.length > 0 ? 'full' : 'none',
        fullyHighlighted: false,
        matchedWords: [],
      },
    ] as const;
  });
  const inContent = find(hit.content);
  const [start, end] = findSnippet(hit.content, inContent, SNIPPET);
  const ellipsis = query.snippetEllipsisText ?? '…';
  const inSnippet = inContent
    .filter((range) => range[1] > start && range[0] < end)
    .map((range): Range => [Math.max(range[0], start) - start, Math.min(range[1], end) - start]);
  const snippet = markText(hit.content.slice(start, end), inSnippet, tags);
  // The search page puts an ellipsis of its own behind every snippet.
  const hasOwnEllipsis = query.snippetEllipsisText === undefined;
  const content = {
    value:
      (start > 0 ? ellipsis : '') +
      snippet +
      (end < hit.content.length && !hasOwnEllipsis ? ellipsis : ''),
    matchLevel: inContent.length > 0 ? 'full' : 'none',
    matchedWords: [],
  };
  const address = siteConfig.url + hit.path;
  const highlighted = Object.fromEntries(levels);
  return {
    objectID: `${hit.path}#${hit.anchor}`,
    url: hit.anchor ? `${address}#${encodeURIComponent(hit.anchor)}` : address,
    url_without_anchor: address,
    anchor: hit.anchor || null,
    type: `lvl${level}`,
    kind: hit.kind,
    docusaurus_tag: hit.tag,
    language: hit.language,
    content: hit.content ? escapeHtml(hit.content.slice(0, SNIPPET)) : null,
    hierarchy: Object.fromEntries(
      Array.from({length: MAX_LEVEL + 1}, (_, i) => [
        `lvl${i}`,
        titles[i] === undefined ? null : escapeHtml(titles[i]),
      ]),
    ),
    _highlightResult: {hierarchy: highlighted, content},
    _snippetResult: {hierarchy: highlighted, ...(hit.content && {content})},
  };
}

/**
 * Answers one query of Algolia's kind from the embedded index.
 * @param marks gets what is marked
 * @throws {Error} if the index cannot be loaded
 */
async function answerQuery(query: AlgoliaQuery, marks: Set<string>): Promise<AlgoliaResult> {
  const startTime = performance.now();
  const {indexName, page = 0, hitsPerPage = DEFAULT_HITS} = query;
  const text = query.query ?? '';
  const tags = (getAllowed(query, 'docusaurus_tag') ?? []).filter((tag) => tag !== 'default');
  const isDialog = 'snippetEllipsisText' in query;
  const options = {
    limit: hitsPerPage * (page + 1),
    kind: getKind(query),
    maxPerPage: isDialog ? MAX_PER_PAGE : undefined,
  };
  const results = await Promise.all(
    tags.map(async (tag) => ({tag, ...(await searchEdition(tag, text, options))})),
  );
  const languages = getAllowed(query, 'language');
  const answers = results.filter(({language}) => languages?.includes(language) ?? true);
  answers.forEach((answer) => answer.marks.forEach((mark) => marks.add(mark)));
  const nbHits = answers.reduce((sum, {total}) => sum + total, 0);
  const hits = answers
    .flatMap(({hits: found, tag, language}) => found.map((hit) => ({...hit, tag, language})))
    .sort((a, b) => b.score - a.score)
    .slice(page * hitsPerPage, (page + 1) * hitsPerPage);
  const byFacet: Record<string, Record<string, number>> = {
    docusaurus_tag: Object.fromEntries(answers.map(({tag, total}) => [tag, total])),
    language: Object.fromEntries(answers.map(({language}) => [language, nbHits])),
  };
  const find = createFinder([...marks].sort((a, b) => b.length - a.length));
  return {
    index: indexName,
    query: text,
    hits: hits.map((hit) => toAlgoliaHit(hit, find, query)),
    nbHits,
    page,
    nbPages: hitsPerPage > 0 ? Math.ceil(nbHits / hitsPerPage) : 0,
    hitsPerPage,
    facets: Object.fromEntries(
      [query.facets ?? []].flat().map((name) => [name, byFacet[name] ?? {}]),
    ),
    params: '',
    exhaustiveNbHits: true,
    processingTimeMS: Math.round(performance.now() - startTime),
  };
}

/**
 * Answers queries of Algolia's kind from the embedded index.
 * @returns the answers, and what is marked in them, longest first
 * @throws {Error} if the index cannot be loaded
 */
export async function answerQueries(
  queries: readonly AlgoliaQuery[],
): Promise<{results: AlgoliaResult[]; marks: string[]}> {
  const marks = new Set<string>();
  const results = await Promise.all(queries.map((query) => answerQuery(query, marks)));
  return {results, marks: [...marks].sort((a, b) => b.length - a.length)};
}
