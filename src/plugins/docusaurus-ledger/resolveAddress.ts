import {formatAddress, parseAddress, type Address} from './address.ts';
import {DOCS_PATH, type Site} from './listAddresses.ts';
import type {Redirects} from './redirects.ts';

/** A chain of redirects this long goes in a circle. */
const MAX_REDIRECTS = 10;

/** The path without the name of an edition: `/docs/2026/pods/creation` is `/docs/pods/creation`. */
function dropEdition(path: string, edition: string): string | undefined {
  const prefix = `${DOCS_PATH}/${edition}`;
  return path === prefix || path.startsWith(`${prefix}/`)
    ? DOCS_PATH + path.slice(prefix.length)
    : undefined;
}

/**
 * One step from an address that does not answer itself.
 * @returns undefined if nothing stands in its place
 */
function follow({path, anchor}: Address, site: Site, redirects: Redirects): Address | undefined {
  const exact = redirects.get(formatAddress({path, anchor}));
  if (exact) {
    return exact.to;
  }
  if (!site.pages.has(path)) {
    const page = redirects.get(path)?.to;
    const unpinned = dropEdition(path, site.currentEdition);
    const short = site.shortAddresses.get(path);
    const target =
      page ??
      (unpinned === undefined ? undefined : {path: unpinned, anchor: ''}) ??
      (short === undefined ? undefined : {path: short, anchor: ''});
    return target && {path: target.path, anchor: anchor || target.anchor};
  }
  return undefined;
}

/**
 * What a redirect of the current edition says for the same place in an older one: while an edition is current, its redirects are
 * written without its name, and they hold in it when it is current no more.
 */
function followInEdition(
  {path, anchor}: Address,
  site: Site,
  redirects: Redirects,
): Address | undefined {
  const edition = /^\/docs\/(\d[^/]*)\//.exec(path)?.[1];
  const unpinned = edition === undefined ? undefined : dropEdition(path, edition);
  const next =
    unpinned === undefined ? undefined : follow({path: unpinned, anchor}, site, redirects);
  if (!next?.path.startsWith(`${DOCS_PATH}/`)) {
    return undefined;
  }
  const pinned = {
    path: `${DOCS_PATH}/${edition}${next.path.slice(DOCS_PATH.length)}`,
    anchor: next.anchor,
  };
  const ids = site.pages.get(pinned.path);
  return ids && (pinned.anchor === '' || ids.has(pinned.anchor)) ? pinned : undefined;
}

/**
 * Where an address leads, after all redirects.
 * @returns undefined if it leads nowhere: to no page, to an id that the page has not, or in a circle
 */
export function resolveAddress(
  address: Address | string,
  site: Site,
  redirects: Redirects,
): Address | undefined {
  let at = typeof address === 'string' ? parseAddress(address) : address;
  for (let count = 0; count <= MAX_REDIRECTS; count++) {
    const ids = site.pages.get(at.path);
    if (ids && (at.anchor === '' || ids.has(at.anchor))) {
      return at;
    }
    const next = follow(at, site, redirects) ?? followInEdition(at, site, redirects);
    if (!next) {
      return undefined;
    }
    at = next;
  }
  return undefined;
}
