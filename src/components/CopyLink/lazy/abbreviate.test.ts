import {describe, expect, it} from 'vitest';
import {abbreviate} from './abbreviate.ts';

const LONG =
  '内存超过 maxmemory 时，Redis 按 maxmemory-policy 处理：默认的 noeviction 不删键，只让会增加内存的命令报错。';

describe('abbreviate', () => {
  it('names a long passage by its ends, the shortest way first', () => {
    const ways = abbreviate({textStart: LONG});
    expect(ways.length).toBeGreaterThan(1);
    for (const {textStart, textEnd} of ways) {
      expect(LONG.startsWith(textStart)).toBe(true);
      expect(LONG.endsWith(textEnd!)).toBe(true);
      expect(textStart.length + textEnd!.length).toBeLessThan(LONG.length);
    }
    const lengths = ways.map(({textStart}) => textStart.length);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  });

  it('cuts between words, where browsers look for passages', () => {
    const words = [...new Intl.Segmenter('zh', {granularity: 'word'}).segment(LONG)];
    const begins = words.map(({index}) => index);
    const ends = words.map(({index, segment}) => index + segment.length);
    for (const {textStart, textEnd} of abbreviate({textStart: LONG})) {
      // A space between a word and the cut is left out.
      expect(ends).toContain(textStart.length);
      expect(begins).toContain(LONG.length - textEnd!.length);
    }
  });

  it('does without what is around the passage before it resorts to that', () => {
    const short = {textStart: '内存满了', textEnd: undefined};
    expect(abbreviate({...short, prefix: '前', suffix: undefined})).toEqual([
      short,
      {...short, prefix: '前', suffix: undefined},
    ]);
    const context = {prefix: '前', suffix: '后'};
    const ways = abbreviate({textStart: LONG, ...context});
    const plain = abbreviate({textStart: LONG});
    expect(ways).toEqual([...plain, ...plain.map((way) => ({...way, ...context}))]);
  });

  it('leaves the ends of a passage alone that is short, or named by them already', () => {
    expect(abbreviate({textStart: '内存满了'})).toEqual([{textStart: '内存满了'}]);
    const fragment = {textStart: LONG, textEnd: '报错'};
    expect(abbreviate(fragment)).toEqual([fragment]);
  });
});
