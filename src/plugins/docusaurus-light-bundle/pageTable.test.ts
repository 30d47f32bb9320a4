import {describe, expect, it} from 'vitest';
import {dropHashes, readTable, writeTable, type PageModule} from './pageTable.ts';

describe('the table of pages', () => {
  const pages = new Map<string, PageModule>([
    ['page_b', {module: 12, chunks: ['table', 'diagram']}],
    ['page_a', {module: 9876, chunks: []}],
    ['page_c-1', {module: 3, chunks: ['diagram', 'table']}],
  ]);

  it('is short, and read as it was written', () => {
    const table = writeTable(pages);
    expect(table).toBe(',diagram table|011|9876 12 3');
    expect(readTable(table, ['page_c-1', 'page_a', 'page_b'])).toEqual(
      new Map([
        ['page_a', {module: 9876, chunks: []}],
        ['page_b', {module: 12, chunks: ['diagram', 'table']}],
        ['page_c-1', {module: 3, chunks: ['diagram', 'table']}],
      ]),
    );
  });

  it('is not written if it could not be read', () => {
    const many = Array.from({length: 37}, (_, index): [string, PageModule] => [
      `page_${index}`,
      {module: index, chunks: [`c${index}`]},
    ]);
    expect(() => writeTable(new Map(many))).toThrow('37');
    expect(writeTable(new Map(many.slice(1)))).toContain('|');
    expect(() => writeTable(new Map([['page_a', {module: 1, chunks: ['a,b']}]]))).toThrow('a,b');
  });
});

describe('dropHashes', () => {
  const runtime = (object: string): string =>
    `g.u=e=>"js/"+e+"."+(${object})[e]+".js",g.k=e=>"css/"+({table:"12ab34cd"})[e]`;

  it('leaves one hash for all pages, and those of the others', () => {
    const text = runtime(
      '{"0a1b":"11111111",page_a:"22222222","page_b-c":"33333333",table:"44444444"}',
    );
    const shorter = dropHashes(text, ['page_a', 'page_b-c'], '99999999')!;
    expect(shorter).toBe(
      `g.u=e=>"js/"+e+"."+({"0a1b":"11111111",table:"44444444"}[e]||(e.startsWith("page_")?"99999999":void 0))+".js",g.k=e=>"css/"+({table:"12ab34cd"})[e]`,
    );
    const getFile = new Function('g', `${shorter};return g.u`)({}) as (chunk: string) => string;
    expect(['0a1b', 'page_b-c', 'table', 'merged'].map(getFile)).toEqual([
      'js/0a1b.11111111.js',
      'js/page_b-c.99999999.js',
      'js/table.44444444.js',
      'js/merged.undefined.js',
    ]);
  });

  it('leaves no comma behind the last of the others', () => {
    const text = runtime('{table:"44444444",page_a:"22222222"}');
    expect(dropHashes(text, ['page_a'], '99999999')).toContain('({table:"44444444"}[e]||(');
  });

  it('has nothing to do where no page is, and stops if one is missing', () => {
    expect(dropHashes(runtime('{table:"44444444"}'), ['page_a'], '99999999')).toBeUndefined();
    const text = runtime('{page_a:"22222222"}');
    expect(() => dropHashes(text, ['page_a', 'page_b'], '99999999')).toThrow('page_b');
  });
});
