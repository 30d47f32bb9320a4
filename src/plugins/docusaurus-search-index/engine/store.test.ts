import {describe, expect, it} from 'vitest';
import {
  encodePostings,
  frontCode,
  getHanFile,
  RECORDS_PER_FILE,
  type HanFile,
  type Manifest,
  type WordFile,
} from './format.ts';
import {IndexStore} from './store.ts';

const createWordFile = (words: Record<string, number[]>): string =>
  JSON.stringify([
    frontCode(Object.keys(words)),
    Object.values(words).map(encodePostings),
  ] satisfies WordFile);

/** The two files of Han characters. */
function createHanFiles(entries: HanFile): Record<string, string> {
  const files = ['0', '1'].map((file) => [
    `c${file}.json`,
    JSON.stringify(
      Object.fromEntries(
        Object.entries(entries).filter(([character]) => String(getHanFile(character, 2)) === file),
      ),
    ),
  ]);
  return Object.fromEntries(files) as Record<string, string>;
}

const FILES: Record<string, string> = {
  'w0.json': createWordFile({kube: [4, 9], kubectl: [1, 5, 2, 6]}),
  'w1.json': createWordFile({kubelet: [0, 7, 8, 3], kubeproxy: [2, 2]}),
  'w2.json': createWordFile({pod: [5, 5], '~zcfz': [6, 6]}),
  'f0.json': JSON.stringify(
    Array.from({length: RECORDS_PER_FILE}, (_, i) => [
      '/docs/a',
      i === 0 ? '' : `x${i}`,
      ['章', '甲'],
      'a',
    ]),
  ),
  'f1.json': JSON.stringify([['/docs/b', '', ['章', '乙'], 'b']]),
  ...createHanFiles({主: {从: [0, 5, 2, 7], 机: [0, 9], '': [4, 1]}, 库: {'': [3, 4], 存: [3, 8]}}),
  'vocabulary.txt': frontCode(['kube', 'kubectl']),
  'variants.txt': '后後 制製 里裡裏',
};

const MANIFEST: Manifest = {
  format: 2,
  folder: 'docs-default-current.0123456789',
  language: 'zh-Hans',
  pages: [
    [2, 0, 0],
    [1, 0, 0],
  ],
  hanFiles: 2,
  splitHan: '',
  wordFiles: ['kube', 'kubelet', 'pod'],
  glossary: [],
};

/** A store, and the names of the files it has loaded. */
function createStore(manifest = MANIFEST, files = FILES): {store: IndexStore; loaded: string[]} {
  const loaded: string[] = [];
  const store = new IndexStore(manifest, async (name) => {
    loaded.push(name);
    if (!(name in files)) {
      throw new Error(`no ${name}`);
    }
    return files[name]!;
  });
  return {store, loaded};
}

describe('words', () => {
  it.each([
    ['kube', [4, 9]],
    ['kubectl', [1, 5, 2, 6]],
    ['kubelet', [0, 7, 8, 3]],
    ['pod', [5, 5]],
  ])('are found in the file that holds them: %s', async (term, postings) => {
    expect(await createStore().store.getWord(term)).toEqual(postings);
  });

  it.each(['aaa', 'kubed', 'kub', 'zzz', 'kubeproxyx'])(
    'that no page has give nothing: %s',
    async (term) => {
      expect(await createStore().store.getWord(term)).toEqual([]);
    },
  );

  it('need one file for one word', async () => {
    const {store, loaded} = createStore();
    await store.getWord('kubeproxy');
    expect(loaded).toEqual(['w1.json']);
  });

  it('are listed by their beginning, over the borders of files, the word itself first', async () => {
    const {store} = createStore();
    expect(await store.listWords('kube', 9)).toEqual(['kube', 'kubectl', 'kubelet', 'kubeproxy']);
    expect(await store.listWords('kubel', 9)).toEqual(['kubelet']);
    expect(await store.listWords('kubep', 9)).toEqual(['kubeproxy']);
    expect(await store.listWords('a', 9)).toEqual([]);
    expect(await store.listWords('x', 9)).toEqual([]);
    expect(await store.listWords('~', 9)).toEqual(['~zcfz']);
  });

  it('are listed up to a number, without loading more files than that takes', async () => {
    const {store, loaded} = createStore();
    expect(await store.listWords('kube', 1)).toEqual(['kube']);
    expect(loaded).toEqual(['w0.json']);
  });

  it('are none in an edition without any', async () => {
    const {store, loaded} = createStore({...MANIFEST, wordFiles: []});
    expect(await store.getWord('pod')).toEqual([]);
    expect(await store.listWords('pod', 9)).toEqual([]);
    expect(loaded).toEqual([]);
  });
});

describe('Han characters', () => {
  it('are found in pairs', async () => {
    const {store} = createStore();
    expect(await store.getHan('主从')).toEqual([0, 5, 2, 7]);
    expect(await store.getHan('主库')).toEqual([]);
    expect(await store.getHan('库主')).toEqual([]);
  });

  it('are found alone, with the best of the pairs they begin and of the runs they end', async () => {
    const postings = await createStore().store.getHan('主');
    const pairs = postings.flatMap((record, i) => (i % 2 ? [] : [[record, postings[i + 1]!]]));
    expect(Object.fromEntries(pairs)).toEqual({0: 9, 2: 7, 4: 1});
    expect(await createStore().store.getHan('库')).toEqual([3, 8]);
  });

  it('are known or not', async () => {
    const {store} = createStore();
    expect(await store.hasHan('主')).toBe(true);
    expect(await store.hasHan('从')).toBe(false);
  });
});

describe('a Han character whose bigrams lie in several files', () => {
  // Of a hundred files, no two of these are in the same.
  const names = ['主', '主从', '主机'].map((key) => `c${getHanFile(key, 100)}.json`);
  const [ofBoth, ...others] = names as [string, string, string];
  const files = {
    [ofBoth]: JSON.stringify({主: {'': [2, 7]}}),
    [others[0]!]: JSON.stringify({主: {从: [2, 5]}}),
    [others[1]!]: JSON.stringify({主: {机: [3, 7]}}),
  };
  const manifest: Manifest = {...MANIFEST, hanFiles: 100, splitHan: '复主'};

  it('needs one file for a bigram, and one for the character alone', async () => {
    expect(new Set(names).size).toBe(3);
    const {store, loaded} = createStore(manifest, files);
    expect(await store.getHan('主从')).toEqual([2, 5]);
    expect(await store.getHan('主')).toEqual([2, 7]);
    expect(loaded).toEqual([others[0], ofBoth]);
  });

  it('is known without any', async () => {
    const {store, loaded} = createStore(manifest, files);
    expect(await store.hasHan('主')).toBe(true);
    expect(loaded).toEqual([]);
  });
});

describe('other files', () => {
  it('give the records by their number', async () => {
    const {store} = createStore();
    expect(await store.getRecord(0)).toEqual(['/docs/a', '', ['章', '甲'], 'a']);
    expect((await store.getRecord(7))[1]).toBe('x7');
    expect((await store.getRecord(8))[0]).toBe('/docs/b');
  });

  it('give the simplified character for each traditional form', async () => {
    expect([...(await createStore().store.getVariants())]).toEqual([
      ['後', '后'],
      ['製', '制'],
      ['裡', '里'],
      ['裏', '里'],
    ]);
    const {store} = createStore(MANIFEST, {'variants.txt': '', 'vocabulary.txt': ''});
    expect([...(await store.getVariants())]).toEqual([]);
    expect((await store.getVocabulary()).findContaining('', 9)).toEqual([]);
  });

  it('give all words', async () => {
    const vocabulary = await createStore().store.getVocabulary();
    expect(vocabulary.findContaining('', 9)).toEqual(['kube', 'kubectl']);
  });
});

describe('loading', () => {
  it('happens once for each file, also for those who ask at the same time', async () => {
    const {store, loaded} = createStore();
    await Promise.all([
      store.getWord('kube'),
      store.getWord('kubectl'),
      store.listWords('kube', 2),
    ]);
    await store.getWord('kube');
    expect(loaded).toEqual(['w0.json']);
  });

  it('that fails is tried again', async () => {
    const files: Record<string, string> = {};
    const {store, loaded} = createStore(MANIFEST, files);
    await expect(store.getWord('pod')).rejects.toThrow('no w2.json');
    files['w2.json'] = '<!doctype html>';
    await expect(store.getWord('pod')).rejects.toThrow(SyntaxError);
    files['w2.json'] = FILES['w2.json']!;
    expect(await store.getWord('pod')).toEqual([5, 5]);
    expect(loaded).toEqual(['w2.json', 'w2.json', 'w2.json']);
  });
});
