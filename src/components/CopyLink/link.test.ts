import {describe, expect, it} from 'vitest';
import {
  EDITIONS,
  formatLink,
  FORMATS,
  listEditions,
  toAddress,
  toDirective,
  toLinkedPage,
  toTitle,
} from './link.ts';

const ORIGIN = 'https://kb.example.org';

const SITE = {title: '淘汰策略', docsPath: '/kb/docs', currentEdition: '2026'};
const current = toLinkedPage({
  ...SITE,
  path: '/kb/docs/redis/eviction',
  version: 'current',
  isCurrent: true,
  currentPath: '/kb/docs/redis/eviction',
});
const older = toLinkedPage({
  ...SITE,
  path: '/kb/docs/2022/redis/eviction',
  version: '2022',
  isCurrent: false,
  currentPath: '/kb/docs/redis/eviction',
});
const gone = toLinkedPage({
  ...SITE,
  path: '/kb/docs/2022/redis/gone',
  version: '2022',
  isCurrent: false,
  currentPath: undefined,
});

describe('an address', () => {
  const getAddresses = (page: typeof current): string[] =>
    EDITIONS.map((edition) => toAddress(ORIGIN, page, {id: 'policy-noeviction'}, edition));

  it('follows the current edition, or is pinned to its tag, on a page of the current edition', () => {
    expect(getAddresses(current)).toEqual([
      `${ORIGIN}/kb/docs/redis/eviction#policy-noeviction`,
      `${ORIGIN}/kb/docs/2026/redis/eviction#policy-noeviction`,
    ]);
  });

  it('follows to the same page of the current edition, or stays, on a page of an older one', () => {
    expect(getAddresses(older)).toEqual([
      `${ORIGIN}/kb/docs/redis/eviction#policy-noeviction`,
      `${ORIGIN}/kb/docs/2022/redis/eviction#policy-noeviction`,
    ]);
  });

  it('stays where the page is in an older edition only, and nothing else is offered', () => {
    expect(listEditions(older)).toEqual(['current', 'pinned']);
    expect(listEditions(gone)).toEqual(['pinned']);
    expect(new Set(getAddresses(gone))).toEqual(
      new Set([`${ORIGIN}/kb/docs/2022/redis/gone#policy-noeviction`]),
    );
  });

  it('has the query before the hash, and the passage behind the section', () => {
    expect(toAddress(ORIGIN, current, {id: 'cni', search: '?cni.hide=calico'}, 'pinned')).toBe(
      `${ORIGIN}/kb/docs/2026/redis/eviction?cni.hide=calico#cni`,
    );
    expect(toAddress(ORIGIN, current, {id: 'policies', directive: 'text=a'}, 'current')).toBe(
      `${ORIGIN}/kb/docs/redis/eviction#policies:~:text=a`,
    );
    expect(toAddress(ORIGIN, current, {directive: 'text=a'}, 'current')).toBe(
      `${ORIGIN}/kb/docs/redis/eviction#:~:text=a`,
    );
    expect(toAddress(ORIGIN, current, {}, 'current')).toBe(`${ORIGIN}/kb/docs/redis/eviction`);
  });
});

describe('a format', () => {
  it('is the bare address, with the title, or Markdown', () => {
    const title = toTitle(current, {name: 'noeviction'});
    expect(FORMATS.map((format) => formatLink(title, `${ORIGIN}/x`, format))).toEqual([
      `${ORIGIN}/x`,
      `淘汰策略：noeviction – ${ORIGIN}/x`,
      `[淘汰策略：noeviction](${ORIGIN}/x)`,
    ]);
    expect(toTitle(current, {})).toBe('淘汰策略');
  });

  it('of Markdown is one link whatever stands in the title and the address', () => {
    expect(formatLink('a[0] *b* `c` <d> \\', `${ORIGIN}/?f=(x)#y`, 'markdown')).toBe(
      `[a\\[0\\] \\*b\\* \\\`c\\\` \\<d\\> \\\\](${ORIGIN}/?f=%28x%29#y)`,
    );
  });
});

describe('a text directive', () => {
  it('is pure ASCII, in the order of the specification', () => {
    expect(toDirective({textStart: '内存', textEnd: '报错', prefix: 'a', suffix: 'b'})).toBe(
      'text=a-,%E5%86%85%E5%AD%98,%E6%8A%A5%E9%94%99,-b',
    );
    expect(toDirective({textStart: 'abc'})).toBe('text=abc');
  });

  it('encodes what would be read as syntax', () => {
    expect(toDirective({textStart: 'a-b,c&d#e'})).toBe('text=a%2Db%2Cc%26d%23e');
  });

  it('does without half a character, which has no code', () => {
    expect(toDirective({textStart: 'a\ud83d'})).toBe('text=a');
  });
});
