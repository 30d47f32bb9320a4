import type {Card} from './listCards.ts';

/** Test helper: the card of a page. */
export function createCard(title: string, answer = '内存满了，按策略丢弃键。'): Card {
  const file = 'docs/redis/eviction.mdx';
  return {
    permalink: '/docs/redis/eviction',
    type: 'article',
    title: {text: title, name: 'title', file},
    answer: {text: answer, name: 'short answer', file},
    places: [
      {text: 'Redis', name: 'section', file: 'sidebars.ts'},
      {text: '2026 版', name: 'edition', file: 'docusaurus.config.ts'},
    ],
  };
}
