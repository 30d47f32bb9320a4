/**
 * In place of theme-search-algolia's search bar: DocSearch's button, and what the search needs of the app. The dialog itself is rendered
 * beside the app, see docusaurus-search-index.
 */
import {useEffect, type ReactNode} from 'react';
import {DocSearchButton} from '@docsearch/react/button';
import Head from '@docusaurus/Head';
import {translate} from '@docusaurus/Translate';
import {useDocsContextualSearchTags} from '@docusaurus/plugin-content-docs/client';
import {useHistory} from '@docusaurus/router';
import {isHosted} from '@search/backend';
import siteConfig from '@generated/docusaurus.config';
import {provideNavigation} from '@site/src/plugins/docusaurus-search-index/client/dialog/navigation.ts';
import {
  listenForKeys,
  openSearch,
  preloadSearch,
} from '@site/src/plugins/docusaurus-search-index/client/dialog/openSearch.ts';
import {usePassage} from '@site/src/plugins/docusaurus-search-index/client/dialog/usePassage.ts';
import {searchState} from '@site/src/plugins/docusaurus-search-index/client/state.ts';
import './styles.css';

const {appId} = siteConfig.themeConfig.algolia as {appId: string};

export default function SearchBar(): ReactNode {
  // The theme's own text; all of them together are loaded with the dialog.
  const label = translate({id: 'theme.SearchBar.label', message: 'Search'});
  const history = useHistory();
  const homeTag = useDocsContextualSearchTags()[0];
  usePassage();
  useEffect(() => searchState.set({homeTag}), [homeTag]);
  useEffect(() => provideNavigation((address) => history.push(address)), [history]);
  useEffect(listenForKeys, []);
  return (
    <>
      {isHosted && (
        <Head>
          {/* The first query is faster. */}
          <link
            rel="preconnect"
            href={`https://${appId}-dsn.algolia.net`}
            crossOrigin="anonymous"
          />
        </Head>
      )}
      <DocSearchButton
        onTouchStart={preloadSearch}
        onFocus={preloadSearch}
        onMouseOver={preloadSearch}
        onClick={() => void openSearch()}
        translations={{buttonText: label, buttonAriaLabel: label}}
      />
    </>
  );
}
