import {describe, expect, it} from 'vitest';
import {buildIndex, type IndexFile} from './buildIndex.ts';
import {
  decodePostings,
  decodeWords,
  RECORDS_PER_FILE,
  type FragmentFile,
  type HanFile,
  type WordFile,
} from './engine/format.ts';
import {IndexStore} from './engine/store.ts';
import {RECORD_KINDS, type RecordKind, type SearchRecord} from './records.ts';
import {
  createLoader,
  createRandom,
  createRecord,
  createRecordSet,
  createWords,
  openIndex,
  readManifest,
} from './testing.ts';

/** Enough text for several files of each kind. */
function createLongRecords(): SearchRecord[] {
  const random = createRandom(4);
  const han = Array.from({length: 400}, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
  return Array.from({length: 60}, (_, i) =>
    createRecord({
      path: `/docs/${i}`,
      titles: ['章', `页 ${i}`],
      content: [...createWords(random, 40, 'abcdefgh', 9), ...createWords(random, 40, han, 6)].join(
        ' ',
      ),
    }),
  );
}

const build = (records: readonly SearchRecord[], glossary: string[][] = []): IndexFile[] =>
  buildIndex(createRecordSet(records), glossary);

/** Pages without what is searched: a word that stands everywhere tells nothing. */
const FILLING = ['甲', '乙', '丙'].map((content) => createRecord({path: `/${content}`, content}));

const LONG_RECORDS = createLongRecords();
const LONG = build(LONG_RECORDS);

const SMALL = [createRecord({titles: ['数据库', '主从复制'], content: '从库连接源库的 binlog。'})];

/** What the files of an index whose names begin with a letter hold, in their order. */
function readFiles<Content>(files: readonly IndexFile[], letter: string): Content[] {
  const {folder} = readManifest(files);
  const pattern = new RegExp(`^${folder}/${letter}\\d+\\.json$`);
  return files
    .filter(({name}) => pattern.test(name))
    .map(({content}) => JSON.parse(content) as Content);
}

describe('the manifest', () => {
  it('comes first, under a name that stays the same, and names a folder with its tag', () => {
    const files = build(SMALL, [['源库', 'master']]);
    expect(files[0]!.name).toBe('docs-default-current.json');
    expect(readManifest(files)).toMatchObject({
      format: 2,
      folder: expect.stringMatching(/^docs-default-current\.[0-9a-f]{10}$/),
      language: 'zh-Hans',
      pages: [[1, 0, 0]],
      glossary: [['源库', 'master']],
    });
  });

  it('names the files that there are, and no others', () => {
    const {folder, hanFiles, wordFiles} = readManifest(LONG);
    const fragmentFiles = Math.ceil(LONG_RECORDS.length / RECORDS_PER_FILE);
    for (const count of [hanFiles, wordFiles.length, fragmentFiles]) {
      expect(count).toBeGreaterThan(2);
    }
    const list = (letter: string, count: number) =>
      Array.from({length: count}, (_, i) => `${folder}/${letter}${i}.json`);
    expect(LONG.slice(1).map(({name}) => name)).toEqual([
      ...list('c', hanFiles),
      ...list('w', wordFiles.length),
      ...list('f', fragmentFiles),
      `${folder}/vocabulary.txt`,
      `${folder}/variants.txt`,
    ]);
  });

  it('says where the words of each file begin, and every file holds as many records', () => {
    const {wordFiles} = readManifest(LONG);
    const words = readFiles<WordFile>(LONG, 'w').map(([coded]) => decodeWords(coded));
    expect(wordFiles).toEqual(words.map(([first]) => first));
    expect(words.flat()).toEqual([...new Set(words.flat())].sort());
    const fragments = readFiles<FragmentFile>(LONG, 'f');
    expect(new Set(fragments.slice(0, -1).map(({length}) => length))).toEqual(
      new Set([RECORDS_PER_FILE]),
    );
    expect(fragments.flat().map(([path]) => path)).toEqual(LONG_RECORDS.map(({path}) => path));
  });
});

describe('the folder', () => {
  it('and everything in it is the same for the same records', () => {
    expect(build(createLongRecords())).toEqual(LONG);
  });

  it.each([
    ['a text', {content: '从库连接源库的 binlog。。'}],
    ['a title', {titles: ['数据库', '主从']}],
    ['an address', {path: '/docs/b'}],
    ['an id', {anchor: 'b'}],
    ['a keyword', {keywords: ['从库']}],
    ['a question', {questions: ['从库？']}],
  ])('has another name when %s has changed', (_, change) => {
    const before = readManifest(build(SMALL)).folder;
    expect(readManifest(build([{...SMALL[0]!, ...change}])).folder).not.toBe(before);
  });
});

describe('Han characters', () => {
  // One of them begins a bigram with each of many others, on many pages.
  const random = createRandom(7);
  const han = Array.from({length: 300}, (_, i) => String.fromCodePoint(0x4e00 + i));
  const records = Array.from({length: 200}, (_, i) =>
    createRecord({
      path: `/docs/${i}`,
      titles: ['章', `页 ${i}`],
      content: Array.from({length: 60}, () => `主${han[random(han.length)]}`).join(' '),
    }),
  );
  const files = build(records);
  const sizes = readFiles<HanFile>(files, 'c').map((file) => JSON.stringify(file).length);

  it('that begin many bigrams are spread over files, so that none is large', () => {
    expect(readManifest(files).splitHan).toContain('主');
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.max(...sizes)).toBeLessThan(20_000);
    expect(readManifest(build(SMALL)).splitHan).toBe('');
  });

  it('are found wherever they lie', async () => {
    const store = new IndexStore(readManifest(files), createLoader(files));
    const bigram = records[7]!.content.split(' ')[3]!;
    const having = records.flatMap(({content}, i) => (content.includes(bigram) ? [i] : []));
    const found = await store.getHan(bigram);
    expect(found.filter((_, i) => i % 2 === 0)).toEqual(having);
    // Alone it stands everywhere; the best pages are kept.
    expect((await store.getHan('主')).length).toBe(2 * 150);
  });
});

describe('the records', () => {
  it('of a page are numbered together: page and sections, rows, steps, each in their order', () => {
    const list: [path: string, kind: RecordKind, anchor: string][] = [
      ['/docs/a', 'page', ''],
      ['/docs/a', 'row', 'r1'],
      ['/docs/a', 'step', 't1'],
      ['/docs/a', 'section', 's1'],
      ['/docs/b', 'page', ''],
      ['/docs/a', 'row', 'r2'],
      ['/docs/b', 'step', 't1'],
      ['/docs/a', 'section', 's2'],
    ];
    const files = build(list.map(([path, kind, anchor]) => createRecord({path, kind, anchor})));
    expect(readManifest(files).pages).toEqual([
      [3, 2, 1],
      [1, 0, 1],
    ]);
    const stored = readFiles<FragmentFile>(files, 'f').flat();
    expect(stored.map(([path, anchor]) => path + anchor)).toEqual([
      '/docs/a',
      '/docs/as1',
      '/docs/as2',
      '/docs/ar1',
      '/docs/ar2',
      '/docs/at1',
      '/docs/b',
      '/docs/bt1',
    ]);
  });

  it('are stored as they are shown, without what is only searched', () => {
    const record = createRecord({
      anchor: 'x',
      titles: ['章', '页', '节'],
      content: '文字 <pod-id>',
      keywords: ['别名'],
      questions: ['问？'],
    });
    expect(readFiles<FragmentFile>(build([record]), 'f')).toEqual([
      [['/docs/a', 'x', ['章', '页', '节'], '文字 <pod-id>']],
    ]);
  });

  it('may be none', () => {
    const files = build([]);
    expect(readManifest(files)).toMatchObject({pages: [], wordFiles: []});
    expect(files.map(({content}) => content).slice(-2)).toEqual(['', '']);
  });
});

describe('the postings', () => {
  it('name each record once, in ascending order, with a whole number above zero', () => {
    const lists = [
      ...readFiles<WordFile>(LONG, 'w').flatMap(([, postings]) => postings),
      ...readFiles<HanFile>(LONG, 'c').flatMap((file) =>
        Object.values(file).flatMap(Object.values),
      ),
    ].map(decodePostings);
    expect(lists.length).toBeGreaterThan(1000);
    const isSound = (list: readonly number[]): boolean =>
      list.every((value, i) =>
        i % 2 === 0 ? i === 0 || value > list[i - 2]! : Number.isInteger(value) && value > 0,
      );
    expect(lists.filter((list) => !isSound(list))).toEqual([]);
  });

  it('are for all words of a record: titles, text, keywords and questions', () => {
    const files = build([
      createRecord({
        titles: ['Chapter', 'Page'],
        content: 'text',
        keywords: ['keyword'],
        questions: ['question?'],
      }),
      createRecord({kind: 'row', titles: ['Chapter', 'Page', 'Section', 'Row'], content: 'cell'}),
    ]);
    const words = readFiles<WordFile>(files, 'w').flatMap(([coded]) => decodeWords(coded));
    expect(words).toEqual([
      'cell',
      'chapter',
      'keyword',
      'page',
      'question',
      'row',
      'section',
      'text',
    ]);
  });

  it('of pinyin are for pages and their sections, since nobody spells out rows and steps', () => {
    const titles = {page: '主从复制', section: '常见误区', row: '内核要求', step: '写入事件'};
    const files = build(
      RECORD_KINDS.map((kind) =>
        createRecord({kind, titles: ['章', ...(kind === 'page' ? [] : ['页']), titles[kind]]}),
      ),
    );
    const words = readFiles<WordFile>(files, 'w').flatMap(([coded]) => decodeWords(coded));
    expect(words.filter((word) => /^~.{5}/.test(word))).toEqual(
      expect.arrayContaining(['~zhucongfuzhi', '~changjianwuqu']),
    );
    expect(words.filter((word) => /neihe|yaoqiu|xieru|shijian/.test(word))).toEqual([]);
  });

  it('of pinyin are for the words that stand in titles, and no spelling corrects to them', () => {
    const files = build(SMALL);
    const words = readFiles<WordFile>(files, 'w').flatMap(([coded]) => decodeWords(coded));
    expect(words).toContain('~zhucongfuzhi');
    expect(words).not.toContain('~congkulianjieyuankude');
    const vocabulary = files.find(({name}) => name.endsWith('/vocabulary.txt'))!;
    expect(decodeWords(vocabulary.content)).toEqual(['binlog']);
  });

  it('of a term that stands everywhere keep some of each kind, and the best', async () => {
    const create = (kind: RecordKind, i: number) =>
      createRecord({
        kind,
        path: `/${kind}/${i}`,
        titles: ['章', '页', '节'],
        content: '探针 probe',
      });
    const records = [
      ...Array.from({length: 1500}, (_, i) => create('section', i)),
      {...create('section', 1500), titles: ['章', '页', '探针 probe']},
      ...Array.from({length: 3}, (_, i) => create('row', i)),
      ...Array.from({length: 2}, (_, i) => create('step', i)),
      ...Array.from({length: 1500}, (_, i) => createRecord({path: `/filling/${i}`})),
    ];
    const index = openIndex(records);
    for (const query of ['探针', 'probe']) {
      const pages = await index.search(query, {kind: 'page'});
      expect(pages.total).toBeGreaterThan(0);
      expect(pages.total).toBeLessThan(1501);
      expect(pages.hits[0]!.path).toBe('/section/1500');
      expect((await index.search(query, {kind: 'row'})).total).toBe(3);
      expect((await index.search(query, {kind: 'step'})).total).toBe(2);
    }
  });

  it('weigh the list of sources less than a text', async () => {
    const text = 'Graceful node shutdown';
    const index = openIndex([
      createRecord({kind: 'section', path: '/sources', anchor: 'sources', content: text}),
      createRecord({kind: 'section', path: '/text', anchor: 'other', content: text}),
      ...FILLING,
    ]);
    const {hits} = await index.search('graceful');
    expect(hits.map(({path}) => path)).toEqual(['/text', '/sources']);
  });
});

describe('the traditional characters', () => {
  it('are those of the characters that are used on pages and in the glossary', () => {
    const files = build(SMALL, [['源库', '来源 master']]);
    const variants = files.find(({name}) => name.endsWith('/variants.txt'))!.content.split(' ');
    expect(variants).toContain('从從');
    expect(variants).toContain('来來');
    expect(variants.join('')).not.toContain('网');
  });
});
