import {describe, expect, it} from 'vitest';
import {restoreTerm} from './restoreTerm.ts';

const normalize = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\s+/g, ' ')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

describe('restoreTerm', () => {
  it('finds the full-width and upper-case characters that a term was made of, at either end', () => {
    const text = '\n  内存满了，Redis 报错：OOM。';
    expect(restoreTerm('内存满了,redis', text, 'start', normalize)).toBe('内存满了，Redis');
    expect(restoreTerm('报错:oom。', text, 'end', normalize)).toBe('报错：OOM。');
  });

  it('finds a term longer or shorter than what it was made of', () => {
    expect(restoreTerm('等等...', '等等…好', 'start', normalize)).toBe('等等…');
    expect(restoreTerm('cafe', 'cafe\u0301 x', 'start', normalize)).toBe('cafe');
  });

  it('keeps a term that is not there', () => {
    expect(restoreTerm('abc', '内存', 'start', normalize)).toBe('abc');
  });
});
