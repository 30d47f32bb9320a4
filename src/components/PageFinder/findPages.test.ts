import {describe, expect, it} from 'vitest';
import type {CatalogPage} from '../../plugins/docusaurus-home/catalog.ts';
import {findPages} from './findPages.ts';

const pages: CatalogPage[] = [
  {
    title: 'Pod 创建流程',
    permalink: '/docs/pods/creation',
    questions: ['谁来调度？', '删除之后呢？'],
    keywords: [],
  },
  {
    title: 'Pod 优雅关闭',
    permalink: '/docs/pods/graceful-shutdown',
    questions: ['删除 Pod 之后会发生什么？', 'preStop 和 SIGTERM 谁先谁后？'],
    keywords: ['优雅停机'],
  },
];

const find = (query: string): string[] => findPages(pages, query).map(({page}) => page.title);

describe('findPages', () => {
  it('finds by title, by another name and by question', () => {
    expect(find('创建')).toEqual(['Pod 创建流程']);
    expect(find('优雅停机')).toEqual(['Pod 优雅关闭']);
    expect(find('sigterm')).toEqual(['Pod 优雅关闭']);
  });

  it('puts a hit in the title before a hit in a question', () => {
    expect(find('关闭')).toEqual(['Pod 优雅关闭']);
    expect(find('删除')).toEqual(['Pod 创建流程', 'Pod 优雅关闭']);
    expect(find('pod 删除')).toEqual(['Pod 创建流程', 'Pod 优雅关闭']);
  });

  it('wants every word, folds full-width forms and case, and does not mind missing spaces', () => {
    expect(find('Pod preStop')).toEqual(['Pod 优雅关闭']);
    expect(find('ＰＲＥＳＴＯＰ')).toEqual(['Pod 优雅关闭']);
    expect(find('删除pod')).toEqual(['Pod 优雅关闭']);
    expect(find('创建 preStop')).toEqual([]);
  });

  it('shows the question that matched, or else the most asked one', () => {
    expect(findPages(pages, 'preStop')[0]?.question).toBe('preStop 和 SIGTERM 谁先谁后？');
    expect(findPages(pages, '优雅停机')[0]?.question).toBe('删除 Pod 之后会发生什么？');
  });

  it('finds nothing for a blank query', () => {
    expect(find('  ')).toEqual([]);
  });
});
