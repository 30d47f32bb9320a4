/**
 * Wraps theme-search-algolia's search page: the filters of the dialog in place of its list of editions, a notice when the index cannot
 * be loaded, and marks on the page that a hit leads to.
 */
import {useEffect, useState, type MouseEvent, type ReactNode} from 'react';
import {createPortal} from 'react-dom';
import Head from '@docusaurus/Head';
import OriginalSearchPage from '@theme-original/SearchPage';
import SearchTools from '@site/src/components/SearchTools/index.tsx';
import {searchState} from '@site/src/plugins/docusaurus-search-index/client/state.ts';
import {notePassage} from '@site/src/plugins/docusaurus-search-index/client/dialog/passage.ts';
import './styles.css';

export default function SearchPageWrapper(): ReactNode {
  const [host, setHost] = useState<HTMLElement>();
  const [round, setRound] = useState(0);

  // Whoever comes from the dialog finds the filters that were set there. The search bar, deeper in the page, has set the edition.
  useEffect(() => {
    const {homeTag, filters} = searchState.get();
    const home = homeTag === undefined ? {} : {editions: [homeTag]};
    searchState.set({filters: {...home, ...filters}, isFailed: false});
    return () => searchState.set({filters: {}});
  }, []);

  // Below the field, in the page's own markup, which is made anew with every round.
  useEffect(() => {
    const created = document.createElement('div');
    document.querySelector('input[name="q"]')?.closest('form')?.after(created);
    queueMicrotask(() => setHost(created));
    return () => created.remove();
  }, [round]);

  const handleClick = ({target}: MouseEvent): void => {
    if ((target as Element).closest('main article a')) {
      notePassage();
    }
  };
  return (
    <div onClick={handleClick} role="presentation">
      <Head>
        <html data-scripts="at-once" />
      </Head>
      {/* A new round asks again, for the query in the address. */}
      <OriginalSearchPage key={round} />
      {host &&
        createPortal(<SearchTools onChange={() => setRound((current) => current + 1)} />, host)}
    </div>
  );
}
