import type {LoadedVersion} from '@docusaurus/plugin-content-docs';
import {describe, expect, it} from 'vitest';
import {createOverview} from '../../plugins/docusaurus-edition-diff/createOverview.ts';
import type {EditionPages} from '../../plugins/docusaurus-edition-diff/readEditionPages.ts';
import {createCatalog} from '../../plugins/docusaurus-home/catalog.ts';
import {createTwins} from '../../plugins/docusaurus-markdown-twin/createTwins.ts';
import {createEdition, FRONT_MATTER} from '../../plugins/docusaurus-markdown-twin/testing.ts';
import {
  checkOrder,
  checkTwins,
  type EditionContent,
} from '../../plugins/docusaurus-page-contract/checkContent.ts';
import {OLDEST} from '../../plugins/docusaurus-page-contract/testing.ts';

const PAGES = 200;
/** How often a page may be looked at, whatever the number of pages. A search through all of them for each is `PAGES / 2` times. */
const LOOKS = 12;

const NUMBERS = Array.from({length: PAGES}, (_, index) => index);

/** Counts how often a property of some objects is read. */
function countReads<Item extends object>(items: readonly Item[], name: keyof Item): () => number {
  let count = 0;
  for (const item of items) {
    const value = item[name];
    Object.defineProperty(item, name, {
      enumerable: true,
      get: () => {
        count++;
        return value;
      },
    });
  }
  return () => count;
}

/** An edition with pages that each link to the next but one. */
function createPages(): EditionContent {
  const files = NUMBERS.map((index) => [
    `redis/page-${index}.mdx`,
    `${FRONT_MATTER.replace('title: 淘汰策略', `title: 页 ${index}`).replace('sidebar_position: 10', `sidebar_position: ${index + 1}`)}
见[另一页](./page-${(index + 2) % PAGES}.mdx)。

## 甲 {/* #a */}

乙。
`,
  ]);
  const {content} = createEdition(Object.fromEntries(files) as Record<string, string>);
  const titles = new Map(NUMBERS.map((index) => [`page-${index}`, `页 ${index}`]));
  return {...content, topics: new Map([['redis', titles]])};
}

describe('work for a page does not grow with the number of pages', () => {
  it('in the catalog of the home page', () => {
    const docs = NUMBERS.map((index) => ({
      id: `redis/page-${index}`,
      title: `页 ${index}`,
      permalink: `/docs/redis/page-${index}`,
      frontMatter: {questions: ['什么？']},
    }));
    const reads = countReads(docs, 'id');
    const items = NUMBERS.map((index) => ({type: 'doc', id: `redis/page-${index}`}));
    const link = {type: 'generated-index', permalink: '/docs/redis'};
    const version = {
      versionName: 'current',
      label: '2026 版',
      isLast: true,
      path: '/docs',
      docs,
      sidebars: {docs: [{type: 'category', label: 'Redis', link, items}]},
    } as unknown as LoadedVersion;
    expect(createCatalog([version])[0]!.sections[0]!.pages).toHaveLength(PAGES);
    expect(reads()).toBeLessThan(LOOKS * PAGES);
  });

  it('in the Markdown twins, which resolve links', () => {
    const content = createPages();
    const reads = countReads(content.pages, 'file');
    const {twins, faults} = createTwins({
      label: '',
      address: 'https://kb.example.org/docs',
      content,
    });
    expect(faults).toEqual([]);
    expect(twins[0]!.markdown).toContain('https://kb.example.org/docs/redis/page-2');
    expect(reads()).toBeLessThan(LOOKS * PAGES);
  });

  it('in the check of the order and of twins', () => {
    const current = createPages();
    const older = {...createPages(), edition: OLDEST};
    const reads = [current, older].map(({pages}) => countReads(pages, 'address'));
    expect(checkOrder(current)).toEqual([]);
    expect(checkTwins([current, older])).toEqual([]);
    expect(reads[0]!() + reads[1]!()).toBeLessThan(LOOKS * PAGES);
  });

  it('in the overview of changes', () => {
    const editionPages = NUMBERS.map((index) => ({
      title: `页 ${index}`,
      permalink: `/docs/redis/page-${index}`,
      against: 'Redis 8.10',
      sections: [],
    }));
    const sections = [
      {
        label: 'Redis',
        description: '',
        permalink: '/docs/redis',
        pages: editionPages.map(({title, permalink}) => ({title, permalink, questions: []})),
      },
    ];
    const reads = countReads(editionPages, 'permalink');
    const pages: EditionPages = new Map([
      ['current', new Map(editionPages.map((page, index) => [`redis/page-${index}`, page]))],
    ]);
    const version = {versionName: 'current', label: '2026 版', docs: []};
    createOverview(pages, {
      older: {...version, versionName: '2022'},
      newer: [version],
      currentPath: '/docs',
      sections,
      compared: new Set(),
    });
    expect(reads()).toBeLessThan(LOOKS * PAGES);
  });
});
