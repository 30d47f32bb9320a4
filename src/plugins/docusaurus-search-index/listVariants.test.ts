import {describe, expect, it} from 'vitest';
import {listVariants} from './listVariants.ts';

describe('listVariants', () => {
  it('gives the traditional forms of characters, also those of one region', () => {
    const variants = listVariants(['从', '复', '制', '里', '网']);
    expect(variants).toContain('从從');
    expect(variants).toContain('制製');
    expect(variants.find((item) => item.startsWith('复'))).toMatch(/^复(?=.*復)(?=.*複)/);
    expect(variants.find((item) => item.startsWith('里'))).toMatch(/^里(?=.*裏)(?=.*裡)/);
    expect(variants).toContain('网網');
  });

  it('leaves out characters without other forms', () => {
    expect(listVariants(['主', '人', '𠮷'])).toEqual([]);
    expect(listVariants([])).toEqual([]);
  });

  it('leaves out forms that are used themselves, since they can be found as they are', () => {
    const characters = ['后', '後'];
    expect(listVariants(['后'])).toEqual(['后後']);
    expect(listVariants(characters)).toEqual([]);
  });
});
