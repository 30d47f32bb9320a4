import {createUpstream} from '@search/upstream';
import {createSearchClient, type SearchClient} from './searchClient.ts';

/** Where DocSearch looks for the name under which it has entered itself, see `addAlgoliaAgent`. */
const transporter = {algoliaAgent: {value: ''}};

/** Stands in for `algoliasearch/lite`, which DocSearch's dialog and the search page import. */
export function liteClient(
  appId: string,
  apiKey: string,
): SearchClient & {readonly transporter: typeof transporter} {
  return {...createSearchClient(createUpstream(appId, apiKey)), transporter};
}
