import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {getRecordsFile, type SavedRecords} from '../src/plugins/docusaurus-search-index/index.ts';

const SAVED: SavedRecords = {
  siteUrl: 'https://example.org',
  sets: [
    {
      tag: 'docs-default-current',
      version: 'current',
      language: 'zh-Hans',
      records: [
        {
          kind: 'page',
          path: '/docs/pods/creation',
          anchor: '',
          titles: ['Pod', '创建流程'],
          content: '请求先到 API Server。',
          keywords: [],
          questions: [],
        },
      ],
    },
  ],
  glossary: [],
};

let siteDir: string;
beforeEach(() => {
  siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'search-push-'));
  const file = getRecordsFile(path.join(siteDir, '.docusaurus'), 'zh-Hans');
  fs.mkdirSync(path.dirname(file), {recursive: true});
  fs.writeFileSync(file, JSON.stringify(SAVED));
});
afterEach(() => fs.rmSync(siteDir, {recursive: true, force: true}));

function push(args: readonly string[], env: Record<string, string> = {}) {
  const tsx = path.join(__dirname, '../node_modules/.bin/tsx');
  const {PATH = ''} = process.env;
  return spawnSync(tsx, [path.join(__dirname, 'search-push.ts'), ...args], {
    cwd: siteDir,
    env: {PATH, ...env} as unknown as NodeJS.ProcessEnv,
    encoding: 'utf8',
  });
}

describe('npm run search:push', {timeout: 60_000}, () => {
  it('only says what it would send with --dry-run, and exits with 0', () => {
    const {status, stdout, stderr} = push(['--dry-run']);
    expect(stderr).toBe('');
    expect(stdout).toContain('Objects of docs-default-current (zh-Hans): 1 (1 page)');
    expect(stdout).toContain('Nothing was sent');
    expect(status).toBe(0);
  });

  it('says in one line what is missing, shows no key, and exits with 1', () => {
    const {status, stdout, stderr} = push([], {ALGOLIA_ADMIN_KEY: 'a-very-secret-key'});
    expect(stderr).toMatch(/^A push needs ALGOLIA_APP_ID, ALGOLIA_INDEX_NAME\. .+\n$/);
    expect(stdout + stderr).not.toContain('a-very-secret-key');
    expect(status).toBe(1);
  });
});
