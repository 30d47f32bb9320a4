import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {formatFault} from '../docusaurus-page-contract/checkContent.ts';
import {formatAddress} from './address.ts';
import {readSite} from './readSite.ts';
import {resolveAddress} from './resolveAddress.ts';

const ROOT = path.join(__dirname, '../../..');
const COPIED = [
  'docs',
  'docusaurus.config.ts',
  'glossary.yaml',
  'i18n',
  'package.json',
  'published-addresses.txt',
  'redirects.yaml',
  'sidebars.ts',
  'src',
  'static',
  'tsconfig.json',
  'versioned_docs',
  'versioned_sidebars',
  'versions.json',
];

const siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'cut-edition-'));
const edit = (name: string, change: (text: string) => string): void => {
  const file = path.join(siteDir, name);
  const before = fs.readFileSync(file, 'utf8');
  const after = change(before);
  expect(after, name).not.toBe(before);
  fs.writeFileSync(file, after);
};

/** Where addresses of the copy lead after the cut. */
function follow(...addresses: readonly string[]): (string | undefined)[] {
  const {site, records} = readSite(siteDir, '2030');
  return addresses.map((address) => {
    const target = resolveAddress(address, site, records.redirects);
    return target && formatAddress(target);
  });
}

beforeAll(() => {
  for (const name of COPIED) {
    fs.cpSync(path.join(ROOT, name), path.join(siteDir, name), {recursive: true});
  }
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(siteDir, 'node_modules'));
}, 120_000);
afterAll(() => fs.rmSync(siteDir, {recursive: true, force: true}));

describe('cutting an edition, as CONTRIBUTING.md says', {timeout: 180_000}, () => {
  it('freezes the current one', () => {
    const {status, stderr} = spawnSync('npx', ['docusaurus', 'docs:version', '2026'], {
      cwd: siteDir,
      encoding: 'utf8',
    });
    expect(stderr).not.toContain('Error');
    expect(status).toBe(0);
    edit('src/editions.ts', (text) =>
      text.replace(
        "  {name: '2026'",
        "  {name: '2030', baseline: 'Kubernetes 1.50'},\n  {name: '2026'",
      ),
    );
    edit('redirects.yaml', (text) => `${text}/docs/2030: /#edition-2030\n`);
    // A heading of the new edition gets another id, and a page another address.
    edit('docs/pods/creation.mdx', (text) => text.replaceAll('#flow', '#process'));
    fs.renameSync(
      path.join(siteDir, 'docs/redis/eviction.mdx'),
      path.join(siteDir, 'docs/redis/evicting.mdx'),
    );
  });

  it('names what the new edition has no more, and nothing of the frozen ones', () => {
    const faults = readSite(siteDir, '2030').faults.map(formatFault);
    expect(faults.map((fault) => /: (\/\S+) was published/.exec(fault)?.[1])).toEqual([
      '/docs/pods/creation#flow',
      '/docs/redis/eviction',
    ]);
    edit(
      'redirects.yaml',
      (text) =>
        `${text}/docs/pods/creation#flow: /docs/pods/creation#process\n/docs/redis/eviction: /docs/redis/evicting\n`,
    );
    expect(readSite(siteDir, '2030').faults).toEqual([]);
  });

  it('keeps links with the name of the edition at what they meant', () => {
    const addresses = [
      '/docs/2026/pods/creation#flow',
      '/docs/2026/redis/eviction#policies',
      '/docs/2022/pods/creation#flow',
    ];
    expect(follow(...addresses)).toEqual(addresses);
  });

  it('lets links without a name follow the new edition', () => {
    const targets = {
      '/docs/pods/creation#flow': '/docs/pods/creation#process',
      '/docs/redis/eviction': '/docs/redis/evicting',
      '/docs/2030/pods/creation#process': '/docs/pods/creation#process',
      '/go/redis-eviction': '/docs/redis/evicting',
      '/docs/2030': '/#edition-2030',
      '/docs/2026': '/#edition-2026',
    };
    expect(follow(...Object.keys(targets))).toEqual(Object.values(targets));
  });
});
