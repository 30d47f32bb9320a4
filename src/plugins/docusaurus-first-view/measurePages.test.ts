import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {brotliCompressSync} from 'node:zlib';
import {afterAll, describe, expect, it} from 'vitest';
import {findExcess, getAfter, getBefore, measurePages, type Budget} from './measurePages.ts';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'measure-pages-'));
afterAll(() => fs.rmSync(dir, {recursive: true}));

function write(file: string, content: string): number {
  fs.mkdirSync(path.dirname(path.join(dir, file)), {recursive: true});
  fs.writeFileSync(path.join(dir, file), content);
  return brotliCompressSync(content).length;
}

const main = write('assets/js/main.1.js', 'main()'.repeat(9));
const chunk = write('assets/js/a.2.js', 'chunk');
const first = write('assets/css/first.3.css', 'p{color:red}');
const table = write('assets/css/table.4.css', 'table{color:red}');
const rest = write('assets/css/rest.5.css', 'i{color:red}');
const entry = write('assets/js/search-entry.6.js', 'open()');
const dialog = write('assets/js/search-dialog.7.js', 'dialog()');
const page = (css: string, body: string) =>
  `<link rel=stylesheet href=/kb/assets/css/first.3.css />${css}<script data-scripts="/kb/assets/js/main.1.js" data-styles="/kb/assets/css/rest.5.css" data-chunks="/kb/assets/js/a.2.js" data-search="/kb/assets/js/search-entry.6.js" data-dialog="/kb/assets/js/search-dialog.7.js">wait()</script>${body}`;
const TABLE_PAGE = page(
  '<link rel="stylesheet" href="/kb/assets/css/table.4.css">',
  '<div class=theme-doc-markdown><img src=/kb/a.png><img src="/kb/a.png"><img src="data:x">',
);
const html = write('docs/a/b.html', TABLE_PAGE);
write('index.html', page('', ''));
write('docs/2026/a.html', '<script>redirect()</script>');

describe('measurePages', () => {
  const pages = measurePages(dir, '/kb/');

  it('adds up what a page loads, before and after the first interaction', () => {
    const measured = pages.find(({address}) => address === '/docs/a/b')!;
    expect(measured).toEqual({
      address: '/docs/a/b',
      type: 'table',
      html,
      css: first + table,
      requests: 4,
      scripts: main + chunk,
      laterCss: rest,
      search: entry + dialog + rest,
    });
    expect(getBefore(measured)).toBe(html + first + table);
    expect(getAfter(measured)).toBe(html + first + table + main + chunk + rest);
  });

  it('knows the home page, and leaves pages out that only redirect', () => {
    expect(pages.map(({address, type}) => [address, type])).toEqual([
      ['/docs/a/b', 'table'],
      ['/', 'home'],
    ]);
  });

  it('names each page, limit and excess', () => {
    const wide: Budget = {before: 9e9, after: 9e9, search: 9e9, requests: 4};
    const all = {home: wide, index: wide, text: wide, diagram: wide, comparison: wide};
    expect(findExcess(pages, {...all, table: wide})).toEqual([]);
    const narrow = {before: html, after: html, search: 1, requests: 3};
    expect(findExcess(pages, {...all, table: narrow})).toEqual([
      `/docs/a/b (table): ${html + first + table} bytes before the first interaction, at most ${html} are allowed`,
      `/docs/a/b (table): ${html + first + table + main + chunk + rest} bytes after it, at most ${html} are allowed`,
      `/docs/a/b (table): ${entry + dialog + rest} bytes for the search, at most 1 are allowed`,
      '/docs/a/b (table): 4 requests before it, at most 3 are allowed',
    ]);
  });
});
