import fs from 'node:fs';
import path from 'node:path';
import {brotliCompressSync} from 'node:zlib';
import type {Locator, Page} from '@playwright/test';
import {expect, findViolations, getSidewaysScroll, open, readBuiltPages, test} from './site';

const getInput = (page: Page): Locator => page.getByRole('searchbox', {name: '搜索'});
const getHits = (page: Page): Locator => page.locator('.DocSearch-Hit');
const getDialog = (page: Page): Locator => page.getByRole('dialog', {name: '搜索'});

/** Opens the dialog on a page. */
async function openDialog(page: Page, address: string): Promise<void> {
  await open(page, address);
  await page.keyboard.press('Control+k');
  await expect(getInput(page)).toBeFocused();
}

/** Types a query letter by letter and waits until what is shown answers it: for some time, it is no longer replaced. */
async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.type(query, {delay: 20});
  await expect(getHits(page).first()).toBeVisible();
  let last = '';
  await expect
    .poll(
      async () => {
        const shown = await page.locator('.DocSearch-Dropdown').innerHTML();
        const isStable = shown === last;
        last = shown;
        return isStable;
      },
      {intervals: [300]},
    )
    .toBe(true);
}

/** An input method, as Chromium's own protocol drives it: with real composition events. */
async function createInputMethod(page: Page) {
  const session = await page.context().newCDPSession(page);
  return {
    compose: (text: string) =>
      session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      }),
    commit: (text: string) => session.send('Input.insertText', {text}),
    /** A key that the input method takes for itself; the browser reports it with the code 229. */
    press: (key: string) =>
      session.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key,
        code: key,
        windowsVirtualKeyCode: 229,
      }),
  };
}

/** The browser itself reports requests that were blocked or not found; that is no fault here. */
function forgiveRequests(problems: string[]): void {
  const others = problems.filter((problem) => !problem.includes('Failed to load resource'));
  problems.splice(0, problems.length, ...others);
}

/** Texts that are marked on the page. */
const getMarked = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...(CSS.highlights.get('search-passage') ?? [])].map((range) => range.toString()),
  );

test.describe('the dialog', () => {
  test('opens by Ctrl+K, by "/", by its button and from the home page', async ({page}) => {
    await open(page, '/');
    for (const openIt of [
      () => page.keyboard.press('Control+k'),
      () => page.keyboard.press('/'),
      () => page.locator('.DocSearch-Button').click(),
      () => page.getByRole('button', {name: '搜索全站'}).click(),
    ]) {
      await openIt();
      await expect(getInput(page)).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(getDialog(page)).toHaveCount(0);
      // "/" works from here, too, although DocSearch leaves the focus on a button.
      await expect(page.locator('.DocSearch-Button')).toBeFocused();
    }
  });

  test('leaves "/" to a field where the reader types', async ({page}) => {
    await open(page, '/search');
    const field = page.getByRole('searchbox');
    await field.press('/');
    await expect(field).toHaveValue('/');
    await expect(getDialog(page)).toHaveCount(0);
  });

  test('finds a page and opens it by keyboard', async ({page}) => {
    await openDialog(page, '/docs/redis/eviction');
    await search(page, '优雅关闭');
    await expect(getHits(page).first()).toContainText('Pod 优雅关闭');
    await page.keyboard.press('ArrowDown');
    await expect(getHits(page).nth(1)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/docs/pods/graceful-shutdown');
    await expect(getDialog(page)).toHaveCount(0);
  });

  test('Enter opens the hit of what stands there, however late the answer comes', async ({
    page,
  }) => {
    await page.route('**/search-index/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue().catch(() => undefined); // the page was left meanwhile
    });
    await openDialog(page, '/docs/redis/eviction');
    // Before the first answer.
    await page.keyboard.insertText('优雅关闭');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/docs/pods/graceful-shutdown');
    // While the hits of the query before are shown.
    await page.keyboard.press('Control+k');
    await search(page, '优雅关闭');
    await getInput(page).fill('');
    await page.keyboard.insertText('主从复制延迟');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/docs/mysql/replication#why-lag');
    // A reader who types on has not asked for it any more.
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('布隆过滤');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('器');
    await expect(getHits(page).first()).toContainText('布隆过滤器');
    await expect(getDialog(page)).toBeVisible();
    await expect(page).toHaveURL('/docs/mysql/replication#why-lag');
  });

  test('shows hits by section, marked, with the passage and what they are', async ({page}) => {
    await openDialog(page, '/');
    await search(page, 'RunPodSandbox');
    await expect(page.locator('.DocSearch-Hit-source').first()).toHaveText('Pod');
    const first = getHits(page).first();
    await expect(first.locator('mark').first()).toHaveText('RunPodSandbox');
    await expect(first).toContainText('图中步骤');
    await expect(first.locator('.DocSearch-Hit-path')).toHaveText('Pod 创建流程 > 全过程');
  });

  test('searches while an input method composes, and leaves its keys to it', async ({page}) => {
    await openDialog(page, '/docs/redis/eviction');
    const inputMethod = await createInputMethod(page);
    for (const text of ['z', 'zh', 'zhu', 'zhu cong']) {
      await inputMethod.compose(text);
    }
    // The pinyin of a title finds it before the reader has chosen the characters.
    await expect(getHits(page).first()).toContainText('主从复制');
    await inputMethod.press('Enter');
    await inputMethod.press('Escape');
    await expect(getDialog(page)).toBeVisible();
    await expect(page).toHaveURL('/docs/redis/eviction');
    await inputMethod.compose('zhu cong');
    await expect(getHits(page).first()).toBeVisible();
    await inputMethod.press('ArrowDown');
    await expect(getHits(page).first()).toHaveAttribute('aria-selected', 'true');
    await inputMethod.commit('主从延迟');
    await expect(getInput(page)).toHaveValue('主从延迟');
    await expect(getHits(page).filter({hasText: '延迟'}).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/docs\/mysql\/replication/);
  });

  test('remembers what was opened, and forgets it on demand', async ({page}) => {
    await openDialog(page, '/docs/redis/eviction');
    await search(page, 'ndots');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/docs/network/dns-resolution#ndots');
    await expect(getDialog(page)).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await expect(getDialog(page).getByText('最近搜索')).toBeVisible();
    await expect(getHits(page)).toHaveCount(1);
    await getDialog(page).getByRole('button', {name: '从历史记录中删除这个搜索'}).click();
    await expect(getHits(page)).toHaveCount(0);
  });

  test('moves the focus in a circle: field, clear, close, filters, all results', async ({page}) => {
    await openDialog(page, '/docs/redis/eviction');
    await search(page, 'lru');
    const stops: (string | null)[] = [];
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(() => {
          const {activeElement} = document;
          return activeElement!.matches('.DocSearch-Input')
            ? 'field'
            : activeElement!.ariaLabel ||
                activeElement!.textContent ||
                activeElement!.parentElement!.textContent;
        }),
      );
    }
    expect(stops).toEqual(['清除查询', '关闭', '2026 版', '全部', '查看全部结果', 'field']);
    await expect(getInput(page)).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('link', {name: '查看全部结果'})).toBeFocused();
  });

  test('is Chinese, without any word of Algolia, and asks nobody else', async ({page}) => {
    await openDialog(page, '/docs/redis/eviction');
    const placeholder = await getInput(page).getAttribute('placeholder');
    await search(page, '缓存');
    const texts = await getDialog(page).evaluate((dialog) => {
      const labels = [...dialog.querySelectorAll('[aria-label], [title]')]
        .filter((element) => element.getClientRects().length > 0)
        .flatMap((element) => [element.getAttribute('aria-label'), element.getAttribute('title')]);
      const commands = [...dialog.querySelectorAll('.DocSearch-Commands, legend, label')].map(
        (element) => (element as HTMLElement).innerText,
      );
      return [...labels, ...commands].filter((text) => text !== null && text !== '');
    });
    expect(texts.length).toBeGreaterThan(8);
    for (const text of [...texts, placeholder]) {
      expect(text).toMatch(/\p{Script=Han}/u);
    }
    await expect(page.locator('.DocSearch-Logo')).toBeHidden();
    await expect(page.locator('link[rel="preconnect"], link[rel="dns-prefetch"]')).toHaveCount(0);
    // Requests to other hosts fail every test, see `problems`.
  });
});

test.describe('filters', () => {
  test('the edition of the page is searched, the other one by keyboard', async ({page}) => {
    await openDialog(page, '/docs/2022/mysql/replication');
    await search(page, '半同步');
    const getAddresses = () =>
      getHits(page)
        .locator('a')
        .evaluateAll((links) =>
          links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
        );
    for (const address of await getAddresses()) {
      expect(address).toMatch(/^\/docs\/2022\//);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('radio', {name: '2022 版'})).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', {name: '2026 版'})).toBeFocused();
    await expect.poll(getAddresses).not.toContainEqual(expect.stringMatching(/2022/));
    await expect(getHits(page).first()).toContainText('2026 版（Kubernetes 1.37）');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', {name: '各版'})).toBeChecked();
    await expect
      .poll(getAddresses)
      .toEqual(expect.arrayContaining(['/docs/mysql/replication', '/docs/2022/mysql/replication']));
  });

  test('only rows, only steps, only pages; and the choice ends with the dialog', async ({page}) => {
    const rows = new Set(
      [...readBuiltPages()].flatMap(([address, html]) =>
        Array.from(html.matchAll(/<tr[^>]* id=["']?([\w-]+)/g), ([, id]) => `${address}#${id}`),
      ),
    );
    await openDialog(page, '/');
    await search(page, '主从复制');
    for (const [name, isRight] of [
      ['表格行', (href: string) => rows.has(href)],
      ['图中步骤', (href: string) => /#[\w-]+-step-\d+$/.test(href)],
    ] as const) {
      await page.getByRole('radio', {name}).click({force: true});
      await expect(page.getByRole('radio', {name})).toBeChecked();
      await expect
        .poll(async () => {
          const hrefs = await getHits(page)
            .locator('a')
            .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
          return hrefs.length > 0 ? hrefs.filter((href) => !isRight(href!)) : ['no hit'];
        })
        .toEqual([]);
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('radio', {name: '全部'})).toBeChecked();
  });
});

test.describe('a hit', () => {
  test('opens with its passage in view and marked, at a clean address', async ({page}) => {
    await page.setViewportSize({width: 1280, height: 500});
    await openDialog(page, '/docs/redis/eviction');
    await search(page, 'ndots');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/docs/network/dns-resolution#ndots');
    await expect.poll(() => getMarked(page)).toContain('ndots');
    await expect(page.locator('[data-search-passage]')).toBeInViewport();
    await page.keyboard.press('Escape');
    expect(await getMarked(page)).toEqual([]);
  });

  test('in a long section, the passage is brought into view', async ({page}) => {
    await page.setViewportSize({width: 1280, height: 400});
    await openDialog(page, '/');
    await search(page, 'rpl_semi_sync_source_no_tx');
    await getHits(page).first().click();
    await expect(page.locator('[data-search-passage]')).toBeInViewport();
    await expect.poll(() => getMarked(page)).toEqual([expect.stringMatching(/no_tx/i)]);
  });

  test('that is a row lights the row, that is a step opens the diagram at it', async ({page}) => {
    await openDialog(page, '/');
    await search(page, 'noeviction');
    await page.getByRole('radio', {name: '表格行'}).check({force: true});
    await getHits(page).first().click();
    await expect(page).toHaveURL('/docs/redis/eviction#policy-noeviction');
    await expect(page.locator('#policy-noeviction')).toBeInViewport();
    await expect.poll(() => getMarked(page)).toContain('noeviction');

    await page.keyboard.press('Control+k');
    await search(page, 'RunPodSandbox');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/docs\/pods\/creation#pod-creation-step-\d+$/);
    await expect(page.locator('li[aria-current="step"]')).toContainText('RunPodSandbox');
    await expect(page.locator('figure [aria-live]').first()).toBeInViewport();
    await expect.poll(() => getMarked(page)).toContain('RunPodSandbox');
  });

  test('on the page where the reader is leads there just as well', async ({page}) => {
    await openDialog(page, '/docs/mysql/replication');
    await search(page, '主从复制延迟');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/docs/mysql/replication#why-lag');
    await expect(page.locator('#why-lag')).toBeInViewport();
    await expect.poll(() => getMarked(page)).toContain('主从复制延迟');
  });
});

test.describe('an index that cannot be loaded', () => {
  test('is said, and tried again', async ({page, problems}) => {
    await page.route('**/search-index/**', (route) => route.abort());
    await openDialog(page, '/');
    await page.keyboard.type('主从复制');
    const notice = getDialog(page).getByRole('alert');
    await expect(notice).toContainText('没有下载下来');
    await expect(page.locator('.DocSearch-NoResults')).toBeHidden();
    await page.unroute('**/search-index/**');
    await notice.getByRole('button', {name: '重试'}).click();
    await expect(getHits(page).first()).toContainText('主从复制');
    await expect(notice).toHaveCount(0);
    forgiveRequests(problems);
  });

  test('is said on the search page, too', async ({page, problems}) => {
    await page.route('**/search-index/**', (route) => route.abort());
    await open(page, '/search?q=主从复制');
    await expect(page.getByRole('alert')).toContainText('没有下载下来');
    await page.unroute('**/search-index/**');
    await page.getByRole('button', {name: '重试'}).click();
    await expect(page.getByRole('article').first()).toContainText('主从复制');
    forgiveRequests(problems);
  });

  test('since the site was published anew is replaced by the new one', async ({page, problems}) => {
    let isFirst = true;
    await page.route('**/search-index/docs-default-current.json', async (route) => {
      const response = await route.fetch();
      const manifest = (await response.json()) as {folder: string};
      if (isFirst) {
        isFirst = false;
        manifest.folder = 'docs-default-current.gone';
      }
      await route.fulfill({response, json: manifest});
    });
    await openDialog(page, '/');
    await search(page, '主从复制');
    await expect(getHits(page).first()).toContainText('主从复制');
    expect(isFirst).toBe(false);
    forgiveRequests(problems);
  });
});

test('nothing that is typed breaks the search or becomes markup', async ({page}) => {
  await openDialog(page, '/');
  const queries = [
    '<script>window.hacked = true</script>',
    '<img src=x onerror="window.hacked = true">',
    '"><b>\'',
    '../../../etc/passwd',
    'x'.repeat(10_000),
    '主从'.repeat(5_000),
    '🚀🚀 pod',
    'pod \ud800 主\udc00从',
    '\u202epod\u202c \u200f主从\u200e',
    '%00%0a\\\0',
    '((((([[[{{{**++??',
  ];
  for (const query of queries) {
    // As a paste does it: all at once, past what a keyboard can type.
    await getInput(page).evaluate((input, value) => {
      const {set} = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
      set!.call(input, value);
      input.dispatchEvent(new Event('input', {bubbles: true}));
    }, query);
    await expect(page.locator('.DocSearch-NoResults, .DocSearch-Hit').first()).toBeVisible();
    await expect(getDialog(page).getByRole('alert')).toHaveCount(0);
  }
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await expect(getDialog(page).locator('script, img, b')).toHaveCount(0);
  await page.keyboard.press('Escape');
});

test('text of the pages with angle brackets stays text', async ({page}) => {
  await openDialog(page, '/');
  await search(page, 'pod-id');
  await page.goto('/search?q=%3Cnode%3E%20%3Cpod%3E');
  await page.locator('html[data-has-hydrated="true"]').waitFor();
  await expect(page.locator('article node, article pod')).toHaveCount(0);
});

test.describe('the search page', () => {
  test('lists hits of all kinds, marked, and leads to them', async ({page}) => {
    await open(page, '/search?q=优雅关闭');
    const first = page.getByRole('article').first();
    await expect(first.getByRole('link')).toHaveText('Pod 优雅关闭');
    await expect(first.locator('.search-result-match').first()).toHaveText('优雅关闭');
    await expect(page.getByText(/^找到 \d+ 条$/)).toBeVisible();
    await expect(page.getByRole('link', {name: /Algolia/})).toHaveCount(0);
    await page.getByRole('radio', {name: '图中步骤'}).check({force: true});
    await expect(page.getByRole('article').first().getByRole('link')).toHaveAttribute(
      'href',
      /-step-\d+$/,
    );
    await page.getByRole('article').first().getByRole('link').click();
    await expect(page).toHaveURL(/\/docs\/pods\/graceful-shutdown#graceful-shutdown-step-\d+$/);
    await expect.poll(() => getMarked(page)).toContain('关闭');
  });

  test('keeps query and edition of the dialog that led to it', async ({page}) => {
    await openDialog(page, '/docs/2022/redis/eviction');
    await search(page, '淘汰');
    await page.getByRole('link', {name: '查看全部结果'}).click();
    await expect(page).toHaveURL(`/search?q=${encodeURIComponent('淘汰')}`);
    await expect(page.getByRole('radio', {name: '2022 版'})).toBeChecked();
    await expect(page.getByRole('article').first().getByRole('link')).toHaveAttribute(
      'href',
      /^\/docs\/2022\//,
    );
  });

  test('is announced to the browser as the search of the site', async ({page, request}) => {
    await open(page, '/');
    const link = page.locator('link[rel="search"]');
    await expect(link).toHaveAttribute('type', 'application/opensearchdescription+xml');
    const description = await (await request.get((await link.getAttribute('href'))!)).text();
    expect(description).toContain('/search?q={searchTerms}');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`search is accessible, ${colorScheme}`, async ({page}) => {
    await page.emulateMedia({colorScheme});
    await openDialog(page, '/docs/redis/eviction');
    await search(page, '主从复制');
    // DocSearch's hits are options of a listbox and links at once; no setting changes that.
    const violations = await findViolations(page);
    expect(violations.filter((text) => !/^nested-interactive: #docsearch-hits/.test(text))).toEqual(
      [],
    );
    await open(page, '/search?q=主从复制');
    await expect(page.getByRole('article').first()).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
  });
}

test.describe('on a phone', () => {
  test.use({hasTouch: true});

  for (const width of [320, 390]) {
    test(`search fits into ${width} px`, async ({page}) => {
      await page.setViewportSize({width, height: 844});
      await open(page, '/docs/redis/eviction');
      await page.locator('.DocSearch-Button').tap();
      await search(page, '主从复制延迟');
      expect(await getSidewaysScroll(page)).toBeLessThanOrEqual(0);
      await getHits(page).first().tap();
      await expect(page).toHaveURL('/docs/mysql/replication#why-lag');
      await open(page, '/search?q=主从复制');
      await expect(page.getByRole('article').first()).toBeVisible();
      expect(await getSidewaysScroll(page)).toBeLessThanOrEqual(0);
    });
  }
});

test('without JavaScript no search is offered', async ({browser, baseURL}) => {
  const context = await browser.newContext({javaScriptEnabled: false, baseURL: baseURL!});
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.locator('.DocSearch-Button')).toBeHidden();
  await expect(page.getByRole('button', {name: '搜索全站'})).toBeHidden();
  await context.close();
});

test.describe('with nothing loaded before', () => {
  test.use({hasOwnContext: true});

  test('the first result costs at most 40 KB of index and engine', async ({page}) => {
    // The engine is one file, of which nothing is in those that every page loads, and is counted as a whole.
    const scripts = path.resolve('build/assets/js');
    const withEngine = fs
      .readdirSync(scripts)
      .filter((file) => fs.readFileSync(path.join(scripts, file), 'utf8').includes('Bopomofo'));
    expect(withEngine).toEqual([expect.stringMatching(/^search-engine\.\w+\.js$/)]);
    const sizes = new Map<string, Promise<number>>();
    let lastRequest = 0;
    page.on('request', (request) => {
      const {pathname} = new URL(request.url());
      if (pathname.includes('/search-index/') || /\/search-engine\.\w+\.js$/.test(pathname)) {
        lastRequest = Date.now();
        sizes.set(
          pathname,
          request
            .response()
            .then(async (response) => brotliCompressSync(await response!.body()).length),
        );
      }
    });
    await openDialog(page, '/');
    // Pasted: what a reader types letter by letter loads more, but shows more results, too.
    await page.keyboard.insertText('主从复制延迟');
    await expect(getHits(page).first()).toContainText('主从复制延迟');
    // What belongs to the first result comes in several rounds.
    await expect.poll(() => Date.now() - lastRequest).toBeGreaterThan(1000);
    const names = [...sizes.keys()];
    expect(names.some((name) => name.includes('search-engine'))).toBe(true);
    expect(names.some((name) => name.endsWith('docs-default-current.json'))).toBe(true);
    const total = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
    console.log(`First result: ${(total / 1000).toFixed(1)} KB (brotli) in ${sizes.size} files.`);
    expect(total).toBeLessThanOrEqual(40_000);
  });
});
