import {answer} from '@search/backend';
import type {Upstream} from './backend.ts';
import {trackAnswer} from './pending.ts';
import {applyFilters, listQueries, type AlgoliaQuery, type AlgoliaRequest} from './requests.ts';
import {searchState, type SearchState} from './state.ts';

/** The part of Algolia's client that DocSearch and algoliasearch-helper use. */
export type SearchClient = {
  readonly search: (request: AlgoliaRequest) => Promise<{results: unknown[]}>;
  readonly addAlgoliaAgent: (segment: string, version?: string) => void;
  readonly clearCache: () => Promise<void>;
};

/** An answer without hits, in Algolia's form. */
const createEmptyResult = (query: AlgoliaQuery): object => ({
  index: query.indexName,
  query: query.query ?? '',
  hits: [],
  nbHits: 0,
  page: 0,
  nbPages: 0,
  hitsPerPage: query.hitsPerPage ?? 0,
  facets: {},
  params: '',
  exhaustiveNbHits: true,
  processingTimeMS: 0,
});

/** Number of the last request, over all clients. */
let lastRequest = 0;

/**
 * The client that DocSearch's dialog and the search page ask: it adds the reader's filters and hands the queries to the backend of
 * the site's mode.
 *
 * DocSearch shows a failure as "no results" (autocomplete-core resets the status of a search that failed). So a failure is an answer
 * without hits here, and stands in the state of the search, from where the dialog's tools show it.
 * @param upstream Algolia's client
 */
export function createSearchClient(upstream?: Upstream): SearchClient {
  const ask = async (request: AlgoliaRequest): Promise<{results: unknown[]}> => {
    const number = ++lastRequest;
    const {filters} = searchState.get();
    const queries = listQueries(request).map((query) => applyFilters(query, filters));
    // An answer that comes after that to a later request says nothing about what is shown.
    const setState = (change: Partial<SearchState>): void => {
      if (number === lastRequest) {
        searchState.set(change);
      }
    };
    try {
      const {results, engine, marks} = await answer(queries, upstream);
      setState({engine, marks, isFailed: false});
      return {results};
    } catch {
      setState({engine: undefined, marks: [], isFailed: true});
      return {results: queries.map(createEmptyResult)};
    }
  };
  const search = (request: AlgoliaRequest): Promise<{results: unknown[]}> => {
    const results = ask(request);
    trackAnswer(results);
    return results;
  };
  return {search, addAlgoliaAgent: () => undefined, clearCache: async () => undefined};
}
