import {createUpstream} from '@search/upstream';
import {createSearchClient, type SearchClient} from './searchClient.ts';

/** Stands in for `algoliasearch/lite`, which only the search page imports. */
export function liteClient(appId: string, apiKey: string): SearchClient {
  return createSearchClient(createUpstream(appId, apiKey));
}
