import os from 'node:os';
import {setTimeout as sleep} from 'node:timers/promises';
import {expect, it} from 'vitest';
import {Stopwatch} from './stopwatch.ts';

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
