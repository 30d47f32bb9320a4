import fs from 'node:fs';

/** What a step of a plugin took in one build. */
export type Timing = {
  /** Name of the plugin, or of what else does the work: `docusaurus-ledger`, `remarkDiagram`. */
  readonly plugin: string;
  /** `create`, a method of a plugin's life such as `postBuild`, or `transform`. */
  readonly step: string;
  /** Time that passed. */
  readonly ms: number;
  /**
   * Time in which the thread was at work, whatever else the machine did; nothing on systems that do not tell. Work that is handed
   * to other threads, such as drawing, is not in it.
   */
  readonly cpuMs?: number;
  readonly calls: number;
};

/** Where Linux says for how many nanoseconds the main thread has been at work. */
const SCHEDULE = `/proc/self/task/${process.pid}/schedstat`;
const HAS_SCHEDULE = fs.existsSync(SCHEDULE);

/** Time in which the main thread was at work since it began, in milliseconds. */
function readCpuMs(): number | undefined {
  return HAS_SCHEDULE ? Number(fs.readFileSync(SCHEDULE, 'utf8').split(' ')[0]) / 1e6 : undefined;
}

/** Where the clocks stand. */
type Reading = {readonly ms: number; readonly cpuMs: number | undefined};

const readClocks = (): Reading => ({ms: performance.now(), cpuMs: readCpuMs()});

/**
 * Adds up what plugins take. Docusaurus runs the plugins' methods side by side: what one takes would be counted to another that
 * waits meanwhile. So those that may wait are let run one after the other.
 */
export class Stopwatch {
  readonly #timings = new Map<string, Timing>();
  #last: Promise<unknown> = Promise.resolve();

  #add(plugin: string, step: string, start: Reading): void {
    const key = `${plugin} ${step}`;
    const {ms, cpuMs = 0, calls} = this.#timings.get(key) ?? {ms: 0, calls: 0};
    const now = readClocks();
    this.#timings.set(key, {
      plugin,
      step,
      ms: ms + now.ms - start.ms,
      ...(now.cpuMs !== undefined && {cpuMs: cpuMs + now.cpuMs - start.cpuMs!}),
      calls: calls + 1,
    });
  }

  /** Runs something that is done when it returns. */
  time<Result>(plugin: string, step: string, run: () => Result): Result {
    const start = readClocks();
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
      const start = readClocks();
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
