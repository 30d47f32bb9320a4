import {describe, expect, it} from 'vitest';
import {createHanCoiner, createLatinCoiner, Lexicon} from './lexicon.ts';
import {Random} from './random.ts';

const countDifferent = (words: readonly string[]): number => new Set(words).size;

describe('Lexicon', () => {
  const draw = (seed: number): string[] => {
    const random = new Random(seed);
    let coined = 0;
    const lexicon = new Lexicon(['a', 'b', 'a'], () => `new ${coined++}`, 0.5, random);
    return Array.from({length: 20_000}, () => lexicon.draw());
  };
  const words = draw(1);

  it('draws the same words in every run', () => {
    expect(draw(1)).toEqual(words);
    expect(draw(2)).not.toEqual(words);
  });

  it('grows with the root of what is written, as it is told to', () => {
    const growth = countDifferent(words) / countDifferent(words.slice(0, 200));
    // A hundred times the text has ten times the words, more or less.
    expect(growth).toBeGreaterThan(5);
    expect(growth).toBeLessThan(20);
  });

  it('uses some words often and most of them seldom', () => {
    const counts = new Map<string, number>();
    words.forEach((word) => counts.set(word, (counts.get(word) ?? 0) + 1));
    const sorted = [...counts.values()].sort((a, b) => b - a);
    expect(sorted[0]).toBeGreaterThan(words.length / 20);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(10);
  });
});

describe('coiners', () => {
  it('makes Chinese words of Han characters, most of them of two', () => {
    const coin = createHanCoiner('主从复制，延迟 1 秒', new Random(1));
    const words = Array.from({length: 200}, coin);
    expect(words.every((word) => /^\p{Script=Han}{2,3}$/u.test(word))).toBe(true);
    expect(words.filter((word) => word.length === 2).length).toBeGreaterThan(100);
    expect(countDifferent(words)).toBeGreaterThan(150);
  });

  it('makes words, products and identifiers of all kinds', () => {
    const coin = createLatinCoiner(new Random(1));
    const words = Array.from({length: 200}, coin);
    for (const kind of [/^[a-z]+$/, /^[A-Z]+$/, /[a-z][A-Z]/, /_/, /-/, /\./]) {
      expect(
        words.some((word) => kind.test(word)),
        String(kind),
      ).toBe(true);
    }
  });
});
