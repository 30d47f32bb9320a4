import {describe, expect, it} from 'vitest';
import {findNearestAddresses} from './findNearestAddresses.ts';

const addresses = [
  '/docs/pods/creation',
  '/docs/pods/graceful-shutdown',
  '/docs/2022/pods/graceful-shutdown',
  '/docs/redis/eviction',
];

describe('findNearestAddresses', () => {
  it('finds a page whose name is misspelt, the nearer edition first', () => {
    expect(findNearestAddresses('/docs/pods/gracefull-shutdwn', addresses)).toEqual([
      '/docs/pods/graceful-shutdown',
      '/docs/2022/pods/graceful-shutdown',
    ]);
  });

  it('finds a page in another section, with an extension or a slash at the end', () => {
    expect(findNearestAddresses('/docs/cache/eviction.html', addresses)).toEqual([
      '/docs/redis/eviction',
    ]);
    expect(findNearestAddresses('/docs/redis/eviction/', addresses)[0]).toBe(
      '/docs/redis/eviction',
    );
  });

  it('suggests nothing when nothing is near', () => {
    expect(findNearestAddresses('/wp-login', addresses)).toEqual([]);
  });
});
