import {createRandom as createNumbers} from '../testing.ts';

const RANGE = 2 ** 32;

/** Chance that is the same in every run. */
export class Random {
  readonly #next: (limit: number) => number;

  constructor(seed: number) {
    this.#next = createNumbers(seed);
  }

  /** Whether something happens that has this probability. */
  happens(probability: number): boolean {
    return this.#next(RANGE) < probability * RANGE;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.#next(items.length)]!;
  }
}
