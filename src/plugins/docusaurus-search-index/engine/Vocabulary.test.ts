import {describe, expect, it} from 'vitest';
import {getDistance} from './distance.ts';
import {Vocabulary} from './Vocabulary.ts';

const WORDS = [
  'containerd',
  'ip',
  'kubectl',
  'kubelet',
  'kubernetes',
  'maxmemorypolicy',
  'prometheus',
  'proxy',
  'replica',
  'replication',
  'v137',
];
const vocabulary = new Vocabulary(WORDS);
const find = (word: string, isUnfinished = false): string[] =>
  vocabulary.findSimilar(word, isUnfinished).map((similar) => similar.word);

describe('Vocabulary', () => {
  it('finds words that contain a part, up to a number', () => {
    expect(vocabulary.findContaining('plica', 9)).toEqual(['replica', 'replication']);
    expect(vocabulary.findContaining('plica', 1)).toEqual(['replica']);
    expect(vocabulary.findContaining('memorypol', 9)).toEqual(['maxmemorypolicy']);
    expect(vocabulary.findContaining('aclip', 9)).toEqual([]);
  });

  it('forgives one error, and two in a long word', () => {
    expect(find('kubelte')).toEqual(['kubelet']);
    expect(find('prxy')).toEqual(['proxy']);
    expect(find('prometeuss')).toEqual(['prometheus']);
    expect(find('pxry')).toEqual([]);
  });

  it('puts an error in the first letter behind others', () => {
    expect(find('eplica')).toEqual(['replica']);
    expect(vocabulary.findSimilar('teplica', false)).toEqual([{word: 'replica', distance: 1.25}]);
    expect(vocabulary.findSimilar('replica', false)[0]).toEqual({word: 'replica', distance: 0});
  });

  it('compares the beginning of a word that may go on', () => {
    expect(find('kuberm', true)).toEqual(['kubernetes']);
    expect(find('kuberm', false)).toEqual([]);
  });

  it('does not find words of two letters, which are like all others', () => {
    expect(find('ipp')).toEqual([]);
  });

  it('rules out by letters only what the distance rules out as well', () => {
    const letters = 'abc1_';
    let seed = 7;
    const random = (n: number): number => (seed = (seed * 48271) % 2147483647) % n;
    const createWord = (): string =>
      Array.from({length: 3 + random(7)}, () => letters[random(5)]).join('');
    const words = [...new Set(Array.from({length: 400}, createWord))].sort();
    for (let i = 0; i < 50; i++) {
      const word = createWord();
      const max = word.length >= 8 ? 2 : 1;
      const expected = words.filter((other) => getDistance(word, other, max) <= max);
      expect(
        new Vocabulary(words)
          .findSimilar(word, false)
          .map((similar) => similar.word)
          .sort(),
      ).toEqual(expected);
    }
  });
});
