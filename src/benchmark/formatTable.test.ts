import {expect, it} from 'vitest';
import {formatBytes, formatTable} from './formatTable.ts';

it('aligns the cells of a table', () => {
  expect(
    formatTable([
      ['Site', 'KB'],
      ['This project', '17.9'],
      ['x', '1000.0'],
    ]),
  ).toBe(
    [
      '| Site         |     KB |',
      '| ------------ | -----: |',
      '| This project |   17.9 |',
      '| x            | 1000.0 |',
    ].join('\n'),
  );
});

it('writes bytes in the unit that fits', () => {
  expect([100, 20_000, 5_000_000, 3_000_000_000].map(formatBytes)).toEqual([
    '0.1 KB',
    '19.5 KB',
    '4.8 MB',
    '2.79 GB',
  ]);
});
