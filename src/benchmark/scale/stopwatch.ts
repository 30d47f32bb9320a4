/** What a step of a plugin took in one build. */
export type Timing = {
  /** Name of the plugin, or of what else does the work: `docusaurus-ledger`, `remarkDiagram`. */
  readonly plugin: string;
  /** `create`, a method of a plugin's life such as `postBuild`, or `transform`. */
  readonly step: string;
  readonly ms: number;
  readonly calls: number;
};

/**
 * Adds up what plugins take. Docusaurus runs the plugins' methods side by side: what one takes would be counted to another that
 * waits meanwhile. So those that may wait are let run one after the other.
 */
export class Stopwatch {
  readonly #timings = new Map<string, Timing>();
  #last: Promise<unknown> = Promise.resolve();

  #add(plugin: string, step: string, start: number): void {
    const key = `${plugin} ${step}`;
    const {ms, calls} = this.#timings.get(key) ?? {ms: 0, calls: 0};
    this.#timings.set(key, {plugin, step, ms: ms + performance.now() - start, calls: calls + 1});
  }

  /** Runs something that is done when it returns. */
  time<Result>(plugin: string, step: string, run: () => Result): Result {
    const start = performance.now();
    try {
      return run();
    } finally {
      this.#add(plugin, step, start);
    }
  }

  /** Runs something that may wait, when all that was given before has ended. It must not give something itself. */
  timeAlone<Result>(
    plugin: string,
    step: string,
    run: () => Result | Promise<Result>,
  ): Promise<Result> {
    const timed = this.#last.then(async () => {
      const start = performance.now();
      try {
        return await run();
      } finally {
        this.#add(plugin, step, start);
      }
    });
    this.#last = timed.catch(() => undefined);
    return timed;
  }

  /** What was added up so far. */
  list(): Timing[] {
    return [...this.#timings.values()];
  }
}
