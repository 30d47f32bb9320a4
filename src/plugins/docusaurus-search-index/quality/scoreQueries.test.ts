import {describe, expect, it} from 'vitest';
import {findFailures, scoreQueries, type EvaluationQuery} from './scoreQueries.ts';

const QUERIES: EvaluationQuery[] = [
  {id: 'q1', kind: 'zh', query: '主从', expect: ['mysql/replication']},
  {id: 'q2', kind: 'zh', query: '雪崩', expect: ['redis/cache-failures', 'redis/use-cases']},
  {id: 'q3', kind: 'typo', query: 'kubelte', expect: ['cluster/components']},
  {id: 'q4', kind: 'typo', query: 'grafna', expect: ['observability/grafana']},
];
const PAGES = new Set(['mysql/replication', 'redis/use-cases', 'cluster/components']);
const ANSWERS: Record<string, string[]> = {
  // The same page three times is one page.
  主从: ['mysql/replication', 'mysql/replication'],
  雪崩: ['mysql/logs', 'mysql/logs', 'mysql/logs', 'redis/eviction', 'redis/use-cases'],
  kubelte: [],
};
const evaluate = () => scoreQueries(QUERIES, PAGES, async (query) => ANSWERS[query]!);

describe('scoreQueries', () => {
  it('counts pages, not hits, and only queries of which a right page exists', async () => {
    const {all, byKind, waiting} = await evaluate();
    expect(all).toEqual({total: 3, first: 1, topThree: 2});
    expect(byKind.get('zh')).toEqual({total: 2, first: 1, topThree: 2});
    expect(byKind.get('typo')).toEqual({total: 1, first: 0, topThree: 0});
    expect(waiting).toBe(1);
  });

  it('names the queries whose right page is not first, and what was', async () => {
    const {misses} = await evaluate();
    expect(misses).toMatchObject([
      {query: {id: 'q2'}, rank: 3, found: ['mysql/logs', 'redis/eviction', 'redis/use-cases']},
      {query: {id: 'q3'}, rank: undefined, found: []},
    ]);
  });
});

describe('findFailures', () => {
  it('passes what reaches its floor', async () => {
    const floors = {all: {first: 33, topThree: 66}, kind: {first: 0, topThree: 0}};
    expect(findFailures(await evaluate(), floors)).toEqual([]);
  });

  it('names all and each kind that is below its floor', async () => {
    const floors = {all: {first: 92, topThree: 60}, kind: {first: 0, topThree: 50}};
    expect(findFailures(await evaluate(), floors)).toEqual([
      'all: first 33.3 %, allowed are 92 % and more.',
      'typo: topThree 0.0 %, allowed are 50 % and more.',
    ]);
  });

  it('lets a kind have a floor of its own', async () => {
    const floors = {all: {first: 0, topThree: 0}, kind: {first: 90, topThree: 90}};
    const kinds = {zh: {first: 50, topThree: 90}, typo: {first: 0, topThree: 0}};
    expect(findFailures(await evaluate(), floors)).toHaveLength(3);
    expect(findFailures(await evaluate(), {...floors, kinds})).toEqual([]);
  });

  it('fails when nothing was asked', async () => {
    const empty = await scoreQueries(QUERIES, new Set(), async () => []);
    const floors = {all: {first: 0, topThree: 0}, kind: {first: 0, topThree: 0}};
    expect(findFailures(empty, floors)).toHaveLength(1);
  });
});
