import {describe, expect, it} from 'vitest';
import {findMovedAnchor} from './findMovedAnchor.ts';

const ANCHORS = {
  '/docs/pods/creation': {old: '/docs/pods/creation#new', gone: '/docs/pods/phases'},
};

const find = (pathname: string, hash: string, baseUrl = '/'): string | undefined =>
  findMovedAnchor(ANCHORS, baseUrl, pathname, hash);

describe('findMovedAnchor', () => {
  it('finds where an id went, on the same page and on another', () => {
    expect(find('/docs/pods/creation', '#old')).toBe('/docs/pods/creation#new');
    expect(find('/docs/pods/creation', '#gone')).toBe('/docs/pods/phases');
  });

  it('knows the page by every form of its address, and below a path', () => {
    expect(find('/docs/pods/creation.html', '#old')).toBe('/docs/pods/creation#new');
    expect(find('/docs/pods/creation/', '#old')).toBe('/docs/pods/creation#new');
    expect(find('/kb/docs/pods/creation', '#old', '/kb/')).toBe('/kb/docs/pods/creation#new');
  });

  it('leaves alone what has not moved', () => {
    expect(find('/docs/pods/creation', '#flow')).toBeUndefined();
    expect(find('/docs/pods/creation', '')).toBeUndefined();
    expect(find('/docs/pods/other', '#old')).toBeUndefined();
    expect(find('/docs/pods/creation', '#constructor')).toBeUndefined();
    expect(find('/docs/pods/creation', '#%E0%A4%A')).toBeUndefined();
    expect(find('/elsewhere', '#old', '/kb/')).toBeUndefined();
  });
});
