import fs from 'node:fs';
import path from 'node:path';
import {brotliCompressSync} from 'node:zlib';

/** What sort of page it is, by what it shows. */
export type PageType = 'home' | 'index' | 'text' | 'table' | 'diagram' | 'comparison';

/** What a page loads, in bytes as a server sends them (brotli 11), without headers. */
export type PageWeight = {
  readonly address: string;
  readonly type: PageType;
  readonly html: number;
  /** Stylesheets that the page links. */
  readonly css: number;
  /** Requests before the reader does anything: document, stylesheets, images. */
  readonly requests: number;
  /** Scripts that load when the reader does something. */
  readonly scripts: number;
  /** Stylesheets that load then. */
  readonly laterCss: number;
  /** Scripts and stylesheets that load if the first thing a reader wants is the search. */
  readonly search: number;
};

/** Limits for the pages of a type, in bytes of content. */
export type Budget = {
  readonly before: number;
  readonly after: number;
  readonly search: number;
  readonly requests: number;
};

/** Bytes before the reader does anything. */
export const getBefore = ({html, css}: PageWeight): number => html + css;

/** Bytes in all, when the reader has done something. */
export const getAfter = (page: PageWeight): number =>
  getBefore(page) + page.scripts + page.laterCss;

const list = (html: string, attribute: string): string[] =>
  new RegExp(`<script[^>]* data-${attribute}="([^"]*)"`).exec(html)?.[1]?.split(' ') ?? [];

const match = (html: string, pattern: RegExp): string[] =>
  Array.from(html.matchAll(pattern), ([, address]) => address!);

const STYLESHEETS = /<link(?=[^>]* rel=["']?stylesheet)[^>]* href=["']?([^"'\s>]+)/g;
const IMAGES = /<img[^>]* src=["']?([^"'\s>]+)/g;

function getType(address: string, html: string, stylesheets: readonly string[]): PageType {
  const has = (name: string): boolean =>
    stylesheets.some((file) => new RegExp(`[/-]${name}\\.`).test(file));
  if (address === '/') {
    return 'home';
  }
  if (has('diff')) {
    return 'comparison';
  }
  if (!html.includes('theme-doc-markdown')) {
    return 'index';
  }
  return has('diagram') ? 'diagram' : has('table') ? 'table' : 'text';
}

/**
 * Measures every page of a build whose scripts wait for the reader.
 * @param outDir folder of the build
 * @param baseUrl path of the site, with a slash at both ends
 * @throws {Error} if a file that a page names is not in the build
 */
export function measurePages(outDir: string, baseUrl: string): PageWeight[] {
  const sizes = new Map<string, number>();
  const measure = (address: string): number => {
    let size = sizes.get(address);
    if (size === undefined) {
      const file = path.join(outDir, address.slice(baseUrl.length));
      size = brotliCompressSync(fs.readFileSync(file)).length;
      sizes.set(address, size);
    }
    return size;
  };
  const sum = (addresses: readonly string[]): number =>
    addresses.reduce((total, address) => total + measure(address), 0);

  return fs
    .readdirSync(outDir, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({file, html: fs.readFileSync(path.join(outDir, file), 'utf8')}))
    .filter(({html}) => list(html, 'scripts').length > 0)
    .map(({file, html}): PageWeight => {
      const address = `/${file.replace(/(^|\/)index\.html$|\.html$/, '')}`;
      const stylesheets = match(html, STYLESHEETS);
      const images = new Set(match(html, IMAGES).filter((image) => !image.startsWith('data:')));
      return {
        address,
        type: getType(address, html, stylesheets),
        html: brotliCompressSync(html).length,
        css: sum(stylesheets),
        requests: 1 + stylesheets.length + images.size,
        scripts: sum([...list(html, 'scripts'), ...list(html, 'chunks')]),
        laterCss: sum(list(html, 'styles')),
        search: sum(['search', 'dialog', 'styles'].flatMap((name) => list(html, name))),
      };
    });
}

/** What is over a budget, a sentence for each. */
export function findExcess(
  pages: readonly PageWeight[],
  budgets: Readonly<Record<PageType, Budget>>,
): string[] {
  return pages.flatMap((page) => {
    const budget = budgets[page.type];
    const over = (what: string, value: number, limit: number): string[] =>
      value > limit
        ? [`${page.address} (${page.type}): ${value} ${what}, at most ${limit} are allowed`]
        : [];
    return [
      ...over('bytes before the first interaction', getBefore(page), budget.before),
      ...over('bytes after it', getAfter(page), budget.after),
      ...over('bytes for the search', page.search, budget.search),
      ...over('requests before it', page.requests, budget.requests),
    ];
  });
}
