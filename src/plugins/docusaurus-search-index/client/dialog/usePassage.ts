import {useEffect} from 'react';
import {useLocation} from '@docusaurus/router';
import {takePassage} from './passage.ts';

const load = () => import(/* webpackChunkName: "search-passage" */ './markPassage.ts');

/** Marks what was searched for on the page that a hit leads to, and brings it into view. The address stays as it is. */
export function usePassage(): void {
  const location = useLocation();
  useEffect(() => {
    const marks = takePassage();
    if (marks.length === 0) {
      return undefined;
    }
    load()
      .then(({markPassage}) => markPassage(location.hash, marks))
      .catch(() => undefined); // the page is there, if without marks
    return () => {
      load()
        .then(({clearMarks}) => clearMarks())
        .catch(() => undefined);
    };
  }, [location]);
}
