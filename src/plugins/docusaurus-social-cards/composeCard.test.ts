import {describe, expect, it} from 'vitest';
import {breakCard, composeCard} from './composeCard.ts';
import {createCard} from './testing.ts';
import {openTypefaces} from './typeface.ts';

const typefaces = openTypefaces();
const FRAME = {
  siteTitle: '云原生知识库',
  logo: '<svg viewBox="0 0 32 32"><path d="M0 0h9"/></svg>',
};
const LONG =
  '默认的 noeviction 不删键，只让会增加内存的命令报错，通用缓存先选 allkeys-lru。'.repeat(4);

/** Type sizes in a card, from the top, as often as they stand there. */
function listSizes(svg: string): number[] {
  const sizes = Array.from(svg.matchAll(/matrix\(([\d.]+) /g), ([, scale]) => Number(scale) * 1000);
  return sizes.filter((size, index) => size !== sizes[index - 1]);
}

describe('breakCard', () => {
  it.each([
    ['KVM', 1],
    ['主从复制', 1],
    ['Service、Endpoints 与 EndpointSlice', 2],
    ['一个四十字的标题用来看它在卡片上怎样折成三行而且每一行差不多宽并且不会有省略号吗', 3],
  ])('gives the title %s %i lines', (title, count) => {
    const lines = breakCard(createCard(title), typefaces).title;
    expect(lines).toHaveLength(count);
    expect(lines.join('').replaceAll(' ', '')).toBe(title.replaceAll(' ', ''));
  });

  it('shortens what is longer than any title may be', () => {
    const {title} = breakCard(createCard('标题'.repeat(40)), typefaces);
    expect(title).toHaveLength(3);
    expect(title[2]).toMatch(/题?标?…$/);
  });

  it('gives the answer the lines that the title leaves, up to five', () => {
    const count = (title: string): number =>
      breakCard(createCard(title, LONG), typefaces).answer.length;
    expect(['KVM', 'Service、Endpoints 与 EndpointSlice', '标题'.repeat(20)].map(count)).toEqual([
      5, 4, 3,
    ]);
    expect(breakCard(createCard('KVM', LONG), typefaces).answer.at(-1)).toMatch(/…$/);
  });
});

describe('composeCard', () => {
  it('draws everything inside of the image, the title above the answer', () => {
    for (const title of ['KVM', '标题'.repeat(20)]) {
      const svg = composeCard(createCard(title, LONG), FRAME, typefaces);
      const places = Array.from(
        svg.matchAll(/matrix\(\S+ 0 0 \S+ ([\d.]+) ([\d.]+)\)/g),
        ([, x, y]) => [Number(x), Number(y)] as const,
      );
      expect(places.length).toBeGreaterThan(60);
      expect(places.every(([x, y]) => x >= 80 && x < 1128 && y > 90 && y < 600)).toBe(true);
    }
  });

  it('sets a short title larger', () => {
    const largest = (title: string): number =>
      Math.max(...listSizes(composeCard(createCard(title), FRAME, typefaces)));
    expect(largest('KVM')).toBeGreaterThan(largest('Service、Endpoints 与 EndpointSlice'));
  });

  it('is the same for the same card, and another when any of its texts is another', () => {
    const card = createCard('甲');
    const compose = (other: Partial<typeof card>, frame = FRAME): string =>
      composeCard({...card, ...other}, frame, typefaces);
    const variants = [
      compose({}),
      compose({title: {...card.title, text: '乙'}}),
      compose({answer: {...card.answer, text: '乙'}}),
      compose({places: [card.places[0]!, {...card.places[1]!, text: '2022 版'}]}),
      compose({places: [{...card.places[0]!, text: 'MySQL'}, card.places[1]!]}),
      compose({}, {...FRAME, siteTitle: '别的'}),
      compose({}, {...FRAME, logo: '<svg viewBox="0 0 1 1"></svg>'}),
    ];
    expect(new Set(variants).size).toBe(variants.length);
    expect(compose({permalink: '/elsewhere'})).toBe(variants[0]);
  });

  it('is valid where a title has signs of XML', () => {
    expect(composeCard(createCard('a<b & "c"'), FRAME, typefaces)).toContain(
      '<title>a&#60;b &#38; &#34;c&#34;</title>',
    );
  });
});
