import type {AlgoliaQuery} from '../../client/requests.ts';
import {expose} from './expose.ts';

/** As many hits as the dialog asks for. */
const HITS = 15;

/** A hit in Algolia's form, as far as it is shown. */
type AlgoliaHit = {
  readonly url: string;
  readonly type: string;
  readonly _highlightResult: {readonly hierarchy: Readonly<Record<string, {value: string}>>};
  readonly _snippetResult: {readonly content?: {readonly value: string}};
};

expose(async (text) => {
  // As on the site, the engine is a file that is loaded with the first search.
  const {answerQueries} = await import('../../client/embedded.ts');
  const query: AlgoliaQuery = {
    indexName: '',
    query: text,
    hitsPerPage: HITS,
    snippetEllipsisText: '…',
    facetFilters: ['docusaurus_tag:docs-default-current'],
  };
  const {results} = await answerQueries([query]);
  return (results[0]!.hits as readonly AlgoliaHit[]).map((hit) => ({
    url: hit.url,
    title: hit._highlightResult.hierarchy[hit.type]!.value,
    text: hit._snippetResult.content?.value ?? '',
  }));
});
