import {describe, expect, it} from 'vitest';
import {createRandom, createWords} from '../testing.ts';
import {getDistance} from './distance.ts';

/** The definition, letter by letter. */
function measure(a: string, b: string): number {
  if (a === '' || b === '') {
    return a.length + b.length;
  }
  const [restA, restB] = [a.slice(1), b.slice(1)];
  const distances = [
    measure(restA, restB) + Number(a[0] !== b[0]),
    measure(restA, b) + 1,
    measure(a, restB) + 1,
  ];
  if (a.length > 1 && a[0] === b[1] && a[1] === b[0]) {
    distances.push(measure(a.slice(2), b.slice(2)) + 1);
  }
  return Math.min(...distances);
}

describe('getDistance', () => {
  it.each([
    ['nothing for the same word', 'pod', 'pod', 0],
    ['one for a letter too many', 'kubelett', 'kubelet', 1],
    ['one for a letter too few', 'kubelt', 'kubelet', 1],
    ['one for another letter', 'kubelot', 'kubelet', 1],
    ['one for two letters swapped', 'kubeelt', 'kubelet', 1],
    ['one for a swap at the beginning', 'ukbelet', 'kubelet', 1],
    ['one for a swap at the end', 'kubelte', 'kubelet', 1],
    ['two for two swaps', 'ukbelte', 'kubelet', 2],
    ['two for a swap and a letter too many', 'ukbelett', 'kubelet', 2],
    ['three for a swap with a letter in between', 'ca', 'abc', 3],
    ['all letters of the other word for an empty one', '', 'pod', 3],
  ])('counts %s', (_, a, b, distance) => {
    expect(getDistance(a, b, 3)).toBe(distance);
    expect(getDistance(b, a, 3)).toBe(distance);
  });

  it('says only that it is more, where it is more than the limit', () => {
    expect(getDistance('kubelet', 'kubectl', 1)).toBeGreaterThan(1);
    expect(getDistance('pod', 'podman', 2)).toBeGreaterThan(2);
    expect(getDistance('pod', 'pods', 0)).toBeGreaterThan(0);
  });

  it('agrees with the definition on random words, at every limit', () => {
    const random = createRandom(1);
    const words = createWords(random, 400, 'abc', 6);
    for (let i = 0; i < words.length; i += 2) {
      const [a, b] = [words[i]!, words[i + 1]!];
      const distance = measure(a, b);
      for (const max of [0, 1, 2, 6]) {
        const found = getDistance(a, b, max);
        expect(distance <= max ? found : found > max, `${a}, ${b}, ${max}`).toBe(
          distance <= max ? distance : true,
        );
      }
    }
  });
});
