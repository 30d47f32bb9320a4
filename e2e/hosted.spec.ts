import fs from 'node:fs';
import path from 'node:path';
import {expect, test, type Page, type Route} from '@playwright/test';
import {
  FAKE_HEADERS,
  FakeAlgolia,
} from '../src/plugins/docusaurus-search-index/push/fakeAlgolia.ts';
import {SETTINGS, toSynonyms} from '../src/plugins/docusaurus-search-index/push/settings.ts';
import {toObjects} from '../src/plugins/docusaurus-search-index/push/toObjects.ts';
import {open} from './site';

/** The site built with these variables, see scripts/test.mjs. */
const {ALGOLIA_INDEX_NAME, ALGOLIA_APP_ID, ALGOLIA_API_KEY} = {
  ALGOLIA_APP_ID: 'FAKEAPP',
  ALGOLIA_API_KEY: 'search-key',
  ALGOLIA_INDEX_NAME: 'kb',
};
const ROOT = path.resolve();
const RECORDS = path.join(ROOT, '.docusaurus/docusaurus-search-index/records.zh-Hans.json');
const ALGOLIA = /^https:\/\/[\w-]+\.algolia(net)?\.(net|com)(\/|$)/;

/** Algolia, holding what `npm run search:push` sends. */
function createFake(): FakeAlgolia {
  const {siteUrl, sets, glossary} = JSON.parse(fs.readFileSync(RECORDS, 'utf8'));
  const fake = new FakeAlgolia({appId: ALGOLIA_APP_ID, searchKey: ALGOLIA_API_KEY});
  fake.indexes.set(ALGOLIA_INDEX_NAME, {
    objects: new Map(toObjects(sets, siteUrl).map((object) => [object.objectID, object])),
    settings: SETTINGS,
    synonyms: new Map(toSynonyms(glossary).map((synonym) => [synonym.objectID, synonym])),
    rules: new Map(),
  });
  return fake;
}

const answerBy =
  (fake: FakeAlgolia) =>
  async (route: Route): Promise<void> => {
    const request = route.request();
    const {status, body} = fake.answer({
      method: request.method(),
      url: request.url(),
      headers: await request.allHeaders(),
      body: request.postData() ?? '',
    });
    await route.fulfill({status, headers: FAKE_HEADERS, body: JSON.stringify(body)});
  };

/** Addresses below which the page has asked for the embedded engine or its index. */
function watchEmbedded(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const {pathname} = new URL(request.url());
    if (pathname.includes('/search-index/') || pathname.includes('search-engine')) {
      asked.push(pathname);
    }
  });
  return asked;
}

const getHits = (page: Page) => page.locator('.DocSearch-Hit');

async function type(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.locator('.DocSearch-Input')).toBeFocused();
  await page.keyboard.type(query, {delay: 20});
}

test.describe('hosted search', () => {
  test('answers the dialog, without the embedded engine', async ({page}) => {
    const fake = createFake();
    await page.route(ALGOLIA, answerBy(fake));
    const embedded = watchEmbedded(page);
    await open(page, '/docs/redis/eviction');
    await expect(page.locator('link[rel="preconnect"]')).toHaveAttribute('href', ALGOLIA);
    await type(page, 'RunPodSandbox');
    await expect(getHits(page).filter({hasText: 'RunPodSandbox'}).first()).toBeVisible();
    await expect(getHits(page).filter({hasText: '图中步骤'}).first()).toBeVisible();
    await expect(getHits(page).locator('mark').first()).toBeVisible();
    await expect(page.locator('.DocSearch-Logo')).toBeVisible();
    expect(fake.requests.length).toBeGreaterThan(0);
    expect(embedded).toEqual([]);
  });

  test('filters by edition and kind', async ({page}) => {
    const fake = createFake();
    await page.route(ALGOLIA, answerBy(fake));
    await open(page, '/docs/2022/redis/eviction');
    await type(page, 'noeviction');
    await expect(getHits(page).first().locator('a')).toHaveAttribute('href', /^\/docs\/2022\//);
    await page.getByRole('radio', {name: '表格行'}).click({force: true});
    await expect(getHits(page).first().locator('a')).toHaveAttribute('href', /#policy-noeviction$/);
  });

  test('opens a hit with its passage marked', async ({page}) => {
    await page.route(ALGOLIA, answerBy(createFake()));
    await open(page, '/');
    await type(page, 'ndots');
    await getHits(page).locator('a[href$="#ndots"]').first().click();
    await expect(page).toHaveURL('/docs/network/dns-resolution#ndots');
    await expect
      .poll(() => page.evaluate(() => CSS.highlights.get('search-passage')?.size ?? 0))
      .toBeGreaterThan(0);
  });

  test('answers the search page', async ({page}) => {
    const fake = createFake();
    await page.route(ALGOLIA, answerBy(fake));
    const embedded = watchEmbedded(page);
    await open(page, '/search?q=noeviction');
    await expect(page.getByRole('article').first()).toContainText('noeviction');
    await expect(page.getByRole('link', {name: /Algolia/})).toBeVisible();
    expect(embedded).toEqual([]);
  });
});

const FAILURES: Record<string, (route: Route) => Promise<void>> = {
  'does not answer': () => new Promise(() => undefined),
  'is blocked': (route) => route.abort('blockedbyclient'),
  'refuses the key': (route) =>
    route.fulfill({status: 403, headers: FAKE_HEADERS, body: '{"message":"Invalid key"}'}),
  'is broken': (route) => route.fulfill({status: 500, headers: FAKE_HEADERS, body: '{}'}),
};

test.describe('when the hosted search', () => {
  for (const [name, fail] of Object.entries(FAILURES)) {
    test(`${name}, the embedded index answers and says so`, async ({page}) => {
      await page.route(ALGOLIA, fail);
      await open(page, '/docs/redis/eviction');
      await type(page, '主从复制');
      await expect(getHits(page).first()).toContainText('主从复制', {timeout: 10_000});
      await expect(page.getByText('Algolia 没有回应')).toBeVisible();
      // It is not asked again for every letter.
      let asked = 0;
      page.on('request', (request) => (asked += Number(ALGOLIA.test(request.url()))));
      await page.keyboard.type('延迟');
      await expect(getHits(page).first()).toContainText('延迟');
      expect(asked).toBe(0);
    });
  }

  test('is blocked, the search page is answered, too', async ({page}) => {
    await page.route(ALGOLIA, (route) => route.abort('blockedbyclient'));
    await open(page, '/search?q=主从复制');
    await expect(page.getByRole('article').first()).toContainText('主从复制', {timeout: 10_000});
    await expect(page.getByText('Algolia 没有回应')).toBeVisible();
  });
});

test.describe('a build of one mode', () => {
  /** The scripts of a build, joined. */
  const readScripts = (dir: string): string => {
    const folder = path.join(ROOT, dir, 'assets/js');
    const names = fs.readdirSync(folder).filter((name) => name.endsWith('.js'));
    return names.map((name) => fs.readFileSync(path.join(folder, name), 'utf8')).join('\n');
  };
  /** Only in the client that asks Algolia first. */
  const HOSTED_ONLY = 'The hosted search did not answer';

  // Built in this order: embedded, hosted, embedded.
  for (const [dir, isHosted] of [
    ['build-below-path', false],
    ['build-hosted', true],
    ['build', false],
  ] as const) {
    test(`${dir} has the client of its mode`, () => {
      const scripts = readScripts(dir);
      expect(scripts.includes(HOSTED_ONLY)).toBe(isHosted);
      expect(scripts.includes(ALGOLIA_API_KEY)).toBe(isHosted);
      // The engine is in both: it answers when Algolia does not.
      expect(scripts).toContain('The search index cannot be loaded');
    });
  }
});
