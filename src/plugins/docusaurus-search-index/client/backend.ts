import type {AlgoliaQuery} from './requests.ts';
import type {Engine} from './state.ts';

/** Algolia's client, as far as it is used. */
export type Upstream = {
  readonly search: (request: {requests: readonly AlgoliaQuery[]}) => Promise<{results: unknown[]}>;
};

/** Results in Algolia's form, who gave them, and what is marked in them, longest first. */
export type Answer = {
  readonly results: unknown[];
  readonly engine: Engine;
  readonly marks: readonly string[];
};

/** What the module `@search/backend` exports, in both modes. */
export type Backend = {
  /** Whether Algolia's client is used at all. */
  readonly isHosted: boolean;
  /**
   * Answers queries.
   * @param upstream Algolia's client; the embedded backend does not use it
   * @throws {Error} if nobody can answer: the index cannot be loaded
   */
  readonly answer: (queries: readonly AlgoliaQuery[], upstream?: Upstream) => Promise<Answer>;
};
