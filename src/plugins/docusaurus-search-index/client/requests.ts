import {HIT_KINDS, type HitKind} from '../engine/hitKinds.ts';
import type {Filters} from './state.ts';

/** What Algolia's clients are asked, as far as DocSearch and Docusaurus use it. */
export type AlgoliaQuery = {
  readonly indexName: string;
  readonly query?: string;
  readonly page?: number;
  readonly hitsPerPage?: number;
  readonly facetFilters?: unknown;
  readonly facets?: string | readonly string[];
  readonly highlightPreTag?: string;
  readonly highlightPostTag?: string;
  readonly snippetEllipsisText?: string;
  readonly [parameter: string]: unknown;
};

/** The dialog asks `{requests: [query]}`, the search page (algoliasearch-helper) `[{indexName, params: {query, …}}]`. */
export type AlgoliaRequest =
  | {readonly requests: readonly AlgoliaQuery[]}
  | readonly (AlgoliaQuery & {readonly params?: Partial<AlgoliaQuery>})[];

/** The queries of both kinds of request in one form. */
export function listQueries(request: AlgoliaRequest): AlgoliaQuery[] {
  if ('requests' in request) {
    return [...request.requests];
  }
  return request.map(({params, ...query}) => ({...query, ...params}));
}

/** Facet filters as groups of alternatives, each `attribute:value`. All groups must hold. */
function listFacetGroups(facetFilters: unknown): string[][] {
  const groups = Array.isArray(facetFilters) ? (facetFilters as unknown[]) : [];
  return groups.map((group) => (Array.isArray(group) ? group : [group]).map(String));
}

const isAbout = (group: readonly string[], attribute: string): boolean =>
  group.some((filter) => filter.startsWith(`${attribute}:`));

/** The values that all groups about an attribute allow; nothing if none is about it. */
export function getAllowed(query: AlgoliaQuery, attribute: string): readonly string[] | undefined {
  const groups = listFacetGroups(query.facetFilters)
    .filter((group) => isAbout(group, attribute))
    .map((group) =>
      group
        .filter((filter) => filter.startsWith(`${attribute}:`))
        .map((filter) => filter.slice(attribute.length + 1)),
    );
  const [first, ...others] = groups;
  return first?.filter((value) => others.every((group) => group.includes(value)));
}

/** The kind that a query is limited to. */
export function getKind(query: AlgoliaQuery): HitKind | undefined {
  const kind = getAllowed(query, 'kind')?.[0];
  return HIT_KINDS.find((known) => known === kind);
}

/** A query with the filters that the reader has set, in place of those that say the same. */
export function applyFilters(query: AlgoliaQuery, {editions, kind}: Filters): AlgoliaQuery {
  let groups = listFacetGroups(query.facetFilters);
  if (editions !== undefined) {
    groups = groups.filter((group) => !isAbout(group, 'docusaurus_tag'));
    groups.push(editions.map((tag) => `docusaurus_tag:${tag}`));
  }
  if (kind !== undefined) {
    groups.push([`kind:${kind}`]);
  }
  return {...query, facetFilters: groups};
}
