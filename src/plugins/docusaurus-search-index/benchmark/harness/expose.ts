/** A hit as a list of results shows it. */
export type HarnessHit = {
  /** Address of the page, with or without origin and anchor. */
  readonly url: string;
  readonly title: string;
  /** The passage that was found, as HTML. */
  readonly text: string;
};

/** Searches with an engine, loading what is not loaded yet. */
export type Search = (query: string) => Promise<readonly HarnessHit[]>;

/** Name under which the page's search function is to be found in its window. */
export const SEARCH = 'benchmarkSearch';

/** Hands the search function of a page to the benchmark. */
export function expose(search: Search): void {
  Object.assign(window, {[SEARCH]: search});
}
