import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {
  checkContent,
  formatFault,
  readContent,
} from '../../plugins/docusaurus-page-contract/checkContent.ts';
import {readSite} from '../../plugins/docusaurus-ledger/readSite.ts';
import {copySite} from '../copySite.ts';
import {generateSite} from './generateSite.ts';

const ROOT = path.join(__dirname, '../../..');
const siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'generate-site-'));
const PAGES = 100;

const read = (file: string): string => fs.readFileSync(path.join(siteDir, file), 'utf8');

let counts: Readonly<Record<string, number>>;

beforeAll(() => {
  copySite(ROOT, siteDir);
  counts = generateSite(siteDir, PAGES).pages;
}, 60_000);
afterAll(() => fs.rmSync(siteDir, {recursive: true, force: true}));

it('has as many pages as wanted, half of them in each edition', () => {
  const found = readContent(siteDir).map(({edition, pages}) => [edition.name, pages.length]);
  expect(Object.fromEntries(found)).toEqual(counts);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect([PAGES - 1, PAGES]).toContain(all);
});

it('keeps the page contract, drawings included', async () => {
  expect((await checkContent(siteDir)).map(formatFault)).toEqual([]);
}, 60_000);

it('publishes the new addresses', () => {
  const {faults} = readSite(siteDir);
  expect(faults.map(formatFault)).toEqual([]);
  expect(read('published-addresses.txt')).toContain('\n/docs/pods-1/creation-1\n');
  expect(read('published-addresses.txt')).toContain('\n/docs/2022/pods-1/creation-1\n');
});

it('writes about something else on each page, and the same in both editions', () => {
  const readTitle = (file: string): string => /^title: (.*)$/m.exec(read(file))![1]!;
  const real = readTitle('docs/pods/creation.mdx');
  const made = readTitle('docs/pods-1/creation-1.mdx');
  expect(made).not.toContain(real);
  expect(readTitle('versioned_docs/version-2022/pods-1/creation-1.mdx')).toBe(made);
});

it('lets the new pages link to one another', () => {
  const links = read('docs/pods-1/creation-1.mdx').match(/\]\(\.\.[^)]*\.mdx/g) ?? [];
  expect(links).toContain('](../pods-1/graceful-shutdown-1.mdx');
});

it('is the same every time', () => {
  const again = fs.mkdtempSync(path.join(os.tmpdir(), 'generate-site-'));
  try {
    copySite(ROOT, again);
    generateSite(again, PAGES);
    for (const file of ['docs/topics.yaml', 'docs/pods-1/creation-1.mdx', 'sidebars.ts']) {
      expect(fs.readFileSync(path.join(again, file), 'utf8'), file).toBe(read(file));
    }
  } finally {
    fs.rmSync(again, {recursive: true, force: true});
  }
}, 60_000);

it('does not make a site smaller', () => {
  expect(() => generateSite(siteDir, 50)).toThrow(/50 pages are fewer than the \d+/);
});
