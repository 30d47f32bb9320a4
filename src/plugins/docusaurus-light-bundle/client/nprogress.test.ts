// @vitest-environment jsdom
import {beforeEach, expect, it, vi} from 'vitest';
import nprogress from './nprogress.ts';

/** Animations of the bar, in their order; jsdom has none. */
const animations: EventTarget[] = [];

beforeEach(() => {
  animations.length = 0;
  Element.prototype.animate = vi.fn(() => {
    const animation = new EventTarget();
    animations.push(animation);
    return animation as Animation;
  });
});

const countBars = (): number => document.querySelectorAll('#nprogress > .bar').length;

it('shows one bar, and takes it away when it has come to its end', () => {
  nprogress.start();
  nprogress.start();
  expect(countBars()).toBe(1);
  nprogress.done();
  expect(countBars()).toBe(1);
  expect(animations).toHaveLength(2);
  animations[1]!.dispatchEvent(new Event('finish'));
  expect(countBars()).toBe(0);
});

it('shows the next one while the last one goes', () => {
  nprogress.start();
  nprogress.done();
  nprogress.start();
  expect(countBars()).toBe(2);
  animations[1]!.dispatchEvent(new Event('finish'));
  expect(countBars()).toBe(1);
  nprogress.done();
  animations[3]!.dispatchEvent(new Event('finish'));
  expect(countBars()).toBe(0);
});

it('has nothing to end where nothing began', () => {
  nprogress.done();
  expect(animations).toEqual([]);
});
