import {describe, expect, it} from 'vitest';
import {createRandom, createWords} from '../testing.ts';
import {decodePostings, decodeWords, encodePostings, frontCode, getHanFile} from './format.ts';

describe('frontCode', () => {
  it('says how many letters a word shares with the one before, and the rest', () => {
    expect(frontCode(['kube', 'kubectl', 'kubelet', 'pod'])).toBe('0kube 4ctl 4let 0pod');
    expect(frontCode([])).toBe('');
  });

  it.each([
    ['Latin words', 'ab~9é'],
    ['letters outside of the basic plane', 'a𐐨𐐩𐑀'],
  ])('is undone by decodeWords: %s', (_, letters) => {
    const words = [...new Set(createWords(createRandom(2), 300, letters, 8))].sort();
    expect(decodeWords(frontCode(words))).toEqual(words);
  });

  it('is undone for words that share more letters than one digit can say', () => {
    const words = ['a', 'b', 'bc'].map((end) => 'x'.repeat(50) + end);
    expect(decodeWords(frontCode(words))).toEqual(words);
    expect(decodeWords(frontCode([]))).toEqual([]);
  });

  it('parts no letter in two halves, since a file in UTF-8 cannot hold one', () => {
    const words = ['𐐨', '𐐩', 'x'.repeat(34) + '𐐨', 'x'.repeat(34) + '𐐩'];
    const coded = frontCode(words);
    expect(decodeWords(Buffer.from(coded).toString())).toEqual(words);
  });
});

describe('encodePostings', () => {
  it('keeps the differences between the numbers of the records, and the impacts', () => {
    expect(encodePostings([3, 20, 4, 7, 100, 1])).toEqual([3, 20, 1, 7, 96, 1]);
    expect(encodePostings([])).toEqual([]);
  });

  it('is undone by decodePostings', () => {
    const random = createRandom(3);
    let record = -1;
    const postings = Array.from({length: 200}, (_, i) =>
      i % 2 === 0 ? (record += 1 + random(1000)) : random(80),
    );
    expect(decodePostings(encodePostings(postings))).toEqual(postings);
    expect(decodePostings([])).toEqual([]);
  });
});

describe('getHanFile', () => {
  it('gives every character a file that there is, and all files some characters', () => {
    const characters = Array.from({length: 2000}, (_, i) => String.fromCodePoint(0x4e00 + i));
    for (const count of [1, 2, 7, 40]) {
      const files = characters.concat('𠮷').map((character) => getHanFile(character, count));
      expect(new Set(files)).toEqual(new Set(Array.from({length: count}, (_, i) => i)));
    }
  });

  it('gives a character the same file in the build and in the browser', () => {
    // FNV-1a of the unit 0x4e3b, worked out by hand: ((2166136261 ^ 0x4e3b) * 16777619) mod 2^32.
    const hash = Number(((2166136261n ^ 0x4e3bn) * 16777619n) % 2n ** 32n);
    expect(getHanFile('主', 1000)).toBe(hash % 1000);
  });
});
