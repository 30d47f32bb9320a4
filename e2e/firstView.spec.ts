import fs from 'node:fs';
import path from 'node:path';
import type {Page} from '@playwright/test';
import {expect, open, PAGE_TYPES, readBuiltPages, test, wake} from './site';

const TEXT_PAGE = PAGE_TYPES['page with tables and code'];
const DIAGRAM_PAGE = PAGE_TYPES['page with a diagram'];

const isScript = (url: string): boolean => new URL(url).pathname.endsWith('.js');
const hydrated = (page: Page) => page.locator('html[data-has-hydrated="true"]');
const isAwake = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.dataset.awake !== undefined);

/** Makes the network slow enough that a reader acts before the scripts are there, in milliseconds for each. */
async function delayScripts(page: Page, delay = 700): Promise<void> {
  await page.route('**/assets/js/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, delay));
    await route.continue().catch(() => undefined); // the page was left meanwhile
  });
}

test('stylesheets mean in the built site what their sources say', async ({page}) => {
  await page.goto(TEXT_PAGE);
  // Values of custom properties that the build has put in their place, behind each other and among others.
  await expect(page.locator('html')).toHaveCSS('line-height', '28px');
  await expect(page.locator('html')).toHaveCSS('font-family', /^system-ui, .*sans-serif$/);
  await expect(page.locator('h1')).toHaveCSS('font-weight', '700');
  await expect(page.locator('.navbar')).toHaveCSS('padding', '8px 16px');
  for (const [colorScheme, color] of [
    ['light', 'rgb(27, 86, 196)'],
    ['dark', 'rgb(143, 184, 255)'],
  ] as const) {
    await page.emulateMedia({colorScheme});
    await page.reload();
    await expect(page.locator('.markdown p a').first()).toHaveCSS('color', color);
  }
});

test.describe('a page that is only read', () => {
  for (const address of ['/', TEXT_PAGE, DIAGRAM_PAGE, PAGE_TYPES['index of a section']]) {
    test(`loads no script: ${address}`, async ({page}) => {
      const urls: string[] = [];
      page.on('request', (request) => urls.push(request.url()));
      await page.goto(address, {waitUntil: 'networkidle'});
      await page.evaluate(() => window.scrollTo(0, 1000));
      await page.waitForTimeout(500);
      expect(urls.filter(isScript)).toEqual([]);
      // The document and its stylesheets.
      expect(urls.length).toBeLessThanOrEqual(4);
      expect(await isAwake(page)).toBe(false);
    });
  }

  test('has its links, its folds and its colours without any', async ({page}) => {
    await page.route('**/assets/js/*.js', (route) => route.abort());
    await page.emulateMedia({colorScheme: 'dark'});
    await page.goto(TEXT_PAGE);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('article details summary')?.click(),
    );
    await page.evaluate(() =>
      document.querySelector<HTMLAnchorElement>('.table-of-contents a')!.click(),
    );
    expect(await page.evaluate(() => location.hash)).not.toBe('');
    await page.evaluate(() =>
      document.querySelector<HTMLAnchorElement>('.pagination-nav__link--next')!.click(),
    );
    await expect(page).not.toHaveURL(new RegExp(`${TEXT_PAGE}(#|$)`));
  });

  test('is a page whose scripts are all in the waker: no page of the build starts them itself', () => {
    const pages = [...readBuiltPages()];
    expect(pages.length).toBeGreaterThan(50);
    const starting = pages.filter(([, html]) => /<script[^>]* defer/.test(html));
    // Their content is made by scripts.
    expect(starting.map(([address]) => address)).toEqual(['/search']);
  });
});

test.describe('what woke the page is carried out', () => {
  test.beforeEach(({page}) => delayScripts(page));

  test('a click opens the search, and what is typed meanwhile is the query', async ({page}) => {
    await page.goto(TEXT_PAGE);
    await page.locator('.DocSearch-Button').click();
    await page.keyboard.type('redisx');
    await page.keyboard.press('Backspace');
    await expect(page.locator('.DocSearch-Input')).toHaveValue('redis');
    await expect(page.locator('.DocSearch-Input')).toBeFocused();
    await expect(page.locator('.DocSearch-Hit').first()).toBeVisible();
  });

  for (const key of ['Control+k', '/']) {
    test(`the key ${key} opens the search`, async ({page}) => {
      await page.goto(TEXT_PAGE);
      await page.keyboard.press(key);
      await page.keyboard.type('cc');
      await expect(page.locator('.DocSearch-Input')).toHaveValue('cc');
    });
  }

  for (const how of ['Control+k', 'click']) {
    test(`Enter opens the hit of what was typed meanwhile, by ${how}`, async ({page}) => {
      await page.goto(TEXT_PAGE);
      if (how === 'click') {
        await page.locator('.DocSearch-Button').click();
      } else {
        await page.keyboard.press(how);
      }
      await page.keyboard.type('ndots');
      await page.keyboard.press('Enter');
      expect(await hydrated(page).count()).toBe(0);
      await expect(page).toHaveURL('/docs/network/dns-resolution#ndots');
    });
  }

  test('the wide search field of the home page does so, too', async ({page}) => {
    await page.goto('/');
    await page.getByRole('button', {name: /^搜索全站/}).click();
    await page.keyboard.type('pod');
    await expect(page.locator('.DocSearch-Input')).toHaveValue('pod');
  });

  test('a click switches the colours', async ({page}) => {
    await page.emulateMedia({colorScheme: 'dark'});
    await page.goto(TEXT_PAGE);
    await page.getByRole('button', {name: /切换浅色\/暗黑模式/}).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme-choice', 'light');
  });

  test('a button copies', async ({page, context}) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(TEXT_PAGE);
    await page.getByRole('button', {name: '复制链接'}).first().click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain(TEXT_PAGE);
  });

  test('the link of a heading copies, and the address has its id', async ({page, context}) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(TEXT_PAGE);
    const heading = page.locator('article h2').first();
    await heading.hover();
    await heading.locator('.hash-link').click();
    const id = await heading.getAttribute('id');
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain(`#${id}`);
    expect(await page.evaluate(() => location.hash)).toBe(`#${id}`);
  });

  test('a key copies', async ({page, context}) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(TEXT_PAGE);
    await page.keyboard.press('c');
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain(TEXT_PAGE);
  });

  test('the buttons of a diagram lead through it, as often as they were pressed', async ({
    page,
  }) => {
    await page.goto(DIAGRAM_PAGE);
    const next = page.getByRole('button', {name: '下一步'}).first();
    await next.click();
    await next.click();
    await expect(page).toHaveURL(/-step-2$/);
  });

  test('a message of a diagram, clicked, is lit', async ({page}) => {
    await page.goto(DIAGRAM_PAGE);
    await page.locator('.message[data-step="1"] text').first().click();
    await expect(page).toHaveURL(/-step-1$/);
  });

  test('a table is sorted', async ({page}) => {
    await page.goto('/docs/basics/baselines');
    const head = page.locator('table[role="table"] thead').first();
    await head.locator('[aria-sort]').first().click();
    await expect(head.locator('[aria-sort="ascending"]')).toHaveCount(1);
  });

  test('text typed into the filter of a table filters', async ({page}) => {
    await page.goto('/docs/redis/persistence');
    const filter = page.getByPlaceholder('筛选行').first();
    await filter.click();
    await page.keyboard.type('fsync');
    await hydrated(page).waitFor();
    await expect(filter).toHaveValue('fsync');
    await expect(page).toHaveURL(/fsync/);
  });

  test('the menu of links stays open, and has its choices as soon as they can be made', async ({
    page,
  }) => {
    await page.goto(TEXT_PAGE);
    const summary = page.locator('summary[aria-label="链接的版本和格式"]');
    await summary.click();
    const menu = summary.locator('xpath=..');
    await expect(menu).toHaveAttribute('open');
    const radio = menu.getByRole('radio', {name: 'Markdown 链接'});
    expect(await radio.count()).toBe(0);
    await radio.click();
    await expect(radio).toBeChecked();
    await expect(menu).toContainText('](http');
  });

  test('Tab wakes the page, and Enter on a button presses it', async ({page}) => {
    await page.goto(TEXT_PAGE);
    await page.locator('.DocSearch-Button').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.DocSearch-Input')).toBeFocused();
  });

  test('a link leads on while the scripts are on their way', async ({page}) => {
    await page.goto(TEXT_PAGE);
    await page.locator('.pagination-nav__link--next').click();
    await expect(page).not.toHaveURL(TEXT_PAGE);
    await expect(page.locator('h1')).toBeVisible();
  });
});

test.describe('by touch', () => {
  test.use({viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true});
  test.beforeEach(({page}) => delayScripts(page));

  test('a tap opens the menu', async ({page}) => {
    await page.goto(TEXT_PAGE);
    await page.locator('.navbar__toggle').tap();
    await expect(page.locator('.navbar-sidebar--show')).toBeVisible();
    await expect(page.locator('.navbar-sidebar')).toBeInViewport();
  });

  test('a tap opens the search', async ({page}) => {
    await page.goto(TEXT_PAGE);
    await page.locator('.DocSearch-Button').tap();
    await expect(page.locator('.DocSearch-Input')).toBeFocused();
  });
});

test.describe('an address that needs scripts wakes the page', () => {
  for (const [what, address] of Object.entries({
    'a view of a table': `${TEXT_PAGE}?redis-eviction.sort=policy`,
    'a step of a diagram': `${DIAGRAM_PAGE}#graceful-shutdown-step-3`,
    'an id that the page does not have': `${TEXT_PAGE}#gone`,
    'the search': '/search?q=pod',
  })) {
    test(what, async ({page}) => {
      await page.goto(address);
      await hydrated(page).waitFor();
    });
  }

  test('an id of a heading does not', async ({page}) => {
    await page.goto(`${TEXT_PAGE}#pitfalls`);
    await page.waitForTimeout(1000);
    expect(await isAwake(page)).toBe(false);
    await expect(page.locator('#pitfalls')).toBeInViewport();
  });
});

test('the stylesheet of diagrams comes in two parts to a page that has one, and whole to a reader who goes there', async ({
  page,
}) => {
  const loaded: string[] = [];
  page.on('request', (request) => {
    const [, name] = /\/assets\/css\/([\w-]*diagram)\.[^/]*$/.exec(request.url()) ?? [];
    loaded.push(...(name ? [name] : []));
  });
  await page.goto(DIAGRAM_PAGE);
  expect(loaded).toEqual(['first-diagram']);
  await wake(page);
  await page.waitForLoadState('networkidle');
  expect(loaded).toEqual(['first-diagram', 'rest-diagram']);
  loaded.length = 0;
  await open(page, PAGE_TYPES['index of a section']);
  await page.locator('article a[href$="/networking/kube-proxy"]').first().click();
  await expect(page.locator('figure svg').first()).toBeVisible();
  expect(loaded).toEqual(['diagram']);
});

test.describe('the search', () => {
  test.use({hasTouch: true});

  /** Keeps the app from coming; the search must do without. */
  async function withoutApp(page: Page): Promise<string[]> {
    const asked: string[] = [];
    await page.route('**/assets/js/main.*.js', async (route) => {
      asked.push(route.request().url());
      await new Promise((resolve) => setTimeout(resolve, 30_000));
      await route.abort().catch(() => undefined); // the test is over
    });
    return asked;
  }

  test('opens, answers and leads to the passage without the app', async ({page}) => {
    const asked = await withoutApp(page);
    await page.goto(TEXT_PAGE);
    await page.keyboard.press('Control+k');
    await expect(page.locator('.DocSearch-Input')).toBeFocused();
    await page.keyboard.type('ndots', {delay: 20});
    await expect(page.locator('.DocSearch-Hit').first()).toBeVisible();
    expect(asked).toEqual([]);
    await page.unroute('**/assets/js/main.*.js');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/docs/network/dns-resolution#ndots');
    // This page is awake, since the passage is to be marked.
    await expect
      .poll(() => page.evaluate(() => CSS.highlights.get('search-passage')?.size ?? 0))
      .toBeGreaterThan(0);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  test('leads to a place on the same page, and there wakes it', async ({page}) => {
    await page.goto('/docs/mysql/replication');
    await page.keyboard.press('/');
    await expect(page.locator('.DocSearch-Input')).toBeFocused();
    await page.keyboard.insertText('主从复制延迟');
    await page.locator('.DocSearch-Hit a[href$="#why-lag"]').first().click();
    await expect(page).toHaveURL('/docs/mysql/replication#why-lag');
    await expect(page.locator('#why-lag')).toBeInViewport();
    await expect(page.locator('.DocSearch-Container')).toHaveCount(0);
    await expect
      .poll(() => page.evaluate(() => CSS.highlights.get('search-passage')?.size ?? 0))
      .toBeGreaterThan(0);
  });

  test('closes by its keys, opens again, and leaves the page to the app', async ({page}) => {
    await page.goto(DIAGRAM_PAGE);
    for (const key of ['Escape', 'Control+k']) {
      await page.keyboard.press('Control+k');
      await expect(page.locator('.DocSearch-Input')).toBeFocused();
      if (key === 'Escape') {
        expect(await isAwake(page)).toBe(false);
      }
      await page.keyboard.press(key);
      await expect(page.locator('.DocSearch-Container')).toHaveCount(0);
      await expect(page.locator('.DocSearch-Button')).toBeFocused();
    }
    await hydrated(page).waitFor();
  });

  test('is that of the edition of the page, and leads to all results', async ({page}) => {
    await withoutApp(page);
    await page.goto('/docs/2022/mysql/replication');
    await page.locator('.DocSearch-Button').tap();
    await expect(page.locator('.DocSearch-Input')).toBeFocused();
    await page.keyboard.insertText('主从复制');
    await expect(page.getByRole('radio', {name: '2022 版'})).toBeChecked();
    await expect(page.locator('.DocSearch-Hit a').first()).toHaveAttribute(
      'href',
      /^\/docs\/2022\/mysql\/replication/,
    );
    await page.unroute('**/assets/js/main.*.js');
    await page.getByRole('link', {name: /查看全部/}).click();
    await expect(page).toHaveURL(`/search?q=${encodeURIComponent('主从复制')}`);
    await expect(page.getByRole('article').first()).toBeVisible();
  });

  test('that cannot be had leaves the page to the app', async ({page, problems}) => {
    await page.route('**/assets/js/search-entry.*.js', (route) => route.abort());
    await page.goto(TEXT_PAGE);
    await page.keyboard.press('Control+k');
    await hydrated(page).waitFor();
    // By the app, then.
    await expect(page.locator('.DocSearch-Input')).toBeFocused();
    problems.splice(0);
  });
});

test('what the page is about to need is fetched along with the app, and all of it is used', async ({
  page,
}) => {
  // The browser warns of what was fetched in vain, and `problems` would have it.
  const scripts: string[] = [];
  page.on('request', (request) => isScript(request.url()) && scripts.push(request.url()));
  // Not by the mouse: a link under it would have its page fetched, too.
  await open(page, DIAGRAM_PAGE);
  const preloaded = await page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLLinkElement>('link[rel=preload]'), ({href}) => href),
  );
  const late = scripts.filter(
    (url) => !preloaded.includes(url) && !/(main|runtime|shared)/.test(url),
  );
  expect(preloaded.length).toBeGreaterThan(3);
  expect(late).toEqual([]);
  await page.waitForTimeout(6000);
});

test('scripts that every page loads list no other page but by its address', () => {
  const pages = [...readBuiltPages()].flatMap(([address, html]) => {
    const [, scripts] = / data-scripts="([^"]+)"/.exec(html) ?? [];
    const [, name, hash] = / data-chunks="[^"]*\/(page_[\w-]+)\.(\w+)\.js"/.exec(html) ?? [];
    return scripts && name ? [{address, scripts, name, hash}] : [];
  });
  expect(pages.length).toBeGreaterThan(80);
  expect(new Set(pages.map(({hash}) => hash)).size).toBe(1);
  expect(new Set(pages.map(({scripts}) => scripts)).size).toBe(1);
  const code = pages[0]!.scripts
    .split(' ')
    .map((file) => fs.readFileSync(path.join('build', file), 'utf8'))
    .join('\n');
  for (const {address, name, hash} of pages) {
    expect(name, address).toBe(`page_${address.slice(1).replaceAll('/', '_')}`);
    expect(code.includes(name), name).toBe(false);
    expect(code.split(hash!)).toHaveLength(2);
    expect(fs.existsSync(`build/assets/js/${name}.${hash}.js`), address).toBe(true);
  }
});
