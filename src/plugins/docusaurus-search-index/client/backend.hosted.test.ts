import {beforeEach, describe, expect, it, vi} from 'vitest';
import type {Backend, Upstream} from './backend.ts';

vi.mock('./answerEmbedded.ts', () => ({
  answerEmbedded: async (_queries: unknown, engine: string) => ({
    results: ['embedded'],
    engine,
    marks: [],
  }),
}));

const QUERIES = [{indexName: 'kb', query: '主从'}];
const HITS = {
  results: [
    {
      hits: [
        {_highlightResult: {content: {value: '主从', matchedWords: ['主', '主从']}}},
        {_highlightResult: {content: {value: '主从', matchedWords: ['主从']}}},
      ],
    },
  ],
};

let answer: Backend['answer'];
beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  ({answer} = await import('./backend.hosted.ts'));
  return () => vi.useRealTimers();
});

const createUpstream = (search: Upstream['search']) => ({search: vi.fn(search)});
const isSilent = (): Promise<never> => new Promise(() => undefined);

describe('the hosted backend', () => {
  it('gives the answer of the service, and the words it marked, longest first', async () => {
    const upstream = createUpstream(async () => HITS);
    expect(await answer(QUERIES, upstream)).toEqual({
      results: HITS.results,
      engine: 'hosted',
      marks: ['主从', '主'],
    });
    expect(upstream.search).toHaveBeenCalledWith({requests: QUERIES});
  });

  it('answers by itself when the service refuses', async () => {
    const upstream = createUpstream(() => Promise.reject(new Error('403')));
    expect(await answer(QUERIES, upstream)).toMatchObject({engine: 'fallback'});
  });

  it('waits for two seconds', async () => {
    const settled = vi.fn();
    void answer(QUERIES, createUpstream(isSilent)).then(settled);
    await vi.advanceTimersByTimeAsync(1999);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(settled).toHaveBeenCalledWith(expect.objectContaining({engine: 'fallback'}));
  });

  it('lets no request wait longer when another one has failed', async () => {
    const settled = vi.fn();
    void answer(QUERIES, createUpstream(isSilent));
    await vi.advanceTimersByTimeAsync(1500);
    void answer(QUERIES, createUpstream(isSilent)).then(settled);
    await vi.advanceTimersByTimeAsync(500);
    expect(settled).toHaveBeenCalled();
  });

  it('does not ask for a minute after a failure, and then again', async () => {
    const failing = createUpstream(() => Promise.reject(new Error('blocked')));
    await answer(QUERIES, failing);
    const working = createUpstream(async () => HITS);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(await answer(QUERIES, working)).toMatchObject({engine: 'fallback'});
    expect(working.search).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await answer(QUERIES, working)).toMatchObject({engine: 'hosted'});
  });
});
