import os from 'node:os';
import {setTimeout as sleep} from 'node:timers/promises';
import {expect, it} from 'vitest';
import {Stopwatch, sumOverlaps} from './stopwatch.ts';

it('lets what waits run one after the other, so that each has its own time', async () => {
  const stopwatch = new Stopwatch();
  const order: string[] = [];
  const work = (name: string, ms: number) => async () => {
    order.push(`${name} begins`);
    await sleep(ms);
    order.push(`${name} ends`);
    return name;
  };
  const results = await Promise.all([
    stopwatch.timeAlone('a', 'postBuild', work('a', 120)),
    stopwatch.timeAlone('b', 'postBuild', work('b', 20)),
  ]);
  expect(results).toEqual(['a', 'b']);
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  const [a, b] = stopwatch.list();
  expect(a!.ms).toBeGreaterThan(110);
  expect(b!.ms).toBeLessThan(110);
});

it.runIf(os.platform() === 'linux')('tells work from waiting', async () => {
  const stopwatch = new Stopwatch();
  await stopwatch.timeAlone('waits', 'postBuild', () => sleep(200));
  stopwatch.time('works', 'postBuild', () => {
    const end = performance.now() + 200;
    while (performance.now() < end);
  });
  const [waits, works] = stopwatch.list();
  expect(waits!.ms).toBeGreaterThan(190);
  expect(waits!.cpuMs).toBeLessThan(100);
  // On a busy machine the thread is not let work all the time.
  expect(works!.cpuMs).toBeGreaterThan(2 * waits!.cpuMs!);
});

it('adds up the calls of a step', () => {
  const stopwatch = new Stopwatch();
  expect([1, 2].map((value) => stopwatch.time('a', 'transform', () => value * 2))).toEqual([2, 4]);
  expect(stopwatch.list()).toMatchObject([{plugin: 'a', step: 'transform', calls: 2}]);
});

it('goes on after a failure, and passes it on', async () => {
  const stopwatch = new Stopwatch();
  const failed = stopwatch.timeAlone('a', 'postBuild', () => {
    throw new Error('no page');
  });
  const next = stopwatch.timeAlone('b', 'postBuild', () => 'b');
  await expect(failed).rejects.toThrow('no page');
  expect(await next).toBe('b');
});

it('sums what lies in other times', () => {
  const parts = [
    {start: 5, end: 15},
    {start: 20, end: 21},
    {start: 30, end: 40},
  ];
  const times = [
    {start: 35, end: 36},
    {start: 10, end: 32},
    {start: 0, end: 6},
  ];
  expect(sumOverlaps(times, parts)).toBe(1 + 5 + 1 + 2 + 1);
  expect(sumOverlaps(times, [])).toBe(0);
});

it('tells how long garbage was collected', async () => {
  const stopwatch = new Stopwatch();
  stopwatch.time('tidy', 'create', () => undefined);
  const kept: object[] = [];
  stopwatch.time('wasteful', 'create', () => {
    for (let index = 0; index < 2_000_000; index++) {
      kept[index % 100_000] = {index};
    }
  });
  await sleep(1);
  const [tidy, wasteful] = stopwatch.list();
  expect(tidy!.gcMs).toBe(0);
  expect(wasteful!.gcMs).toBeGreaterThan(0);
  expect(wasteful!.gcMs).toBeLessThan(wasteful!.ms);
});
