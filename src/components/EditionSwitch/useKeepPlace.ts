import {useEffect} from 'react';
import {useHistory} from '@docusaurus/router';
import {rememberWish} from './memory.ts';
import {findPlaces} from './place.ts';
import type {EditionLink} from './useEditionLinks.ts';

/** Links whose hash was written here. */
const ours = new WeakSet<HTMLAnchorElement>();

/** The link of an event that leads to another edition of this page, wherever it stands: in the header, the menu or the banner. */
function findLink(
  event: Event,
  links: readonly EditionLink[],
): {link: HTMLAnchorElement; target: EditionLink} | undefined {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.origin !== window.location.origin) {
    return undefined;
  }
  // A link with a hash of its own is to lead there; the switch carries the hash of this page.
  const isPlain = link.hash === '' || link.hash === window.location.hash || ours.has(link);
  const target = links.find(({path, isActive}) => !isActive && path === link.pathname);
  return isPlain && target ? {link, target} : undefined;
}

/**
 * Makes every link to this page in another edition lead to the place where the reader is. If that place does not exist there, the
 * page that opens shows the nearest one above it.
 */
export function useKeepPlace(links: readonly EditionLink[]): void {
  const history = useHistory();
  useEffect(() => {
    // Copying the link, or opening it in a new tab, takes what stands in the address.
    const address = (event: Event): void => {
      const found = findLink(event, links);
      if (found?.target.isSamePage) {
        const [place] = findPlaces(window, window.location.hash);
        found.link.hash = place?.id ?? '';
        ours.add(found.link);
      }
    };
    const go = (event: MouseEvent): void => {
      const found = findLink(event, links);
      if (!found) {
        return;
      }
      const places = found.target.isSamePage ? findPlaces(window, window.location.hash) : [];
      const missingPage = found.target.isSamePage
        ? undefined
        : document.querySelector('article h1')?.textContent;
      rememberWish({
        path: found.link.pathname,
        places,
        ...(missingPage && {missingPage}),
      });
      if (
        event.button === 0 &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.shiftKey &&
        !event.altKey
      ) {
        // The link's own handlers run, and see that the way is already taken.
        event.preventDefault();
        const hash = places[0] ? `#${places[0].id}` : '';
        history.push(`${found.link.pathname}${found.link.search}${hash}`);
      }
    };
    document.addEventListener('pointerover', address, true);
    document.addEventListener('focusin', address, true);
    document.addEventListener('click', go, true);
    return () => {
      document.removeEventListener('pointerover', address, true);
      document.removeEventListener('focusin', address, true);
      document.removeEventListener('click', go, true);
    };
  }, [history, links]);
}
