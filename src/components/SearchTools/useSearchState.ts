import {useSyncExternalStore} from 'react';
import {searchState, type SearchState} from '../../plugins/docusaurus-search-index/client/state.ts';

/** The state of the search; the component follows it. */
export function useSearchState(): SearchState {
  return useSyncExternalStore(searchState.subscribe, searchState.get, searchState.getInitial);
}
