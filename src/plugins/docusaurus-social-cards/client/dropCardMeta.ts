import type {ClientModule} from '@docusaurus/types';

/**
 * The tags of a card stand in the HTML only (see insertMeta.ts), where all that read them look. When the reader goes on to another
 * page, Docusaurus changes the tags that it made; these must not stay and tell of the page before.
 */
const clientModule: ClientModule = {
  onRouteUpdate({location, previousLocation}) {
    if (previousLocation && previousLocation.pathname !== location.pathname) {
      document.head
        .querySelectorAll(
          'meta:is([property^="og:"], [name^="twitter:"]):not([data-rh], [data-react-helmet])',
        )
        .forEach((tag) => tag.remove());
    }
  },
};

export default clientModule;
