import fs from 'node:fs';
import path from 'node:path';
import {expect, open, test} from './site';

test.describe('a page', () => {
  test('opens with the short answer, which is also its description', async ({page}) => {
    await open(page, '/docs/redis/eviction');
    const answer = await page.locator('.markdown > p').first().innerText();
    expect(answer).toMatch(/^内存超过 maxmemory 时/);
    await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', answer);
  });

  test('ends with its sources and the line saying what it was checked against', async ({page}) => {
    await open(page, '/docs/redis/eviction#sources');
    await expect(page.getByRole('heading', {name: '来源'})).toBeInViewport();
    await expect(page.getByRole('link', {name: 'Redis 文档：Key eviction'})).toHaveAttribute(
      'href',
      'https://redis.io/docs/latest/develop/reference/eviction/',
    );
    await expect(
      page.getByText(/^本页于 \d{4}-\d{2}-\d{2} 核对，依据 Redis 8\.10。$/),
    ).toBeVisible();
  });

  test('shows follow-ups as questions, each with an answer and an address of its own', async ({
    page,
  }) => {
    await open(page, '/docs/redis/eviction#lru-or-lfu');
    const question = page.getByRole('heading', {name: 'LRU 和 LFU 选哪个？'});
    await expect(question).toBeInViewport();
    await expect(question.locator('xpath=following-sibling::*[1]')).toContainText('热点会换');
  });

  test('has headings whose ids are the ones that the author gave', async ({page}) => {
    await open(page, '/docs/pods/graceful-shutdown');
    const ids = await page
      .locator('.markdown :is(h2, h3)')
      .evaluateAll((headings) => headings.map(({id}) => id));
    expect(ids).toContain('grace-period');
    expect(ids.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id))).toEqual([]);
    await expect(page.locator('article')).not.toContainText('{/*');
  });

  test('shows emphasis that ends with Chinese punctuation as bold', async ({page}) => {
    await open(page, '/docs/pods/graceful-shutdown#pitfalls');
    await expect(page.locator('strong', {hasText: '「删除命令一发出'})).toBeVisible();
    await expect(page.locator('article')).not.toContainText('**');
  });

  test('has coloured code, and copies exactly that code', async ({page, context}) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, '/docs/pods/graceful-shutdown#grace-period');
    const code = page.locator('pre[data-language="yaml"]').first();
    const colors = await code
      .locator('span')
      .evaluateAll((tokens) => new Set(tokens.map((token) => getComputedStyle(token).color)).size);
    expect(colors).toBeGreaterThan(1);
    await code.hover();
    const copy = page.getByRole('button', {name: '复制代码'}).first();
    await copy.click();
    await expect(copy).toHaveText('已复制');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^spec:\n {2}terminationGracePeriodSeconds: 45\n/);
    expect(copied).toBe(await code.innerText());
  });

  test('is complete without JavaScript, with coloured code and no dead buttons', async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({javaScriptEnabled: false, baseURL: baseURL!});
    const page = await context.newPage();
    await page.goto('/docs/redis/eviction');
    await expect(page.getByRole('row', {name: /allkeys-lfu/})).toBeVisible();
    await expect(page.getByRole('heading', {name: '来源'})).toBeVisible();
    await expect(page.locator('pre span[class^="tk-"]').first()).toBeVisible();
    await expect(page.getByRole('button', {name: '复制代码'})).toHaveCount(0);
    await context.close();
  });

  test('has a table of contents, breadcrumbs and a way to the next page', async ({page}) => {
    await open(page, '/docs/pods/creation');
    await page.getByRole('link', {name: '常见误区', exact: true}).click();
    await expect(page).toHaveURL('/docs/pods/creation#pitfalls');
    await page
      .getByRole('navigation', {name: '上一页和下一页'})
      .getByRole('link', {name: /下一页/})
      .click();
    await expect(page).toHaveURL('/docs/pods/phases');
    await page
      .getByRole('navigation', {name: '页面路径'})
      .getByRole('link', {name: 'Pod', exact: true})
      .click();
    await expect(page).toHaveURL('/docs/pods');
  });
});

test('no highlighter is in any script of the built site', () => {
  const dir = path.join(__dirname, '../build/assets/js');
  const scripts = fs.readdirSync(dir).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(10);
  // A grammar of Prism's base set, and the function that every copy of Prism has.
  const offenders = scripts.filter((name) =>
    /languages\.extend|insertBefore\("markup"/.test(fs.readFileSync(path.join(dir, name), 'utf8')),
  );
  expect(offenders).toEqual([]);
});
