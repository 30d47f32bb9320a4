import {describe, expect, it} from 'vitest';
import {sortTexts} from './naturalOrder.ts';

const sort = (texts: readonly string[], isDescending = false): string[] =>
  sortTexts(texts, isDescending).map((index) => texts[index]!);

describe('the natural order', () => {
  it('of versions compares their numbers', () => {
    expect(sort(['1.10', '1.9', '1.35', '1.27.3', '1.27', 'v1.2'])).toEqual([
      '1.9',
      '1.10',
      '1.27',
      '1.27.3',
      '1.35',
      'v1.2',
    ]);
    expect(sort(['Calico 3.31', 'Cilium 1.18', 'Calico 3.4'])).toEqual([
      'Calico 3.4',
      'Calico 3.31',
      'Cilium 1.18',
    ]);
  });

  it('of numbers counts sign, thousands and size', () => {
    expect(sort(['1,000', '25', '-3', '−10', '7'])).toEqual(['−10', '-3', '7', '25', '1,000']);
  });

  it('of decimals with a unit is that of their values', () => {
    expect(sort(['0.5 秒', '0.25 秒', '10 秒'])).toEqual(['0.25 秒', '0.5 秒', '10 秒']);
    expect(sort(['1.5 %', '1.25 %'])).toEqual(['1.25 %', '1.5 %']);
  });

  it('converts units of one kind', () => {
    expect(sort(['2 s', '300 ms', '1 分钟', '1 d', '90 秒'])).toEqual([
      '300 ms',
      '2 s',
      '1 分钟',
      '90 秒',
      '1 d',
    ]);
    expect(sort(['1 GiB', '1 GB', '900 MB', '1000 KB'])).toEqual([
      '1000 KB',
      '900 MB',
      '1 GB',
      '1 GiB',
    ]);
  });

  it('does not compare time with size, nor quantities with words: then the text counts', () => {
    expect(sort(['2 MB', '1 s'])).toEqual(['1 s', '2 MB']);
    expect(sort(['无', '10 s', '9 s'])).toEqual(['9 s', '10 s', '无']);
  });

  it('of marks goes from yes over partly to no', () => {
    expect(sort(['✗', '✓ 1.26 起', '~ 有条件', '✓'])).toEqual(['✓', '✓ 1.26 起', '~ 有条件', '✗']);
  });

  it('leaves equal cells in their order, in both directions', () => {
    const texts = ['b', 'a', 'b', 'a'];
    expect(sortTexts(texts, false)).toEqual([1, 3, 0, 2]);
    expect(sortTexts(texts, true)).toEqual([0, 2, 1, 3]);
  });
});
