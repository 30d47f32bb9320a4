import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {getRecordsFile, type SavedRecords} from '../index.ts';
import type {SearchRecord} from '../records.ts';
import {FakeAlgolia} from './fakeAlgolia.ts';
import {runPush} from './runPush.ts';

const ENV = {
  ALGOLIA_APP_ID: 'FAKEAPP',
  ALGOLIA_INDEX_NAME: 'kb',
  ALGOLIA_ADMIN_KEY: 'admin-key',
};
const PAGE: SearchRecord = {
  kind: 'page',
  path: '/docs/pods/creation',
  anchor: '',
  titles: ['Pod', '创建流程'],
  content: '请求先到 API Server。',
  keywords: [],
  questions: [],
};
const SAVED: SavedRecords = {
  siteUrl: 'https://example.org',
  sets: [
    {
      tag: 'docs-default-current',
      version: 'current',
      language: 'zh-Hans',
      records: [PAGE, {...PAGE, kind: 'row', anchor: 'cpu', titles: ['Pod', '创建流程', 'CPU']}],
    },
    {
      tag: 'docs-default-2022',
      version: '2022',
      language: 'zh-Hans',
      records: [{...PAGE, path: '/docs/2022/pods/creation'}],
    },
  ],
  glossary: [['pod', '容器组']],
};

let generatedFilesDir: string;
let fake: FakeAlgolia;
let printed: string[];

function save(locale: string, content: unknown): void {
  const file = getRecordsFile(generatedFilesDir, locale);
  fs.mkdirSync(path.dirname(file), {recursive: true});
  fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}

const run = (args: readonly string[] = [], env: NodeJS.ProcessEnv = ENV): Promise<void> =>
  runPush({
    args,
    env,
    generatedFilesDir,
    print: (line) => printed.push(line),
    hosts: fake.hosts,
  });

beforeEach(async () => {
  generatedFilesDir = fs.mkdtempSync(path.join(os.tmpdir(), 'push-'));
  save('zh-Hans', SAVED);
  printed = [];
  fake = new FakeAlgolia();
  await fake.listen();
});
afterEach(async () => {
  fs.rmSync(generatedFilesDir, {recursive: true, force: true});
  await fake.close();
});

describe('npm run search:push', () => {
  it('sends all records and the glossary, and says what', async () => {
    await run();
    const {objects, synonyms} = fake.indexes.get('kb')!;
    expect([...objects.values()].map(({url}) => url)).toEqual([
      'https://example.org/docs/pods/creation',
      'https://example.org/docs/pods/creation#cpu',
      'https://example.org/docs/2022/pods/creation',
    ]);
    expect([...synonyms.values()].map((group) => group.synonyms)).toEqual([['pod', '容器组']]);
    expect(printed.join('\n')).toMatchInlineSnapshot(`
      "Objects of docs-default-current (zh-Hans): 2 (1 page, 1 row)
      Objects of docs-default-2022 (zh-Hans): 1 (1 page)
      Largest object: 512 bytes of at most 10000: docs-default-current:/docs/pods/creation#cpu:1
      Synonyms: 1
      Addresses begin with: https://example.org
      The index "kb" now holds this, and nothing else."
    `);
  });

  it('sends the records of all languages, and their glossary once', async () => {
    const page = {...PAGE, path: '/en/docs/pods/creation'};
    const [set] = SAVED.sets;
    save('en', {...SAVED, sets: [{...set, language: 'en', records: [page]}]});
    await run();
    const {objects, synonyms} = fake.indexes.get('kb')!;
    expect([...objects.values()].map(({language}) => language).sort()).toEqual([
      'en',
      'zh-Hans',
      'zh-Hans',
      'zh-Hans',
    ]);
    expect(synonyms.size).toBe(1);
  });

  it.each([
    ['--dry-run', ['--dry-run'], {}],
    // npm keeps the option for itself if "--" is forgotten, and says so in the environment.
    ['--dry-run before "--"', [], {npm_config_dry_run: 'true'}],
  ])('sends nothing with %s, and needs no variable', async (_, args, env) => {
    await run(args, env);
    expect(fake.requests).toEqual([]);
    expect(printed.join('\n')).toMatchInlineSnapshot(`
      "Objects of docs-default-current (zh-Hans): 2 (1 page, 1 row)
      Objects of docs-default-2022 (zh-Hans): 1 (1 page)
      Largest object: 512 bytes of at most 10000: docs-default-current:/docs/pods/creation#cpu:1
      Synonyms: 1
      Addresses begin with: https://example.org
      Nothing was sent: this was a dry run."
    `);
  });

  it('names all variables that are missing', async () => {
    await expect(run([], {})).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: A push needs ALGOLIA_APP_ID, ALGOLIA_INDEX_NAME, ALGOLIA_ADMIN_KEY. Set them, or use --dry-run to see what would be sent.]`,
    );
    await expect(
      run([], {...ENV, ALGOLIA_ADMIN_KEY: ''}),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: A push needs ALGOLIA_ADMIN_KEY. Set it, or use --dry-run to see what would be sent.]`,
    );
  });

  it('names a key that was copied with a line break, without showing it', async () => {
    const env = {...ENV, ALGOLIA_ADMIN_KEY: 'secret\n'};
    await expect(run([], env)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: ALGOLIA_ADMIN_KEY: This has a space, a line break or another character that is in no ID or key of Algolia. Copy it again.]`,
    );
  });

  it('refuses arguments that it does not know', async () => {
    await expect(run(['--dryrun', 'kb'])).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: Unknown argument: --dryrun kb. Use: npm run search:push, or npm run search:push -- --dry-run]`,
    );
    expect(fake.requests).toEqual([]);
  });

  it('sends addresses with the origin of the build', async () => {
    await run(['--dry-run'], {});
    expect(printed).toContain('Addresses begin with: https://example.org');
  });

  it('says to build when no build has left records', async () => {
    fs.rmSync(generatedFilesDir, {recursive: true});
    await expect(run()).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: There are no records to push. Run "npm run build" first.]`,
    );
    save('zh-Hans', {...SAVED, sets: [], glossary: []});
    await expect(run()).rejects.toThrow(/^There are no records to push/);
    expect(fake.requests).toEqual([]);
  });

  it.each([
    ['broken', '{"sets": ['],
    ['of another version', '{"records": []}'],
    ['empty', 'null'],
  ])('names a file of records that is %s', async (_, content) => {
    save('zh-Hans', content);
    await expect(run()).rejects.toThrow(
      /^\S+records\.zh-Hans\.json: .*Run "npm run build" first\.$/,
    );
  });
});
