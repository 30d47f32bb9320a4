import type {HitKind} from '../engine/hitKinds.ts';

/** What the reader wants to see of the results. */
export type Filters = {
  /** Tags of the editions, as `docs-default-2022`; nothing for those that the request names: that of the page the reader is on. */
  readonly editions?: readonly string[];
  /** Nothing for all kinds. */
  readonly kind?: HitKind;
};

/** Who answered last. `fallback` is the embedded index in place of a hosted service that did not answer. */
export type Engine = 'embedded' | 'hosted' | 'fallback';

export type SearchState = {
  /** Tag of the edition the reader is in, known to the search bar. */
  readonly homeTag?: string;
  readonly filters: Filters;
  /** Who answered the last query; nothing before the first answer, or if it failed. */
  readonly engine?: Engine;
  /** Whether the last query could not be answered, since the index could not be loaded. */
  readonly isFailed: boolean;
  /** What was marked in the last answer, longest first. */
  readonly marks: readonly string[];
};

const INITIAL: SearchState = {filters: {}, isFailed: false, marks: []};

let state = INITIAL;
const listeners = new Set<() => void>();

/** The state of the search, shared by the dialog, the search page and the client that answers them. */
export const searchState = {
  get: (): SearchState => state,
  /** Server and first render. */
  getInitial: (): SearchState => INITIAL,
  set(change: Partial<SearchState>): void {
    state = {...state, ...change};
    listeners.forEach((listener) => listener());
  },
  /** @returns how to stop listening */
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
