import fs from 'node:fs';
import {PerformanceObserver} from 'node:perf_hooks';

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
  /**
   * Of that, time in which the thread was stopped to collect garbage. It depends on all that the build keeps in memory, not only on what
   * the step does.
   */
  readonly gcMs?: number;
  readonly calls: number;
};

/** Where Linux says for how many nanoseconds the main thread has been at work. */
const SCHEDULE = `/proc/self/task/${process.pid}/schedstat`;
const HAS_SCHEDULE = fs.existsSync(SCHEDULE);

/** Time in which the main thread was at work since it began, in milliseconds. */
function readCpuMs(): number | undefined {
  return HAS_SCHEDULE ? Number(fs.readFileSync(SCHEDULE, 'utf8').split(' ')[0]) / 1e6 : undefined;
}

/** A time, from its start to its end, in milliseconds since the process began. */
type Interval = {readonly start: number; readonly end: number};

/**
 * How much of some times lies in others.
 * @param times in any order, none over another
 * @param parts by their start, none over another
 */
export function sumOverlaps(times: readonly Interval[], parts: readonly Interval[]): number {
  let sum = 0;
  let next = 0;
  for (const {start, end} of times.toSorted((a, b) => a.start - b.start)) {
    while (next < parts.length && parts[next]!.end <= start) {
      next++;
    }
    for (let index = next; index < parts.length && parts[index]!.start < end; index++) {
      sum += Math.min(end, parts[index]!.end) - Math.max(start, parts[index]!.start);
    }
  }
  return sum;
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
  readonly #times = new Map<string, Interval[]>();
  readonly #collections: Interval[] = [];
  readonly #observer: PerformanceObserver;
  #last: Promise<unknown> = Promise.resolve();

  constructor() {
    // https://nodejs.org/api/perf_hooks.html#garbage-collection-gc-details
    this.#observer = new PerformanceObserver((list) => this.#collect(list.getEntries()));
    this.#observer.observe({entryTypes: ['gc']});
  }

  #collect(entries: readonly {readonly startTime: number; readonly duration: number}[]): void {
    for (const {startTime, duration} of entries) {
      this.#collections.push({start: startTime, end: startTime + duration});
    }
  }

  #add(plugin: string, step: string, start: Reading): void {
    const key = `${plugin} ${step}`;
    const {ms, cpuMs = 0, calls} = this.#timings.get(key) ?? {ms: 0, calls: 0};
    const now = readClocks();
    const times = this.#times.get(key) ?? [];
    times.push({start: start.ms, end: now.ms});
    this.#times.set(key, times);
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

  /** What was added up so far. Collections of garbage are known as soon as Node has had time to tell of them. */
  list(): Timing[] {
    this.#collect(this.#observer.takeRecords());
    return [...this.#timings].map(([key, timing]) => ({
      ...timing,
      gcMs: sumOverlaps(this.#times.get(key)!, this.#collections),
    }));
  }
}
