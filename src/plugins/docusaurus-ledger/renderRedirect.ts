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

/** JSON that may stand in a script element. */
const toScript = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

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
  // A browser hides a text directive (`:~:text=…`) from the hash; the entry of the navigation has it.
  const script =
    `var l=location,m=${toScript(moved)},k=l.hash.slice(1),` +
    `t=Object.prototype.hasOwnProperty.call(m,k)?m[k]:${toScript(withBase(to.path))}+(l.hash||${toScript(to.anchor && `#${to.anchor}`)}),` +
    `i=t.indexOf("#"),n=(performance.getEntriesByType("navigation")[0]||{}).name||"",d=n.indexOf(":~:"),` +
    `f=(i<0?"":t.slice(i))+(d<0?"":n.slice(d));` +
    `l.replace((i<0?t:t.slice(0,i))+l.search+(f&&f[0]!=="#"?"#":"")+f);`;
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>页面已移动</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${escapeHtml(siteUrl + withBase(to.path))}">
<script>${script}</script>
<noscript><meta http-equiv="refresh" content="0; url=${target}"></noscript>
</head>
<body><p>这一页已移到 <a href="${target}">${target}</a>。</p></body>
</html>
`;
}
