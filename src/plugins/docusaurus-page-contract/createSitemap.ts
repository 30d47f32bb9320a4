import type {Options} from '@docusaurus/plugin-sitemap';
import {getEditionPath} from '../docusaurus-ledger/listAddresses.ts';
import {readContent} from './checkContent.ts';
import {readFrontMatter} from './page.ts';

type Create = NonNullable<Options['createSitemapItems']>;

/** The day on which a page was last checked, by its path below the base path: `/docs/pods/creation`. */
function readDates(siteDir: string): Map<string, string> {
  const dates = new Map<string, string>();
  for (const {edition, pages} of readContent(siteDir)) {
    const folder = getEditionPath(edition.name);
    for (const {address, isPartial, tree} of pages) {
      const date = tree && readFrontMatter(tree)?.document.getIn(['checked', 'date']);
      if (!isPartial && typeof date === 'string') {
        dates.set(`${folder}/${address}`, date);
      }
    }
  }
  return dates;
}

/** Whether an address belongs to an edition that is not the current one. */
const isOlder = (path: string): boolean => /^\/docs\/\d/.test(path);

/** Orders the items of a sitemap, current pages first, and dates each page by the day on which it was checked. */
export function orderItems(
  items: Awaited<ReturnType<Create>>,
  dates: ReadonlyMap<string, string>,
  origin: string,
): Awaited<ReturnType<Create>> {
  const toPath = (url: string): string => `/${url.slice(origin.length)}`;
  return items
    .map((item) => ({...item, lastmod: dates.get(toPath(item.url)) ?? null}))
    .sort((a, b) => Number(isOlder(toPath(a.url))) - Number(isOlder(toPath(b.url))));
}

/**
 * Makes the function that makes the sitemap: the theme's items in the order in which search engines are to read them, with the
 * dates of the pages.
 * @param siteDir absolute path of the site
 */
export function createSitemap(siteDir: string): Create {
  return async ({defaultCreateSitemapItems, siteConfig, routes}) => {
    const items = await defaultCreateSitemapItems({siteConfig, routes});
    return orderItems(items, readDates(siteDir), siteConfig.url + siteConfig.baseUrl);
  };
}
