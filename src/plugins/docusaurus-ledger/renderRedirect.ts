import {escapeHtml} from '../docusaurus-search-index/client/highlight.ts';
import type {PageRedirect} from './listRedirects.ts';
import {formatAddress} from './address.ts';

/** What a redirect page must know about the site. */
export type RedirectContext = {
  /** Origin of the site, without a slash at its end. */
  readonly siteUrl: string;
  /** Path of the site, with a slash at both ends. */
  readonly baseUrl: string;
};

/**
 * The same on every such page, so that a Content Security Policy can name it by one hash; what it needs to know stands in attributes of
 * its element. A browser hides a text directive (`:~:text=…`) from the hash; the entry of the navigation has it.
 */
const SCRIPT =
  'var s=document.currentScript.dataset,l=location,m=JSON.parse(s.anchors),k=l.hash.slice(1),' +
  't=Object.prototype.hasOwnProperty.call(m,k)?m[k]:s.path+(l.hash||s.hash),' +
  'i=t.indexOf("#"),n=(performance.getEntriesByType("navigation")[0]||{}).name||"",d=n.indexOf(":~:"),' +
  'f=(i<0?"":t.slice(i))+(d<0?"":n.slice(d));' +
  'l.replace((i<0?t:t.slice(0,i))+l.search+(f&&f[0]!=="#"?"#":"")+f);';

/**
 * The page at an address that has moved. It works on any host of static files: with JavaScript it keeps query and hash, and
 * sends each id where it went; without, it leads to the page.
 */
export function renderRedirect(
  {to, anchors}: PageRedirect,
  {siteUrl, baseUrl}: RedirectContext,
): string {
  const withBase = (address: string): string => baseUrl + address.slice(1);
  const target = escapeHtml(withBase(formatAddress(to)));
  const moved = Object.fromEntries(
    Object.entries(anchors).map(([anchor, address]) => [anchor, withBase(address)]),
  );
  const attributes = Object.entries({
    anchors: JSON.stringify(moved),
    path: withBase(to.path),
    hash: to.anchor && `#${to.anchor}`,
  })
    .map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`)
    .join('');
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>页面已移动</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${escapeHtml(siteUrl + withBase(to.path))}">
<script${attributes}>${SCRIPT}</script>
<noscript><meta http-equiv="refresh" content="0; url=${target}"></noscript>
</head>
<body><p>这一页已移到 <a href="${target}">${target}</a>。</p></body>
</html>
`;
}
