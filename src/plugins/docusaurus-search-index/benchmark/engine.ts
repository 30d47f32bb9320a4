/** A way to run an engine in the browser. */
export type Variant = {
  /** Name of its page below the engine's folder, and of the module in `harness/` that the page runs. */
  readonly name: string;
  readonly title: string;
  /** Whether it searches in the page, where the processor is slowed down, and not in a worker, where it cannot be. */
  readonly isThrottled: boolean;
};

/** A search engine with its index of the generated pages, ready to be served. */
export type Engine = {
  readonly name: 'ours' | 'pagefind' | 'easyops';
  /** Folder of what is served below `/<name>/`. */
  readonly folder: string;
  /** Whether a file below the folder belongs to the index, and not to the code. */
  readonly isIndex: (file: string) => boolean;
  /** How long indexing took, with what precedes it: reading the pages' HTML. */
  readonly indexingMs: number;
  readonly variants: readonly Variant[];
};

/** What engines are built from: the same text, as records and as pages. */
export type Source = {
  /** Folder of the pages, see `writePages`. */
  readonly pagesFolder: string;
  /** Paths of the pages. */
  readonly paths: readonly string[];
  /** Where packages are installed that only the benchmark uses. */
  readonly packagesFolder: string;
};

/** Runs something. @returns what it returned, and how long it took */
export async function timeMs<Result>(
  run: () => Result | Promise<Result>,
): Promise<{result: Result; ms: number}> {
  const start = performance.now();
  const result = await run();
  return {result, ms: performance.now() - start};
}
