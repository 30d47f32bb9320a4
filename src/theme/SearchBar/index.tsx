/**
 * Wraps theme-search-algolia's search bar through the props that it hands on to DocSearch: how hits look and open. Which client answers
 * is decided in docusaurus-search-index. Added around the dialog is what DocSearch does not have: filters, a notice when the index
 * cannot be loaded, and keys that belong to an input method.
 */
import {useCallback, useEffect, useState, type ComponentType, type ReactNode} from 'react';
import {createPortal} from 'react-dom';
import type {DocSearchProps} from '@docsearch/react';
import {useDocsContextualSearchTags} from '@docusaurus/plugin-content-docs/client';
import {useHistory} from '@docusaurus/router';
import {useSearchResultUrlProcessor} from '@docusaurus/theme-search-algolia/client';
import {isHosted} from '@search/backend';
import OriginalSearchBar from '@theme-original/SearchBar';
import SearchHit from '@site/src/components/SearchHit/index.tsx';
import {presentHit, type SiteHit} from '@site/src/components/SearchHit/present.ts';
import SearchTools from '@site/src/components/SearchTools/index.tsx';
import {warmUp} from '@site/src/plugins/docusaurus-search-index/client/answerEmbedded.ts';
import {searchState} from '@site/src/plugins/docusaurus-search-index/client/state.ts';
import {askAgain, useDialog} from './useDialog.ts';
import {usePassage} from './usePassage.ts';
import './styles.css';

/** The theme hands these on to DocSearch, see https://github.com/facebook/docusaurus/pull/11581. */
const SearchBar = OriginalSearchBar as ComponentType<Partial<DocSearchProps>>;

/** How many hits of one section, and of one page, the dialog shows. */
const MAX_PER_GROUP = 6;

export default function SearchBarWrapper(): ReactNode {
  const history = useHistory();
  const processUrl = useSearchResultUrlProcessor();
  const homeTag = useDocsContextualSearchTags()[0];
  const markOnArrival = usePassage();

  useEffect(() => searchState.set({homeTag}), [homeTag]);
  const dialog = useDialog(() => {
    searchState.set({
      filters: {editions: homeTag === undefined ? undefined : [homeTag]},
      engine: undefined,
      isFailed: false,
    });
    if (!isHosted && homeTag !== undefined) {
      warmUp(homeTag);
    }
  });
  const navigate = useCallback(
    ({itemUrl}: {itemUrl: string}) => {
      markOnArrival();
      history.push(itemUrl);
    },
    [history, markOnArrival],
  );
  // DocSearch keeps the functions that it got first.
  const [navigator] = useState(() => ({navigate}));
  const [transformItems] = useState(
    () => (items: SiteHit[]) => items.map((item) => presentHit(item, processUrl)),
  );
  const [hitComponent] = useState(() => ({hit, children}: {hit: unknown; children: ReactNode}) => (
    <SearchHit hit={hit as SiteHit} homeTag={homeTag} onOpen={markOnArrival}>
      {children}
    </SearchHit>
  ));

  return (
    <>
      <SearchBar
        transformItems={transformItems as DocSearchProps['transformItems']}
        hitComponent={hitComponent as DocSearchProps['hitComponent']}
        navigator={navigator as DocSearchProps['navigator']}
        maxResultsPerGroup={MAX_PER_GROUP}
      />
      {dialog && createPortal(<SearchTools onChange={askAgain} />, dialog)}
    </>
  );
}
