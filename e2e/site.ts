import fs from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import {
  expect,
  test as base,
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  type Response,
} from '@playwright/test';

/** One page of every type, by what it is. */
export const PAGE_TYPES = {
  home: '/',
  'page with a diagram': '/docs/pods/graceful-shutdown',
  'page with tables and code': '/docs/redis/eviction',
  'page with a flow chart': '/docs/networking/kube-proxy',
  'page of the older edition': '/docs/2022/mysql/replication',
  'index of a section': '/docs/networking',
  'page that does not exist': '/docs/pods/gracefull-shutdown',
} as const;

type Fixtures = {
  /** Problems of the page under test: console errors, exceptions, requests to another host. Every test fails if there is one. */
  problems: string[];
  /** Whether a test changes what outlives its page and cannot be taken back, such as the clock. */
  hasOwnContext: boolean;
};

/** A page that tests use one after the other, in a context of its own. */
type Shared = {readonly context: BrowserContext; page: Page};

type WorkerFixtures = {
  /** The pages of a worker, by the options of their contexts. */
  pages: Map<string, Shared>;
};

async function openShared(browser: Browser, options: BrowserContextOptions): Promise<Shared> {
  const context = await browser.newContext(options);
  return {context, page: await context.newPage()};
}

/** Forgets what a test has left behind, apart from the files that the browser has loaded. */
async function clean(
  {context, page}: Shared,
  {permissions = [], viewport, colorScheme = null, reducedMotion = null}: BrowserContextOptions,
): Promise<void> {
  await Promise.all(context.pages().map((other) => (other === page ? undefined : other.close())));
  await page.removeAllListeners(undefined, {behavior: 'ignoreErrors'});
  await page.unrouteAll({behavior: 'ignoreErrors'});
  await context.unrouteAll({behavior: 'ignoreErrors'});
  await context.clearCookies();
  await context.clearPermissions();
  await context.grantPermissions(permissions);
  await page
    .evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    })
    .catch(() => undefined); // a page without an origin has no storage
  await page.goto('about:blank');
  await page.emulateMedia({media: null, colorScheme, reducedMotion});
  if (viewport) {
    await page.setViewportSize(viewport);
  }
}

/**
 * Playwright's test, with the promise that no page complains or asks another host for anything. Tests with the same options share a
 * page, cleaned between them: a new one takes longer than loading an address, also since it has compiled none of the site's scripts.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  hasOwnContext: [false, {option: true}],
  pages: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the parameters
    async ({}, use) => {
      const pages = new Map<string, Shared>();
      await use(pages);
      await Promise.all([...pages.values()].map(({context}) => context.close()));
    },
    {scope: 'worker'},
  ],
  context: async (
    {
      browser,
      pages,
      hasOwnContext,
      baseURL,
      colorScheme,
      contextOptions,
      deviceScaleFactor,
      hasTouch,
      isMobile,
      locale,
      permissions,
      userAgent,
      viewport,
    },
    use,
  ) => {
    const options: BrowserContextOptions = {
      ...contextOptions,
      ...(baseURL && {baseURL}),
      ...(colorScheme && {colorScheme}),
      ...(deviceScaleFactor && {deviceScaleFactor}),
      ...(locale && {locale}),
      ...(permissions && {permissions}),
      ...(userAgent && {userAgent}),
      hasTouch,
      isMobile,
      viewport,
    };
    if (hasOwnContext) {
      const context = await browser.newContext(options);
      await use(context);
      await context.close();
      return;
    }
    const key = JSON.stringify(options);
    const shared = pages.get(key) ?? (await openShared(browser, options));
    if (shared.page.isClosed()) {
      shared.page = await shared.context.newPage();
    }
    pages.set(key, shared);
    await use(shared.context);
    await clean(shared, options);
  },
  page: async ({context, pages}, use) => {
    const shared = [...pages.values()].find((entry) => entry.context === context);
    await use(shared?.page ?? (await context.newPage()));
  },
  problems: [
    async ({page, baseURL}, use) => {
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') {
          problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
        }
      });
      page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
      page.on('request', (request) => {
        const {protocol, origin} = new URL(request.url());
        if (protocol.startsWith('http') && origin !== new URL(baseURL!).origin) {
          problems.push(`request to another host: ${request.url()}`);
        }
      });
      await use(problems);
      expect(problems).toEqual([]);
    },
    {auto: true},
  ],
});

export {expect};

/** Does what a reader does who wants more than reading, and waits until the page answers. */
export async function wake(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('pointermove')));
  await page.locator('html[data-has-hydrated="true"]').waitFor();
}

/** Opens an address, and waits until the page answers to the reader. */
export async function open(page: Page, address: string): Promise<Response | null> {
  const response = await page.goto(address);
  await wake(page);
  return response;
}

/**
 * Goes to the next page by its link, and waits until it is shown: the address, and what Docusaurus derives from it, change at once, the
 * page when its chunks are there.
 * @returns address of the page
 */
export async function goToNextPage(page: Page): Promise<string> {
  const link = page
    .getByRole('navigation', {name: '上一页和下一页'})
    .getByRole('link', {name: /下一页/});
  const address = (await link.getAttribute('href'))!;
  const title = (await link.locator('.pagination-nav__label').textContent())!;
  await link.click();
  await expect(page.getByRole('heading', {level: 1})).toHaveText(title);
  await expect(page).toHaveURL(address);
  return address;
}

/**
 * A page of a browser in which no script of the site runs. It opens addresses several times faster, so that what does not depend
 * on scripts can be looked at on every page there is.
 */
export async function openStillPage(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({javaScriptEnabled: false, baseURL});
  return context.newPage();
}

/** Where the sources of each edition lie, by the beginning of its addresses. */
const SOURCES = {'/docs': 'docs', '/docs/2022': 'versioned_docs/version-2022'} as const;

/**
 * What the sources of all pages of both editions name, by the address of the page; pages that name nothing are left out.
 * @param pattern global; its first group is the name
 */
export function readNames(pattern: RegExp): Record<string, string[]> {
  const names: Record<string, string[]> = {};
  for (const [edition, folder] of Object.entries(SOURCES)) {
    const dir = path.resolve(folder);
    for (const file of fs.readdirSync(dir, {recursive: true, encoding: 'utf8'}).sort()) {
      if (/^[^_].*\/[^_/]*\.mdx$/.test(file)) {
        const text = fs.readFileSync(path.join(dir, file), 'utf8');
        const found = Array.from(text.matchAll(pattern), ([, name]) => name!);
        if (found.length > 0) {
          names[`${edition}/${file.replace(/\.mdx$/, '')}`] = found;
        }
      }
    }
  }
  return names;
}

/** The HTML of every page of the built site, by its address; pages that only redirect are left out. */
export function* readBuiltPages(): Generator<readonly [address: string, html: string]> {
  const dir = path.resolve('build');
  for (const file of fs.readdirSync(dir, {recursive: true, encoding: 'utf8'}).sort()) {
    if (file.endsWith('.html') && file !== '404.html') {
      const address = `/${file.replace(/(^|\/)?(index)?\.html$/, '')}`;
      const html = fs.readFileSync(path.join(dir, file), 'utf8');
      if (html.includes('__docusaurus')) {
        yield [address, html];
      }
    }
  }
}

/**
 * What axe finds wrong with the page under WCAG 2.2 AA: rule and place. In the dark mode only colours are looked at: all else is as
 * in the light one, where it is tested.
 */
export async function findViolations(page: Page): Promise<string[]> {
  const isDark = (await page.locator('html').getAttribute('data-theme')) === 'dark';
  // Only what differs with frames of other hosts is left out by the legacy mode; there are none. Without it, a second page is
  // opened for the report, which takes three times as long as all rules.
  const axe = new AxeBuilder({page}).options({resultTypes: ['violations']}).setLegacyMode();
  const {violations} = await (
    isDark
      ? axe.withRules(['color-contrast', 'link-in-text-block'])
      : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  ).analyze();
  return violations.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** By how many pixels the page is wider than the window. */
export async function getSidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Addresses of all published pages, without the origin; that of the home page may be empty. */
export async function readPublishedAddresses(request: APIRequestContext): Promise<string[]> {
  const sitemap = await (await request.get('/sitemap.xml')).text();
  return [...sitemap.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map(
    ([, address]) => address!,
  );
}
