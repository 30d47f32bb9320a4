import {useCallback, useEffect} from 'react';
import {useLocation} from '@docusaurus/router';
import {searchState} from '@site/src/plugins/docusaurus-search-index/client/state.ts';

/** What to mark on the page that is being opened. The search bar is another one there. */
let pending: readonly string[] | undefined;

const load = () => import(/* webpackChunkName: "search-passage" */ './markPassage.ts');

/**
 * Marks what was searched for on the page that a hit leads to, and brings it into view. The address stays as it is.
 * @returns what to call when a hit is opened
 */
export function usePassage(): () => void {
  const location = useLocation();
  useEffect(() => {
    const marks = pending;
    pending = undefined;
    if (marks && marks.length > 0) {
      load()
        .then(({markPassage}) => markPassage(location.hash, marks))
        .catch(() => undefined); // the page is there, if without marks
    }
    return () => {
      if (marks) {
        load()
          .then(({clearMarks}) => clearMarks())
          .catch(() => undefined);
      }
    };
  }, [location]);
  return useCallback(() => {
    pending = searchState.get().marks;
  }, []);
}
