import {expect, it, vi} from 'vitest';
import {leaveOutDirective} from './leaveOutDirective.ts';

/** Where a browser that knows no text fragments is led to. */
function follow(hash: string): string | undefined {
  const replace = vi.fn<(address: string | URL) => void>();
  leaveOutDirective({hash, replace});
  return replace.mock.lastCall?.[0] as string | undefined;
}

it('leads a browser without text fragments to the section', () => {
  expect(follow('#pitfalls:~:text=a')).toBe('#pitfalls');
  expect(follow('#:~:text=a')).toBe('#');
});

it('leaves every other address alone', () => {
  expect(follow('#pitfalls')).toBeUndefined();
  expect(follow('')).toBeUndefined();
});
