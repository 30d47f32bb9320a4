import type {Page} from '@playwright/test';
import {expect, goToNextPage, open, openStillPage, readBuiltPages, readNames, test} from './site';

const ADDRESS = '/docs/networking/cni-plugins';
const COPY = '复制为 Markdown（整页）';

/** Addresses of all pages of both editions; every page has a title. */
const PAGES = Object.keys(readNames(/^(title): /gm));

const copyPage = (page: Page) => page.getByRole('button', {name: COPY});

test.describe('a page in Markdown', () => {
  test('begins with title, edition, what it was checked against, and its address', async ({
    request,
  }) => {
    for (const [address, edition, against] of [
      [ADDRESS, '2026 版（Kubernetes 1.37）', 'flannel 0.28'],
      ['/docs/2022/networking/cni-plugins', '2022 版（Kubernetes 1.23）', 'flannel 0.16'],
    ] as const) {
      const response = await request.get(`${address}.md`);
      expect(response.status()).toBe(200);
      expect(response.headers()['content-type']).toBe('text/markdown; charset=utf-8');
      const lines = (await response.text()).split('\n');
      expect(lines[0]).toBe('# flannel、Calico、Cilium 对比');
      expect(lines[2]).toBe(`- 版本：${edition}`);
      expect(lines[3]).toMatch(new RegExp(`^- 核对依据：${against}.*，\\d{4}-\\d{2}-\\d{2}$`));
      expect(lines[4]).toMatch(new RegExp(`^- 地址：<https?://[^/]+${address}>$`));
    }
  });

  test('is there for every page of both editions, and named in the head of each', async ({
    request,
  }) => {
    expect(PAGES.length).toBeGreaterThan(10);
    const html = new Map(readBuiltPages());
    for (const address of PAGES) {
      const [, head] = /<head>([^]*)<\/head>/.exec(html.get(address) ?? '') ?? [];
      const link = /<link[^>]* type=["']?text\/markdown[^>]*>/.exec(head ?? '')?.[0] ?? '';
      expect(link, address).toMatch(/ rel=["']?alternate/);
      expect(link).toMatch(new RegExp(` href=["']?${address}\\.md["' >]`));
      expect((await request.get(`${address}.md`)).status(), `${address}.md`).toBe(200);
    }
  });

  test('is copied exactly as it is served', async ({page, context, request}) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, ADDRESS);
    await copyPage(page).focus();
    await page.keyboard.press('Enter');
    await expect(copyPage(page)).toHaveText('已复制');
    await expect(page.getByRole('status').filter({hasText: '已复制'})).toHaveCount(1);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await (await request.get(`${ADDRESS}.md`)).text());
    await expect(copyPage(page)).toHaveText('复制为 Markdown');
  });

  test('is that of the page the reader has gone to', async ({page, context}) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, ADDRESS);
    await goToNextPage(page);
    await copyPage(page).click();
    await expect(copyPage(page)).toHaveText('已复制');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`${new URL(page.url()).pathname}>\n`);
    await expect(page.locator('link[rel="alternate"][type="text/markdown"]')).toHaveAttribute(
      'href',
      `${new URL(page.url()).pathname}.md`,
    );
  });

  test('that cannot be fetched is announced, with what to do; it works again later', async ({
    page,
    context,
    problems,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, ADDRESS);
    await page.route('**/*.md', (route) => route.abort());
    await copyPage(page).click();
    const message = '没有复制成功：检查网络后再试，或打开「查看 Markdown」自己复制';
    await expect(copyPage(page)).toHaveText(message);
    await expect(page.getByRole('status').filter({hasText: message})).toHaveCount(1);
    // The browser itself reports the broken request.
    expect(problems.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')]);
    await page.unroute('**/*.md');
    await copyPage(page).click();
    await expect(copyPage(page)).toHaveText('已复制');
  });

  test('opens without JavaScript, where there is no button', async ({browser, baseURL}) => {
    const page = await openStillPage(browser, baseURL!);
    await page.goto(ADDRESS);
    await expect(copyPage(page)).toHaveCount(0);
    const link = page.getByRole('link', {name: '查看 Markdown'});
    await expect(link).toBeVisible();
    const response = await page.request.get((await link.getAttribute('href'))!);
    expect(await response.text()).toMatch(/^# flannel、Calico、Cilium 对比\n/);
    await page.context().close();
  });

  test('has controls that fit on a narrow phone, also while they say what went wrong', async ({
    page,
    problems,
  }) => {
    await page.setViewportSize({width: 320, height: 700});
    await open(page, ADDRESS);
    await page.route('**/*.md', (route) => route.abort());
    await copyPage(page).click();
    await expect(copyPage(page)).toContainText('没有复制成功');
    problems.splice(0);
    const right = await copyPage(page).evaluate((button) => button.getBoundingClientRect().right);
    expect(right).toBeLessThanOrEqual(320);
  });
});

test('llms.txt lists the pages of the current edition with their answers, the older one as optional; every link leads somewhere', async ({
  request,
}) => {
  const response = await request.get('/llms.txt');
  expect(response.status()).toBe(200);
  const text = await response.text();
  expect(text).toMatch(/^# 云原生知识库\n\n> \S/);
  const [current = '', older = ''] = text.split('\n## Optional\n');
  expect(current).toMatch(
    /\n- \[淘汰策略\]\(https?:\/\/[^/]+\/docs\/redis\/eviction\.md\): 内存超过 maxmemory 时/,
  );
  const readPaths = (part: string): string[] =>
    Array.from(part.matchAll(/^- \[[^\]]+\]\(https?:\/\/[^/]+([^)]+)\): ./gm), ([, path]) => path!);
  expect([...readPaths(current), ...readPaths(older)].sort()).toEqual(
    PAGES.map((address) => `${address}.md`).sort(),
  );
  expect(readPaths(older).every((path) => path.startsWith('/docs/2022/'))).toBe(true);
  for (const path of [...readPaths(text), '/llms-full.txt']) {
    expect((await request.get(path)).status(), path).toBe(200);
  }
});

test('llms-full.txt holds every page of the current edition in the order of llms.txt', async ({
  request,
}) => {
  const index = await (await request.get('/llms.txt')).text();
  const full = await (await request.get('/llms-full.txt')).text();
  const [, ...twins] = full.split('\n---\n\n');
  const paths = Array.from(
    index.split('\n## Optional\n')[0]!.matchAll(/\]\(https?:\/\/[^/]+([^)]+\.md)\)/g),
    ([, path]) => path!,
  );
  expect(twins).toHaveLength(paths.length);
  for (const [position, path] of paths.entries()) {
    expect(twins[position]).toBe(await (await request.get(path)).text());
  }
});
