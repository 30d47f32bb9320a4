import type {AnchorRedirects} from '../listRedirects.ts';

/**
 * Where an id went that a page had once.
 * @param pathname with the site's base path, as the browser has it
 * @param hash with its `#`
 * @returns an address with the base path, or undefined if the id has not moved
 */
export function findMovedAnchor(
  anchors: AnchorRedirects,
  baseUrl: string,
  pathname: string,
  hash: string,
): string | undefined {
  if (hash.length < 2 || !pathname.startsWith(baseUrl)) {
    return undefined;
  }
  const path = `/${pathname.slice(baseUrl.length).replace(/(?:\.html|\/)$/, '')}`;
  const ofPage = Object.hasOwn(anchors, path) ? anchors[path]! : {};
  let anchor = hash.slice(1);
  try {
    anchor = decodeURIComponent(anchor);
  } catch {
    // Not an escaped text: no id of this site.
  }
  return Object.hasOwn(ofPage, anchor) ? baseUrl + ofPage[anchor]!.slice(1) : undefined;
}
