import {describe, expect, it} from 'vitest';
import {applyFilters, getAllowed, getKind, listQueries, type AlgoliaQuery} from './requests.ts';

/** As Docusaurus asks: the language, and the edition of the page with pages of none. */
const FACETS = [
  'language:zh-Hans',
  ['docusaurus_tag:default', 'docusaurus_tag:docs-default-current'],
];
const query = (facetFilters?: unknown): AlgoliaQuery => ({indexName: 'kb', facetFilters});

describe('listQueries', () => {
  it('takes the requests of the dialog as they are', () => {
    const requests = [{indexName: 'kb', query: '主从', hitsPerPage: 15, snippetEllipsisText: '…'}];
    expect(listQueries({requests})).toEqual(requests);
  });

  it('takes the parameters of the search page out of their envelope', () => {
    expect(
      listQueries([
        {indexName: 'kb', params: {query: '主从', page: 1, facets: ['language']}},
        {indexName: 'kb', params: {query: '主从', hitsPerPage: 0, facets: 'docusaurus_tag'}},
        {indexName: 'kb'},
      ]),
    ).toEqual([
      {indexName: 'kb', query: '主从', page: 1, facets: ['language']},
      {indexName: 'kb', query: '主从', hitsPerPage: 0, facets: 'docusaurus_tag'},
      {indexName: 'kb'},
    ]);
  });
});

describe('getAllowed', () => {
  it('finds the alternatives of a group, and a value that is no group', () => {
    expect(getAllowed(query(FACETS), 'docusaurus_tag')).toEqual([
      'default',
      'docs-default-current',
    ]);
    expect(getAllowed(query(FACETS), 'language')).toEqual(['zh-Hans']);
  });

  it('finds what all groups about an attribute allow', () => {
    const groups = [
      ['docusaurus_tag:a', 'docusaurus_tag:b', 'docusaurus_tag:c'],
      ['docusaurus_tag:b', 'docusaurus_tag:c'],
      'docusaurus_tag:b',
    ];
    expect(getAllowed(query(groups), 'docusaurus_tag')).toEqual(['b']);
    expect(getAllowed(query([['kind:row'], ['kind:step']]), 'kind')).toEqual([]);
    expect(getAllowed(query([['kind:row', 'language:en']]), 'kind')).toEqual(['row']);
  });

  it('says nothing of an attribute that no group is about', () => {
    expect(getAllowed(query(FACETS), 'kind')).toBeUndefined();
    expect(getAllowed(query(['kindness:row']), 'kind')).toBeUndefined();
    for (const filters of [undefined, null, [], 7]) {
      expect(getAllowed(query(filters), 'language')).toBeUndefined();
    }
  });

  it('keeps colons that belong to the value', () => {
    expect(getAllowed(query(['version:1:2']), 'version')).toEqual(['1:2']);
  });
});

describe('getKind', () => {
  it('is the kind that the query is limited to, if there is such a kind', () => {
    expect(getKind(query([...FACETS, ['kind:row']]))).toBe('row');
    expect(getKind(query(FACETS))).toBeUndefined();
    expect(getKind(query(['kind:table']))).toBeUndefined();
  });
});

describe('applyFilters', () => {
  it('changes nothing where the reader has set no filter', () => {
    const filtered = applyFilters({...query(FACETS), query: '主从'}, {});
    expect(filtered).toMatchObject({indexName: 'kb', query: '主从'});
    expect(getAllowed(filtered, 'docusaurus_tag')).toEqual(['default', 'docs-default-current']);
    expect(getAllowed(filtered, 'language')).toEqual(['zh-Hans']);
    expect(getKind(filtered)).toBeUndefined();
  });

  it('puts an edition in place of that of the page, and leaves other filters', () => {
    const filtered = applyFilters(query(FACETS), {editions: ['docs-default-2022']});
    expect(getAllowed(filtered, 'docusaurus_tag')).toEqual(['docs-default-2022']);
    expect(getAllowed(filtered, 'language')).toEqual(['zh-Hans']);
  });

  it('allows all editions that the reader wants', () => {
    const filtered = applyFilters(query(FACETS), {
      editions: ['docs-default-2022', 'docs-default-current'],
    });
    expect(getAllowed(filtered, 'docusaurus_tag')).toEqual([
      'docs-default-2022',
      'docs-default-current',
    ]);
    expect(getAllowed(filtered, 'language')).toEqual(['zh-Hans']);
  });

  it('adds the kind', () => {
    const filtered = applyFilters(query(FACETS), {editions: ['docs-default-2022'], kind: 'step'});
    expect(getKind(filtered)).toBe('step');
    expect(getAllowed(filtered, 'docusaurus_tag')).toEqual(['docs-default-2022']);
    expect(getKind(applyFilters(query(), {kind: 'row'}))).toBe('row');
  });

  it('leaves the query alone that it was given', () => {
    const given = query(FACETS);
    applyFilters(given, {editions: ['docs-default-2022', 'docs-default-current'], kind: 'row'});
    expect(given).toEqual(query(FACETS));
  });
});
