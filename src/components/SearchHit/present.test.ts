import {describe, expect, it} from 'vitest';
import {presentHit, type SiteHit} from './present.ts';

const TITLES = ['MySQL', '主从复制', '新旧名称对照', '状态里的列'];

/** A hit with so many titles, as the embedded index and Algolia give it. */
function createHit(titles: readonly string[], parts: Partial<SiteHit> = {}): SiteHit {
  const marked = Object.fromEntries(
    titles.map((title, i) => [`lvl${i}`, {value: title.replace('主从', '<mark>主从</mark>')}]),
  );
  return {
    objectID: 'x',
    url: 'https://kb.example/docs/a#x',
    type: 'content',
    hierarchy: Object.fromEntries(
      Array.from({length: 7}, (_, i) => [`lvl${i}`, titles[i] ?? null]),
    ),
    _highlightResult: {hierarchy: marked},
    _snippetResult: {hierarchy: marked, content: {value: '旧名'}},
    ...parts,
  } as unknown as SiteHit;
}

const present = (hit: SiteHit) => presentHit(hit, (url) => url.replace('https://kb.example', ''));

describe('a hit in the dialog', () => {
  it('has the title of the record itself, however deep it lies', () => {
    expect(present(createHit(TITLES)).type).toBe('lvl3');
    expect(present(createHit(TITLES.slice(0, 3))).type).toBe('lvl2');
    expect(present(createHit(TITLES.slice(0, 2))).type).toBe('lvl1');
    expect(present(createHit(TITLES.slice(0, 1))).type).toBe('lvl1');
  });

  it('has the path from the page to it, and its section apart, by which hits are grouped', () => {
    const {hierarchy, _highlightResult, _snippetResult} = present(createHit(TITLES));
    expect(hierarchy).toMatchObject({lvl0: '', lvl1: '主从复制', lvl2: '新旧名称对照'});
    expect(_highlightResult.hierarchy.lvl0.value).toBe('MySQL');
    expect(_snippetResult.hierarchy.lvl1.value).toBe('<mark>主从</mark>复制');
  });

  it('has them where the service marks nothing', () => {
    const hit = createHit(TITLES, {_highlightResult: undefined, _snippetResult: undefined});
    expect(present(hit)._highlightResult.hierarchy.lvl0.value).toBe('MySQL');
  });

  it('leads to an address of this site', () => {
    expect(present(createHit(TITLES)).url).toBe('/docs/a#x');
  });

  it('keeps what this site adds, and leaves the hit alone that was given', () => {
    const hit = createHit(TITLES, {kind: 'row', docusaurus_tag: 'docs-default-2022'});
    const before = structuredClone(hit);
    expect(present(hit)).toMatchObject({kind: 'row', docusaurus_tag: 'docs-default-2022'});
    expect(hit).toEqual(before);
  });
});
