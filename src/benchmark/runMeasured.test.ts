import os from 'node:os';
import {describe, expect, it} from 'vitest';
import {dropColours, parseStatus, runMeasured, sumMemory} from './runMeasured.ts';

const STATUS = `Name:	node
State:	S (sleeping)
Pid:	41
PPid:	40
VmPeak:	  999 kB
VmHWM:	     3 kB
VmRSS:	     2 kB
Threads:	11
`;

describe('memory of a command', () => {
  it('is read as the system has it', () => {
    expect(parseStatus(STATUS)).toEqual({parent: 40, bytes: 2048, peakBytes: 3072});
    expect(parseStatus(STATUS.replace(/^Vm.*\n/gm, ''))).toBeUndefined();
  });

  it('is that of all that it started, and of nothing else', () => {
    const processes = new Map([
      [1, {parent: 0, bytes: 1, peakBytes: 1000}],
      [40, {parent: 1, bytes: 10, peakBytes: 15}],
      [41, {parent: 40, bytes: 20, peakBytes: 70}],
      [42, {parent: 41, bytes: 30, peakBytes: 30}],
      [50, {parent: 1, bytes: 400, peakBytes: 400}],
    ]);
    expect(sumMemory(processes, 40)).toEqual({bytes: 60, largestPeak: 70});
  });

  it.runIf(os.platform() === 'linux')('is measured while it runs', async () => {
    const script = `
      const kept = Buffer.alloc(200_000_000, 1);
      setTimeout(() => console.log(kept.length), 900);`;
    const run = await runMeasured(process.execPath, ['-e', script], {cwd: os.tmpdir()});
    expect(run.output).toBe('200000000\n');
    expect(run.seconds).toBeGreaterThan(0.9);
    expect(run.peakBytes).toBeGreaterThan(200_000_000);
  });
});

it('shows what a command that fails has printed', async () => {
  const script = 'console.error("\u001b[31mno such page\u001b[39m"); process.exit(3)';
  await expect(runMeasured(process.execPath, ['-e', script], {cwd: os.tmpdir()})).rejects.toThrow(
    /ended with 3\. Mend what it reports:\nno such page/,
  );
  expect(dropColours('\u001b[1;33m[PERF]\u001b[0m a')).toBe('[PERF] a');
});
