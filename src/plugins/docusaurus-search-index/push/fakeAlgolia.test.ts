import {describe, expect, it} from 'vitest';
import {FakeAlgolia, type FakeResponse} from './fakeAlgolia.ts';
import {SETTINGS, toSynonyms} from './settings.ts';
import {toObjects} from './toObjects.ts';
import type {SearchRecord} from '../records.ts';

const PAGE: SearchRecord = {
  kind: 'page',
  path: '/docs/pods/quota',
  anchor: '',
  titles: ['Pod', '资源配额'],
  content: '配额限制命名空间用多少资源。',
  keywords: ['ResourceQuota'],
  questions: ['Pod 为什么一直 Pending？'],
};
const PARTS: Partial<SearchRecord>[] = [
  {
    kind: 'section',
    anchor: 'path',
    titles: ['Pod', '资源配额', '路径 <pod-id>'],
    content: '日志在 "/var/log/pods/<pod-id>" 下，调度器看得到。',
  },
  {
    kind: 'row',
    anchor: 'cpu',
    titles: ['Pod', '资源配额', 'CPU'],
    content: '单位：核。',
  },
  {
    kind: 'section',
    anchor: 'long',
    titles: ['Pod', '资源配额', '长'],
    content: '调度。'.repeat(3000),
  },
];

type Hit = {
  url: string;
  content?: string;
  kind?: string;
  keywords?: unknown;
  _highlightResult: {hierarchy: Record<string, {value: string}>};
  _snippetResult: {content: {value: string}};
};
type Result = {hits: Hit[]; nbHits: number; facets: Record<string, Record<string, number>>};

/** A fake that holds what a push would have sent. */
function createFake(): FakeAlgolia {
  const fake = new FakeAlgolia();
  const objects = toObjects(
    [
      {
        tag: 'docs-default-current',
        version: 'current',
        language: 'zh-Hans',
        records: [PAGE, ...PARTS.map((part) => ({...PAGE, keywords: [], questions: [], ...part}))],
      },
    ],
    'https://example.org',
  );
  fake.indexes.set('kb', {
    objects: new Map(objects.map((object) => [object.objectID, object])),
    settings: SETTINGS,
    synonyms: new Map(toSynonyms([['pod', '容器组']]).map((group) => [group.objectID, group])),
    rules: new Map(),
  });
  return fake;
}

function request(
  fake: FakeAlgolia,
  method: string,
  url: string,
  body: unknown,
  key = 'search-key',
): FakeResponse {
  const headers = {'x-algolia-application-id': 'FAKEAPP', 'x-algolia-api-key': key};
  return fake.answer({method, url, headers, body: JSON.stringify(body)});
}

function search(query: string, parameters: object = {}): Result {
  const {status, body} = request(createFake(), 'POST', '/1/indexes/*/queries', {
    requests: [{indexName: 'kb', query, ...parameters}],
  });
  expect(status).toBe(200);
  return (body as {results: Result[]}).results[0]!;
}

const getAnchors = ({hits}: Result): string[] => hits.map(({url}) => new URL(url).hash);

describe('what a push has sent, searched', () => {
  it('is found by title, keyword, question, synonym and text', () => {
    expect(getAnchors(search('资源配额'))[0]).toBe('');
    expect(getAnchors(search('resourcequota'))).toEqual(['']);
    expect(getAnchors(search('一直 pending'))).toEqual(['']);
    expect(getAnchors(search('容器组 cpu'))).toEqual(['#cpu']);
    expect(getAnchors(search('调度器看得到'))).toEqual(['#path']);
  });

  it('answers a question whose fillers stand nowhere', () => {
    expect(getAnchors(search('请问 pending 究竟 怎么办'))).toEqual(['']);
  });

  it('is not found by the names of entities', () => {
    for (const name of ['lt', 'gt', 'amp', 'quot', '039', '60', '34']) {
      expect(search(name).hits).toEqual([]);
    }
  });

  it('ranks a page before its parts, and these before rows', () => {
    expect(getAnchors(search('资源配额'))).toEqual(['', '#path', '#long', '#cpu']);
  });

  it('shows the parts of one record as one hit', () => {
    expect(getAnchors(search('长 调度'))).toEqual(['#long']);
  });

  it('can be filtered by kind, edition and language', () => {
    const filter = (...facetFilters: unknown[]): string[] => getAnchors(search('', {facetFilters}));
    expect(filter('kind:row')).toEqual(['#cpu']);
    expect(filter(['docusaurus_tag:default', 'docusaurus_tag:docs-default-2022'])).toEqual([]);
    expect(filter('language:zh-Hans', ['docusaurus_tag:docs-default-current'])).toHaveLength(4);
    expect(filter('weight:3')).toEqual([]);
  });

  it('comes back as HTML that can be inserted, with the levels that there are', () => {
    const [hit] = search('日志', {highlightPreTag: '<mark>', highlightPostTag: '</mark>'}).hits;
    expect(hit!._highlightResult.hierarchy).toEqual({
      lvl0: expect.objectContaining({value: 'Pod'}),
      lvl1: expect.objectContaining({value: '资源配额'}),
      lvl2: expect.objectContaining({value: '路径 &#x3c;pod-id&#x3e;'}),
    });
    expect(hit!._snippetResult.content.value).toMatch(/^<mark>日志<\/mark>在 &#x22;\/var\/log\//);
    expect(hit!.kind).toBe('page');
    expect(hit!.keywords).toBeUndefined();
  });

  it('has tags for the search page, and the attributes that are asked for', () => {
    const [hit] = search('日志', {attributesToRetrieve: ['content', 'url']}).hits;
    expect(hit!._snippetResult.content.value).toContain(
      '<span class="algolia-docsearch-suggestion--highlight">日志</span>',
    );
    expect(hit!.kind).toBeUndefined();
    expect(hit!.content).toContain('日志');
  });

  it('counts facets and pages', () => {
    const result = search('资源配额', {facets: 'kind', hitsPerPage: 1, page: 1});
    expect(result).toMatchObject({nbHits: 4, nbPages: 4, facets: {kind: {page: 3, row: 1}}});
    expect(getAnchors(result)).toEqual(['#path']);
  });
});

describe('FakeAlgolia', () => {
  const SETTINGS_URL = '/1/indexes/kb/settings';

  it('does a task only when it is asked for, and only as often as it takes', () => {
    const fake = new FakeAlgolia({checksUntilPublished: 1});
    const put = request(fake, 'PUT', SETTINGS_URL, {hitsPerPage: 3}, 'admin-key');
    const {taskID} = put.body as {taskID: number};
    const check = (): unknown =>
      request(fake, 'GET', `/1/indexes/kb/task/${taskID}`, null, 'admin-key').body;
    expect(check()).toMatchObject({status: 'notPublished'});
    expect(fake.indexes.has('kb')).toBe(false);
    expect(check()).toMatchObject({status: 'published'});
    expect(fake.indexes.get('kb')?.settings).toEqual({hitsPerPage: 3});
  });

  it('takes keys from the address, as browsers send them', () => {
    const {status} = createFake().answer({
      method: 'POST',
      url: '/1/indexes/*/queries?x-algolia-api-key=search-key&x-algolia-application-id=FAKEAPP',
      headers: {},
      body: '{"requests": [{"indexName": "kb"}]}',
    });
    expect(status).toBe(200);
  });

  it.each([
    ['another key', 'POST', '/1/indexes/*/queries', {requests: []}, 'other', 403],
    ['a search key that writes', 'PUT', SETTINGS_URL, {}, 'search-key', 403],
    [
      'an index that does not exist',
      'POST',
      '/1/indexes/*/queries',
      {requests: [{indexName: 'no'}]},
      'search-key',
      404,
    ],
    ['a path that Algolia does not have', 'POST', '/1/indexes/kb/nothing', {}, 'admin-key', 404],
    ['a task that does not exist', 'GET', '/1/indexes/kb/task/9', null, 'admin-key', 404],
    [
      'an object without an id',
      'POST',
      '/1/indexes/kb/batch',
      {requests: [{action: 'addObject', body: {}}]},
      'admin-key',
      400,
    ],
    [
      'an operation that does not exist',
      'POST',
      '/1/indexes/kb/operation',
      {operation: 'swap', destination: 'b'},
      'admin-key',
      400,
    ],
  ])('refuses %s', (_, method, url, body, key, status) => {
    expect(request(createFake(), method, url, body, key).status).toBe(status);
  });
});
