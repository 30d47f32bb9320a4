import {describe, expect, it} from 'vitest';
import {RECORD_KINDS, type SearchRecord} from '../records.ts';
import {createRecord} from '../testing.ts';
import {generatePages} from './generatePages.ts';
import {splitWords} from './splitWords.ts';

/** Real pages: an index of a section, and three pages about different things. */
const REAL: readonly SearchRecord[] = [
  createRecord({path: '/docs/mysql', titles: ['MySQL', 'MySQL'], content: '主从复制与备份。'}),
  ...['复制', '缓存', '调度'].flatMap((subject, i): SearchRecord[] => {
    const path = `/docs/mysql/page-${i}`;
    const titles = ['MySQL', `${subject}的过程`];
    const about = `${subject}出错时，先看日志；版本 8.${i} 起默认打开 max_${subject === '复制' ? 'relay' : 'buffer'}_size。`;
    return [
      createRecord({
        path,
        titles,
        content: about,
        keywords: [`${subject}线程`],
        questions: [`${subject}为什么慢？`],
      }),
      createRecord({
        kind: 'section',
        path,
        anchor: 'modes',
        titles: [...titles, `${subject}方式`],
        content: about,
      }),
      ...['async', 'sync'].map((mode) =>
        createRecord({
          kind: 'row',
          path,
          anchor: `mode-${mode}`,
          titles: [...titles, `${subject}方式`, mode],
          content: `延迟：${subject}时从库落后；用途：${mode} 读`,
        }),
      ),
      createRecord({
        kind: 'step',
        path,
        anchor: 'steps-step-1',
        titles: [...titles, '过程', '主库 → 从库：发送日志'],
        content: `${subject}线程请求日志。`,
      }),
    ];
  }),
];

const COUNT = 60;
const generated = generatePages(REAL, COUNT);

/** The records of each page, without the address. */
function listPages(records: readonly SearchRecord[]): Map<string, string[]> {
  const pages = new Map<string, string[]>();
  for (const {path, ...record} of records) {
    pages.set(path, [...(pages.get(path) ?? []), JSON.stringify(record)]);
  }
  return pages;
}

describe('generatePages', () => {
  it('makes the same pages in every run', () => {
    expect(generatePages(REAL, COUNT)).toEqual(generated);
  });

  it('makes as many pages as are wanted, each different from all others', () => {
    const pages = [...listPages(generated).values()].map((page) => page.join('\n'));
    expect(pages).toHaveLength(COUNT);
    expect(new Set(pages).size).toBe(COUNT);
  });

  it('has the real pages in it, unchanged, so that queries have right answers', () => {
    expect(generated.slice(0, REAL.length)).toEqual(REAL);
    const paths = new Set(REAL.map(({path}) => path));
    expect(generated.filter(({path}) => paths.has(path))).toEqual(REAL);
  });

  it('has the kinds of records in the proportions of the real pages', () => {
    const count = (records: readonly SearchRecord[], kind: string): number =>
      records.filter((record) => record.kind === kind).length;
    const sections = count(generated, 'section') / count(REAL, 'section');
    for (const kind of RECORD_KINDS.filter((name) => name !== 'page')) {
      expect(count(generated, kind) / count(REAL, kind), kind).toBe(sections);
    }
    expect(count(generated, 'page')).toBe(COUNT);
  });

  it('gives every record on a page an address of its own', () => {
    const addresses = generated.map(({path, anchor}) => `${path}#${anchor}`);
    expect(new Set(addresses).size).toBe(generated.length);
  });

  it('has an index for every section, with the name of the section twice', () => {
    const indexes = [...listPages(generated)].filter(([, page]) => page.length === 1);
    expect(indexes).toHaveLength(1 + Math.ceil((COUNT - 4) / 20));
    for (const [path] of indexes) {
      const {titles} = generated.find((record) => record.path === path)!;
      expect(titles[0]).toBe(titles[1]);
    }
  });

  it('keeps what is on all pages, and writes about other things', () => {
    const texts = generated.slice(REAL.length).map(({content}) => content);
    expect(texts.filter((text) => text.includes('日志')).length).toBeGreaterThan(COUNT);
    const isAboutReal = texts.filter((text) => /复制|缓存|调度/.test(text));
    expect(isAboutReal.length).toBeLessThan(0.75 * texts.length);
  });

  it('says the same thing by the same name all over a page', () => {
    const page = generated.filter(({path}) => path === generated.at(-1)!.path);
    const [title] = page[0]!.titles.slice(1);
    expect(page.every(({titles}) => titles[1] === title)).toBe(true);
    expect(page[1]!.titles[2]).toBe(title!.replace('的过程', '方式'));
  });

  it('has more words the more pages it has', () => {
    const countWords = (count: number): number => {
      const texts = generatePages(REAL, count).map(({content}) => content);
      return new Set(texts.flatMap(splitWords)).size;
    };
    const [small, medium, large] = [60, 240, 960].map(countWords) as [number, number, number];
    expect(medium).toBeGreaterThan(small);
    expect(large).toBeGreaterThan(medium);
  });

  it('refuses fewer pages than the real ones, and names the least number', () => {
    expect(() => generatePages(REAL, 3)).toThrowErrorMatchingInlineSnapshot(
      `[Error: 3 pages are fewer than the 4 real ones. Ask for more: --pages 4]`,
    );
  });

  it('refuses to repeat pages that say nothing', () => {
    const silent = createRecord({titles: ['、', '。']});
    const pages = [silent, {...silent, kind: 'section' as const, anchor: 'a'}];
    expect(() => generatePages(pages, 3)).toThrow('too little');
  });

  it('refuses a site whose pages have no parts', () => {
    expect(() => generatePages([createRecord()], 10)).toThrow('npm run build');
  });
});
