import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import {readRecordSets} from './readRecordSets.ts';

let outDir: string | undefined;
afterEach(() => {
  if (outDir) {
    fs.rmSync(outDir, {recursive: true, force: true});
  }
  outDir = undefined;
});

function createPage(tag: string, title: string, head = ''): string {
  const version = tag.split('-').at(-1)!;
  return `<html><head><meta name=docsearch:language content=zh-Hans /><meta name=docsearch:version content=${version} /><meta name=docsearch:docusaurus_tag content=${tag} />${head}</head><body><main><article><div class="theme-doc-markdown markdown">${title && `<h1>${title}</h1>`}<p>文字。</div></article></main>`;
}

/** What is found of a built site: path and title of each record, by edition. */
function read(
  files: Record<string, string>,
  routes: readonly string[],
  baseUrl = '/',
  names: Parameters<typeof readRecordSets>[3] = new Map(),
) {
  outDir = fs.mkdtempSync(path.join(os.tmpdir(), 'search-index-'));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(outDir, name)), {recursive: true});
    fs.writeFileSync(path.join(outDir, name), content);
  }
  return readRecordSets(outDir, routes, baseUrl, names);
}

const CURRENT = 'docs-default-current';
const OLD = 'docs-default-2022';

describe('readRecordSets', () => {
  it('groups the records of pages by edition, in the order of the routes', () => {
    const sets = read(
      {
        'docs/b.html': createPage(CURRENT, '乙'),
        'docs/a.html': createPage(CURRENT, '甲'),
        'docs/2022/a.html': createPage(OLD, '旧'),
      },
      ['/docs/b', '/docs/2022/a', '/docs/a'],
    );
    expect(sets.map(({records, ...set}) => [set, records.map((record) => record.path)])).toEqual([
      [{tag: CURRENT, version: 'current', language: 'zh-Hans'}, ['/docs/b', '/docs/a']],
      [{tag: OLD, version: '2022', language: 'zh-Hans'}, ['/docs/2022/a']],
    ]);
  });

  it('finds the file of a page with or without a slash at its end, below any base URL', () => {
    const files = {
      'docs/a.html': createPage(CURRENT, '甲'),
      'docs/b/index.html': createPage(CURRENT, '乙'),
      'index.html': createPage(CURRENT, '丙'),
    };
    const routes = ['/kb/docs/a/', '/kb/docs/b', '/kb/'];
    const [set] = read(files, routes, '/kb/');
    expect(set!.records.map((record) => [record.path, record.titles[1]])).toEqual([
      ['/kb/docs/a/', '甲'],
      ['/kb/docs/b', '乙'],
      ['/kb/', '丙'],
    ]);
  });

  it('adds the names of the front matter to the page they belong to', () => {
    const [set] = read(
      {'a.html': createPage(CURRENT, '甲'), 'b.html': createPage(CURRENT, '乙')},
      ['/a', '/b'],
      '/',
      new Map([['/b', {keywords: ['别名'], questions: ['问？']}]]),
    );
    expect(set!.records).toMatchObject([
      {keywords: [], questions: []},
      {keywords: ['别名'], questions: ['问？']},
    ]);
  });

  it('leaves out pages of no edition, pages that are not to be indexed, and routes without a page', () => {
    const noIndex = '<meta name=robots content=noindex>';
    const sets = read(
      {
        'index.html': createPage('default', '首页'),
        'search.html': '<html><head></head><body><main></main>',
        'hidden.html': createPage(CURRENT, '暗', noIndex),
      },
      ['/', '/search', '/hidden', '/docs', '/404.html', '*'],
    );
    expect(sets).toEqual([]);
  });

  it('stops at pages that the search could not name, and names all of them', () => {
    const check = () =>
      read(
        {
          'a.html': createPage(CURRENT, ''),
          'b.html': createPage(CURRENT, '乙'),
          'c.html': createPage(OLD, '').replace('<p>', '<h2 id=x>节</h2><p>'),
        },
        ['/a', '/b', '/c'],
      );
    expect(check).toThrow(
      /^\S+\/a\.html: The page has no <h1>, so that the search cannot name it\. Give it a title\.\n\S+\/c\.html: The page has no <h1>[^\n]+$/,
    );
  });
});
