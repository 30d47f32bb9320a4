import {spawn} from 'node:child_process';
import fs from 'node:fs';

/** How often the memory of a command is looked at, in milliseconds. */
const INTERVAL = 200;
/** How much of what a failed command printed is shown, in characters. */
const SHOWN = 4_000;

/** What a command took. */
export type Run = {
  readonly seconds: number;
  /** Most memory that it and all that it started had at a time, in bytes; nothing on systems without `/proc`. */
  readonly peakBytes?: number;
  /** What it printed, without colours. */
  readonly output: string;
};

/** A process, as `/proc` has it. */
export type ProcessStatus = {
  readonly parent: number;
  /** Memory that it has now, and the most that it ever had, in bytes. */
  readonly bytes: number;
  readonly peakBytes: number;
};

/**
 * Reads `/proc/<pid>/status`.
 * @returns nothing for what has no memory of its own: a thread of the kernel, a process that has ended
 */
export function parseStatus(text: string): ProcessStatus | undefined {
  const read = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? NaN);
  const [parent, now, peak] = [read('PPid'), read('VmRSS'), read('VmHWM')];
  return Number.isNaN(parent + now + peak)
    ? undefined
    : {parent, bytes: now * 1024, peakBytes: peak * 1024};
}

/**
 * Memory of a process with all that it has started.
 * @param processes all processes, by id
 * @returns the sum now, and the peak of the largest one: between two looks, it may have been higher than any sum
 */
export function sumMemory(
  processes: ReadonlyMap<number, ProcessStatus>,
  root: number,
): {readonly bytes: number; readonly largestPeak: number} {
  const children = new Map<number, number[]>();
  for (const [pid, {parent}] of processes) {
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const sum = {bytes: 0, largestPeak: 0};
  const visit = (pid: number): void => {
    const status = processes.get(pid);
    sum.bytes += status?.bytes ?? 0;
    sum.largestPeak = Math.max(sum.largestPeak, status?.peakBytes ?? 0);
    children.get(pid)?.forEach(visit);
  };
  visit(root);
  return sum;
}

function readProcesses(): Map<number, ProcessStatus> {
  const processes = new Map<number, ProcessStatus>();
  for (const name of fs.readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const status = parseStatus(fs.readFileSync(`/proc/${name}/status`, 'utf8'));
      if (status) {
        processes.set(Number(name), status);
      }
    } catch {
      // It has ended meanwhile.
    }
  }
  return processes;
}

/** What a command prints in a terminal, without the sequences that colour it. */
export function dropColours(text: string): string {
  // eslint-disable-next-line no-control-regex -- colours are control characters
  return text.replace(/\u001b\[[\d;]*m/g, '');
}

/**
 * Runs a command, and measures its time and memory.
 * @param env added to the environment; `undefined` removes a variable
 * @throws {Error} if it cannot be started, or ends with another code than 0; the message ends with the last that it printed
 */
export async function runMeasured(
  command: string,
  args: readonly string[],
  {cwd, env = {}}: {readonly cwd: string; readonly env?: NodeJS.ProcessEnv},
): Promise<Run> {
  const start = performance.now();
  const child = spawn(command, args, {cwd, env: {...process.env, ...env}});
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  let peakBytes: number | undefined;
  const look = (): void => {
    const {bytes, largestPeak} = sumMemory(readProcesses(), child.pid ?? -1);
    peakBytes = Math.max(peakBytes ?? 0, bytes, largestPeak);
  };
  const timer = fs.existsSync('/proc/self/status') ? setInterval(look, INTERVAL) : undefined;
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject).on('close', resolve);
    });
    if (code !== 0) {
      throw new Error(
        `"${[command, ...args].join(' ')}" in ${cwd} ended with ${code}. Mend what it reports:\n${dropColours(output).slice(-SHOWN)}`,
      );
    }
  } finally {
    clearInterval(timer);
  }
  return {
    seconds: (performance.now() - start) / 1000,
    ...(peakBytes !== undefined && {peakBytes}),
    output: dropColours(output),
  };
}
