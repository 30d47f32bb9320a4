import {afterEach, describe, expect, it} from 'vitest';
import type {RecordSet} from '../records.ts';
import {FakeAlgolia, type FakeIndex, type FakeOptions} from './fakeAlgolia.ts';
import {pushRecords, type PushTarget} from './pushRecords.ts';
import {SETTINGS, toSynonyms} from './settings.ts';
import {toObjects, type AlgoliaObject} from './toObjects.ts';

const ADMIN_KEY = 'a-very-secret-admin-key';
const TARGET = {appId: 'FAKEAPP', indexName: 'kb', adminKey: ADMIN_KEY};
const SYNONYMS = toSynonyms([['pod', '容器组']]);

/** What the live index holds before a push. */
const LIVE: FakeIndex = {
  objects: new Map([['old', {objectID: 'old', content: '旧'}]]),
  settings: {attributesForFaceting: ['old'], hitsPerPage: 7},
  synonyms: new Map([
    ['old', {objectID: 'old', type: 'synonym', synonyms: ['旧', '老']}],
    ['glossary-1', {objectID: 'glossary-1', type: 'synonym', synonyms: ['以前', '从前']}],
  ]),
  rules: new Map([['banner', {objectID: 'banner'}]]),
};

function createObjects(count: number): AlgoliaObject[] {
  const set: RecordSet = {
    tag: 'docs-default-current',
    version: 'current',
    language: 'zh-Hans',
    records: Array.from({length: count}, (_, i) => ({
      kind: 'section',
      path: '/docs/pods/creation',
      anchor: `part-${i}`,
      titles: ['Pod', '创建流程', `第 ${i} 节`],
      content: '调度器选择节点。',
      keywords: [],
      questions: [],
    })),
  };
  return toObjects([set], 'https://example.org');
}
const OBJECTS = createObjects(5);
const TOO_LARGE: AlgoliaObject = {...OBJECTS[0]!, objectID: 'large', content: '大'.repeat(4000)};

let fake: FakeAlgolia;

/** A fake that listens and holds the live index. */
async function start(options: FakeOptions = {}): Promise<void> {
  fake = new FakeAlgolia({adminKey: ADMIN_KEY, ...options});
  fake.indexes.set('kb', LIVE);
  await fake.listen();
}
afterEach(() => fake.close());

type Change = {objects?: readonly AlgoliaObject[]} & Partial<PushTarget>;

const push = ({objects = OBJECTS, hosts = fake.hosts, ...target}: Change = {}): Promise<void> =>
  pushRecords({objects, synonyms: SYNONYMS}, {...TARGET, hosts, ...target});

/** The message with which a push fails. */
async function pushBadly(change: Change = {}): Promise<string> {
  const error: unknown = await push(change).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) {
    throw new Error('The push has not failed.');
  }
  // Nothing else of the error, as its cause, may have the key.
  expect(`${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toContain(ADMIN_KEY);
  return error.message;
}

/** Nothing has changed, and nothing is left over. */
function expectUntouched(): void {
  fake.settle();
  expect([...fake.indexes.keys()]).toEqual(['kb']);
  expect(fake.indexes.get('kb')).toBe(LIVE);
}

const isBatch = ({path}: {path: string}): boolean => path.endsWith('/batch') && !/syn/.test(path);
const UNAVAILABLE = {status: 503, body: {message: 'Unavailable'}};

describe('pushRecords', () => {
  it('replaces records, settings and synonyms as a whole, keeps rules, and leaves no other index', async () => {
    await start();
    await push();
    // Not settled: what has not been waited for has not happened.
    expect([...fake.indexes.keys()]).toEqual(['kb']);
    const {objects, settings, synonyms, rules} = fake.indexes.get('kb')!;
    expect([...objects.values()]).toEqual(OBJECTS);
    expect(settings).toEqual(SETTINGS);
    expect([...synonyms.values()]).toEqual(SYNONYMS);
    expect(rules).toEqual(LIVE.rules);
  });

  it('writes to the live index in one request, the last one', async () => {
    await start();
    await push();
    const toLive = fake.requests.filter(({path, body}) =>
      body.includes('"move"') ? body.includes('"kb"') : path.startsWith('/1/indexes/kb/'),
    );
    // The other one copies rules from it.
    expect(toLive.map(({body}) => (JSON.parse(body) as {operation: string}).operation)).toEqual([
      'copy',
      'move',
    ]);
    const writes = fake.requests.filter(({method}) => method !== 'GET');
    expect(writes.at(-1)).toBe(toLive.at(-1));
  });

  it('waits for tasks that are not done at once', {timeout: 20_000}, async () => {
    await start({checksUntilPublished: 1});
    await push();
    expect(fake.indexes.get('kb')?.objects.size).toBe(OBJECTS.length);
    expect([...fake.indexes.keys()]).toEqual(['kb']);
  });

  it('makes an index that does not exist yet', async () => {
    await start();
    fake.indexes.clear();
    await push();
    expect([...fake.indexes.keys()]).toEqual(['kb']);
    expect(fake.indexes.get('kb')).toMatchObject({settings: SETTINGS});
    expect(fake.indexes.get('kb')?.objects.size).toBe(OBJECTS.length);
  });

  it('sends many records in several requests', async () => {
    await start();
    await push({objects: createObjects(2500)});
    expect(fake.requests.filter(isBatch)).toHaveLength(3);
    expect(fake.indexes.get('kb')?.objects.size).toBe(2500);
  });

  it('sends records only when settings and synonyms are in place', async () => {
    let before: FakeIndex | undefined;
    await start({
      intercept: ({path}) => {
        const [, temporary] = /^\/1\/indexes\/(.+)_tmp_\d+\/batch$/.exec(path) ?? [];
        before ??= temporary === undefined ? undefined : fake.indexes.get(temporary);
        return undefined;
      },
    });
    await push();
    expect(before?.settings).toEqual(SETTINGS);
    expect([...before!.synonyms.values()]).toEqual(SYNONYMS);
  });

  it('lets two pushes at the same time end with the content of one, since they do not meet', async () => {
    await start();
    await Promise.all([push({objects: createObjects(3)}), push({objects: createObjects(4)})]);
    expect([...fake.indexes.keys()]).toEqual(['kb']);
    expect([3, 4]).toContain(fake.indexes.get('kb')?.objects.size);
    const filled = fake.requests.filter(({path}) => path.endsWith('/settings'));
    expect(new Set(filled.map(({path}) => path)).size).toBe(2);
  });

  it('sends nothing when there are no records, rather than empty the index', async () => {
    await start();
    expect(await pushBadly({objects: []})).toMatch(/^There are no records to push/);
    expect(fake.requests).toEqual([]);
  });
});

describe('a push that fails', () => {
  it('names a record that is too large, and changes nothing', async () => {
    await start();
    const message = await pushBadly({objects: [...OBJECTS, TOO_LARGE]});
    expect(message).toMatchInlineSnapshot(`
      "The push failed while sending the records. Algolia refused it with 400: Record at the position 5 objectID=large is too big size=12458/10000 bytes. Mend what it names, and push again.
      The index "kb" is untouched: it holds the records, settings and synonyms of before."
    `);
    expectUntouched();
  });

  it('says that a search key cannot push, and changes nothing', async () => {
    await start({searchKey: 'search-key'});
    expect(await pushBadly({adminKey: 'search-key'})).toMatchInlineSnapshot(`
      "The push failed while making a temporary index. Algolia refused the key: Method not allowed with this API key. ALGOLIA_ADMIN_KEY must be the admin key of the application ALGOLIA_APP_ID, or a key with the rights addObject, deleteIndex and editSettings; a search key cannot push.
      The index "kb" is untouched: it holds the records, settings and synonyms of before."
    `);
    expectUntouched();
  });

  it('says the same of a key that may add records, but not change settings', async () => {
    await start({
      intercept: ({path}) =>
        path.endsWith('/settings')
          ? {status: 403, body: {message: 'Method not allowed with this API key', status: 403}}
          : undefined,
    });
    expect(await pushBadly()).toMatch(/while sending settings.*refused the key.*editSettings/);
    expectUntouched();
  });

  it('says at once that nobody answers', async () => {
    await start();
    const [{url = ''} = {}] = fake.hosts;
    await fake.close();
    const startTime = performance.now();
    const message = await pushBadly({hosts: [{url, accept: 'readWrite', protocol: 'http'}]});
    expect(performance.now() - startTime).toBeLessThan(2000);
    expect(message).toMatch(
      /^The push failed while making a temporary index\. Algolia cannot be reached: connect ECONNREFUSED .*\. Check the network and ALGOLIA_APP_ID, and push again\.\nThe index "kb" is untouched/,
    );
    expectUntouched();
  });

  it('changes nothing when the server fails in the middle of the records', async () => {
    let batches = 0;
    await start({
      intercept: (request) => (isBatch(request) && ++batches > 1 ? UNAVAILABLE : undefined),
    });
    const message = await pushBadly({objects: createObjects(2500)});
    expect(message).toMatch(
      /while sending the records\. Algolia cannot be reached: it answers 503/,
    );
    expect(message).toContain('The index "kb" is untouched');
    expect(batches).toBe(2);
    expectUntouched();
  });

  it('names what it could not delete when the server stays away', async () => {
    let isDown = false;
    await start({
      intercept: (request) => {
        isDown ||= isBatch(request);
        return isDown ? UNAVAILABLE : undefined;
      },
    });
    const message = await pushBadly();
    const [, temporary = ''] = /The temporary index "(kb_push_\w+)" could not be deleted/.exec(
      message,
    )!;
    fake.settle();
    expect(fake.indexes.get('kb')).toBe(LIVE);
    const others = [...fake.indexes.keys()].filter((name) => name !== 'kb');
    expect(others.length).toBeGreaterThan(0);
    expect(others.every((name) => name.startsWith(temporary))).toBe(true);
  });

  it.each([
    ['settings', '/settings'],
    ['synonyms', '/synonyms/batch'],
  ])('changes nothing when Algolia refuses the %s', async (_, path) => {
    await start({
      intercept: (request) =>
        request.path.endsWith(path) ? {status: 400, body: {message: 'Not so'}} : undefined,
    });
    expect(await pushBadly()).toMatch(
      /^The push failed while sending settings and synonyms\. Algolia refused it with 400: Not so\./,
    );
    expectUntouched();
  });

  const isLastMove = ({body}: {body: string}): boolean =>
    body.includes('"move"') && body.includes('"kb"');

  it('changes nothing when Algolia refuses to replace the index', async () => {
    await start({
      intercept: (request) =>
        isLastMove(request) ? {status: 400, body: {message: 'Not so'}} : undefined,
    });
    expect(await pushBadly()).toMatch(/while replacing the index.*\nThe index "kb" is untouched/);
    expectUntouched();
  });

  it('does not claim to know what became of the index when there is no answer to that', async () => {
    await start({intercept: (request) => (isLastMove(request) ? UNAVAILABLE : undefined)});
    const message = await pushBadly();
    expect(message).toMatch(/^The push failed while replacing the index\. .*\n.*may have done so/);
    expect(message).not.toContain('untouched');
    expectUntouched();
  });

  it('does not claim to know either when nobody says that it is done', async () => {
    let isAsked = false;
    await start({
      intercept: (request) => {
        if (isAsked) {
          return UNAVAILABLE;
        }
        isAsked = isLastMove(request);
        return undefined;
      },
    });
    const message = await pushBadly();
    expect(message).toMatch(
      /^The push failed while waiting until the index is replaced\. .*\n.*may have done so.*Push again/,
    );
    expect(message).not.toContain('untouched');
    fake.settle();
    expect(fake.indexes.get('kb')?.objects.size).toBe(OBJECTS.length);
  });

  it('prints no key, even if the server does', async () => {
    await start({
      intercept: () => ({status: 400, body: {message: `Who is ${ADMIN_KEY}?`}}),
    });
    expect(await pushBadly()).toContain('Who is ***?');
  });
});
