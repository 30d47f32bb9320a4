import type {LoadedVersion} from '@docusaurus/plugin-content-docs';
import {describe, expect, it} from 'vitest';
import {createCatalog} from './catalog.ts';

const version = {
  versionName: 'current',
  label: '2026 版',
  isLast: true,
  path: '/docs',
  docs: [
    {
      id: 'redis/eviction',
      title: '淘汰策略',
      permalink: '/docs/redis/eviction',
      frontMatter: {questions: ['缓存满了会怎样？', 'LRU 还是 LFU？'], keywords: ['LRU']},
    },
    {
      id: 'redis/why-fast',
      title: 'Redis 为什么快',
      permalink: '/docs/redis/why-fast',
      frontMatter: {questions: ['为什么快？']},
    },
  ],
  sidebars: {
    docs: [
      {
        type: 'category',
        label: 'Redis',
        link: {
          type: 'generated-index',
          permalink: '/docs/redis',
          slug: '/redis',
          description: '缓存',
        },
        items: [
          {type: 'doc', id: 'redis/why-fast'},
          {type: 'doc', id: 'redis/eviction'},
        ],
      },
    ],
  },
} as unknown as LoadedVersion;

describe('createCatalog', () => {
  it('lists sections and pages in the order of the sidebar, with the questions of the front matter', () => {
    expect(createCatalog([version])).toEqual([
      {
        name: 'current',
        label: '2026 版',
        isCurrent: true,
        sections: [
          {
            label: 'Redis',
            description: '缓存',
            permalink: '/docs/redis',
            pages: [
              {
                title: 'Redis 为什么快',
                permalink: '/docs/redis/why-fast',
                questions: ['为什么快？'],
              },
              {
                title: '淘汰策略',
                permalink: '/docs/redis/eviction',
                questions: ['缓存满了会怎样？', 'LRU 还是 LFU？'],
              },
            ],
          },
        ],
      },
    ]);
  });

  it('names the overview of what changed since the edition before, if there is one', () => {
    const older = {...version, versionName: '2022', isLast: false, path: '/docs/2022'};
    expect(createCatalog([version, older]).map(({changes}) => changes)).toEqual([
      '/docs/changes-since-2022',
      undefined,
    ]);
  });
});
