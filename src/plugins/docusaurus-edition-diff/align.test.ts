import {describe, expect, it} from 'vitest';
import {align} from './align.ts';

const alignLetters = (older: string, newer: string): string =>
  align(
    [...older],
    [...newer],
    (a, b) => (a === b ? 1 : a.toLowerCase() === b.toLowerCase() ? 0.5 : 0.1),
    0.4,
  )
    .map((pair) => `${pair.older ?? ''}${pair.newer ?? ''}`)
    .join(' ');

describe('align', () => {
  it('keeps together what is alike, with what came in between', () => {
    expect(alignLetters('abc', 'axBc')).toBe('aa x bB cc');
  });

  it('names what went in front of what came in its place', () => {
    expect(alignLetters('axb', 'ayzb')).toBe('aa x y z bb');
  });

  it('does not join what is below the threshold', () => {
    expect(alignLetters('a', 'b')).toBe('a b');
    expect(alignLetters('', 'ab')).toBe('a b');
    expect(alignLetters('ab', '')).toBe('a b');
  });

  it('prefers the best match to the first one', () => {
    expect(alignLetters('a', 'Aa')).toBe('A aa');
  });
});
