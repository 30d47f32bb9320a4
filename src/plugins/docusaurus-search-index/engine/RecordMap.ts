/**
 * A positive number for some of the records, 0 for all others. A search adds up tens of thousands of numbers with every letter that
 * is typed; a typed array does that several times faster than a Map.
 */
export class RecordMap {
  readonly #values: Float32Array;
  /** The records that have a number, in the order in which they got it. */
  readonly records: number[] = [];

  /** @param count number of records in the edition */
  constructor(count: number) {
    this.#values = new Float32Array(count);
  }

  get(record: number): number {
    return this.#values[record]!;
  }

  /** @param value above 0 */
  set(record: number, value: number): void {
    if (this.#values[record] === 0) {
      this.records.push(record);
    }
    this.#values[record] = value;
  }

  /** Adds to what the record has. */
  add(record: number, value: number): void {
    this.set(record, this.#values[record]! + value);
  }

  /** Keeps the higher one of what the record has and a value. */
  raise(record: number, value: number): void {
    if (this.#values[record]! < value) {
      this.set(record, value);
    }
  }

  clear(): void {
    for (const record of this.records) {
      this.#values[record] = 0;
    }
    this.records.length = 0;
  }
}

/** Maps for one search. They are large, and used again by the next one. */
export class RecordMaps {
  readonly #free: RecordMap[];
  readonly #count: number;
  readonly #taken: RecordMap[] = [];

  /** @param free maps of searches that are over; this search takes from it, and gives back */
  constructor(count: number, free: RecordMap[]) {
    this.#count = count;
    this.#free = free;
  }

  /** An empty map. */
  take(): RecordMap {
    const map = this.#free.pop() ?? new RecordMap(this.#count);
    this.#taken.push(map);
    return map;
  }

  /** Gives all maps back. They must not be used any more. */
  release(): void {
    for (const map of this.#taken.splice(0)) {
      map.clear();
      this.#free.push(map);
    }
  }
}
