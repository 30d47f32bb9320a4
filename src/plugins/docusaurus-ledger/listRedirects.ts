import {formatAddress, parseAddress, type Address} from './address.ts';
import type {Records} from './checkLedger.ts';
import {listPublished} from './ledger.ts';
import type {Site} from './listAddresses.ts';
import {resolveAddress} from './resolveAddress.ts';

/** A path at which no page answers, and where readers are sent from it. */
export type PageRedirect = {
  readonly from: string;
  readonly to: Address;
  /** Where ids lead that would not be found on the page `to`, by id. */
  readonly anchors: Readonly<Record<string, string>>;
};

/** Where ids lead that a page had once, by path of the page and id. */
export type AnchorRedirects = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Ids that were ever published on a path, or that the redirect table names there. */
function collectAnchors({ledger, redirects}: Records): Map<string, Set<string>> {
  const anchors = new Map<string, Set<string>>();
  for (const [path, page] of ledger) {
    anchors.set(path, new Set(page.anchors.keys()));
  }
  for (const from of redirects.keys()) {
    const {path, anchor} = parseAddress(from);
    const known = anchors.get(path) ?? new Set();
    anchors.set(path, anchor ? known.add(anchor) : known);
  }
  return anchors;
}

/** Everything that is redirected: whole pages, and ids of pages that exist. What leads nowhere is left out; the check reports it. */
export function listRedirects(
  records: Records,
  site: Site,
): {readonly pages: readonly PageRedirect[]; readonly anchors: AnchorRedirects} {
  const anchorsByPath = collectAnchors(records);
  const pages: PageRedirect[] = [];
  const ofPages: Record<string, Record<string, string>> = {};
  const paths = new Set([...listPublished(site).keys(), ...anchorsByPath.keys()]);
  for (const path of [...paths].sort()) {
    const ids = site.pages.get(path);
    const to = ids ? {path, anchor: ''} : resolveAddress(path, site, records.redirects);
    if (!to) {
      continue;
    }
    const onTarget = site.pages.get(to.path);
    const anchors: Record<string, string> = {};
    for (const anchor of anchorsByPath.get(path) ?? []) {
      const target = resolveAddress({path, anchor}, site, records.redirects);
      if (target && !(target.path === to.path && onTarget?.has(anchor))) {
        anchors[anchor] = formatAddress(target);
      }
    }
    if (!ids) {
      pages.push({from: path, to, anchors});
    } else if (Object.keys(anchors).length > 0) {
      ofPages[path] = anchors;
    }
  }
  return {pages, anchors: ofPages};
}
