/**
 * DocSearch's dialog with what it does not have: filters, a notice when the index cannot be loaded, and keys that belong to an input
 * method. It is rendered beside the app, which need not be awake: theme-search-algolia's search bar, from which it has its properties,
 * would have the reader wait for all of the page.
 */
import {useState, type ComponentProps, type MouseEvent, type ReactNode} from 'react';
import {createPortal, flushSync} from 'react-dom';
import {createRoot} from 'react-dom/client';
import {DocSearchModal} from '@docsearch/react/modal';
// Not `@docsearch/react/style`, which has the styles of Ask AI and of its side panel, too.
import '@docsearch/css/dist/_variables.css';
import '@docsearch/css/dist/button.css';
import '@docsearch/css/dist/modal.css';
import siteConfig from '@generated/docusaurus.config';
import i18n from '@generated/i18n';
import Translate from '@docusaurus/Translate';
import {isHosted} from '@search/backend';
import translations from '@theme/SearchTranslations';
import {DIALOG_CLASS} from '../../../docusaurus-first-view/held.ts';
import {isPlainClick} from '../../../../components/CopyLink/isPlainClick.ts';
import SearchHit from '../../../../components/SearchHit/index.tsx';
import {presentHit, type SiteHit} from '../../../../components/SearchHit/present.ts';
import SearchTools from '../../../../components/SearchTools/index.tsx';
import {warmUp} from '../answerEmbedded.ts';
import {readHomeTag} from '../editionTags.ts';
import {searchState} from '../state.ts';
import {goTo} from './navigation.ts';
import {focusSearchButton} from './openSearch.ts';
import {notePassage} from './passage.ts';
import {askAgain, useDialog} from './useDialog.ts';

type ModalProps = ComponentProps<typeof DocSearchModal>;
type Config = {
  readonly appId: string;
  readonly apiKey: string;
  readonly indexName: string;
  readonly searchPagePath: string;
  readonly searchParameters: Readonly<Record<string, unknown>>;
};

const config = siteConfig.themeConfig.algolia as Config;

/** How many hits of one section, and of one page, the dialog shows. */
const MAX_PER_GROUP = 6;

/** Follows a link without leaving the app; a new tab or window is the browser's business. */
function follow(event: MouseEvent, go: () => void): void {
  if (isPlainClick(event)) {
    event.preventDefault();
    go();
  }
}

function openHit(address: string): void {
  notePassage();
  goTo(address);
}

type FooterState = {readonly query: string; readonly context: {readonly nbHits: number}};

function Footer({query, context}: FooterState): ReactNode {
  const address = `${siteConfig.baseUrl}${config.searchPagePath}?q=${encodeURIComponent(query)}`;
  const open = (): void => {
    hide();
    goTo(address);
  };
  return (
    <a href={address} onClick={(event) => follow(event, open)}>
      <Translate id="theme.SearchBar.seeAll" values={{count: context.nbHits}}>
        {'See all {count} results'}
      </Translate>
    </a>
  );
}

/** An address of the built site is that of the page the reader is on, wherever it is served. */
function toLocal(address: string): string {
  const {pathname, search, hash} = new URL(address);
  return pathname + search + hash;
}

function createProps(homeTag: string): ModalProps {
  const {appId, apiKey, indexName} = config;
  const searchParameters = {
    ...config.searchParameters,
    // As theme-search-algolia's contextual search has it.
    facetFilters: [
      `language:${i18n.currentLocale}`,
      ['docusaurus_tag:default', `docusaurus_tag:${homeTag}`],
    ],
  };
  return {
    appId,
    apiKey,
    indices: [{name: indexName, searchParameters}],
    onClose: hide,
    initialScrollY: window.scrollY,
    placeholder: translations.placeholder,
    translations: translations.modal,
    maxResultsPerGroup: MAX_PER_GROUP,
    navigator: {navigate: ({itemUrl}: {itemUrl: string}) => openHit(itemUrl)},
    transformItems: (items: SiteHit[]) => items.map((item) => presentHit(item, toLocal)),
    hitComponent: ({hit, children}: {hit: unknown; children: ReactNode}) => (
      <SearchHit
        hit={hit as SiteHit}
        homeTag={homeTag}
        onClick={(event) => follow(event, () => openHit((hit as SiteHit).url))}
      >
        {children}
      </SearchHit>
    ),
    resultsFooterComponent: ({state}: {state: FooterState}) => <Footer {...state} />,
  } as unknown as ModalProps;
}

function SearchDialog({homeTag}: {readonly homeTag: string}): ReactNode {
  // DocSearch keeps what it got first.
  const [props] = useState(() => createProps(homeTag));
  const tools = useDialog();
  return (
    <>
      <DocSearchModal {...props} />
      {createPortal(<SearchTools onChange={askAgain} />, tools)}
    </>
  );
}

let unmount: (() => void) | undefined;

/** Opens the dialog, for the edition that the reader is in. */
export function show(): void {
  const homeTag = searchState.get().homeTag ?? readHomeTag();
  searchState.set({homeTag, filters: {editions: [homeTag]}, engine: undefined, isFailed: false});
  const container = document.createElement('div');
  document.body.prepend(container);
  // DocSearch does so after the next frame.
  document.body.classList.add(DIALOG_CLASS);
  const root = createRoot(container);
  unmount = () => {
    root.unmount();
    container.remove();
  };
  // At once: the reader types on.
  flushSync(() => root.render(<SearchDialog homeTag={homeTag} />));
  if (!isHosted) {
    warmUp(homeTag);
  }
}

/** Closes the dialog, if it is open. What the page loads for more than the search, it loads now. */
export function hide(): void {
  if (unmount) {
    unmount();
    unmount = undefined;
    // DocSearch does so only if it had been there for a frame.
    document.body.classList.remove(DIALOG_CLASS);
    focusSearchButton();
    window.heldInput?.resume();
  }
}
