import {afterEach, describe, expect, it, vi} from 'vitest';
import {fetchMarkdown} from './fetchMarkdown.ts';

function answer(body: string, status: number, type: string): void {
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response(body, {status, headers: {'content-type': type}})),
  );
}

afterEach(() => vi.unstubAllGlobals());

describe('fetchMarkdown', () => {
  it('gives the text of the file', async () => {
    answer('# 甲\n', 200, 'text/markdown; charset=utf-8');
    expect(await fetchMarkdown('/docs/a.md')).toBe('# 甲\n');
  });

  it('fails when the file is not there', async () => {
    answer('# 甲\n', 404, 'text/markdown');
    await expect(fetchMarkdown('/docs/a.md')).rejects.toThrow('/docs/a.md');
  });

  it('fails when the server answers with a page in its place', async () => {
    answer('<!doctype html>', 200, 'text/html; charset=utf-8');
    await expect(fetchMarkdown('/docs/a.md')).rejects.toThrow('/docs/a.md');
  });
});
