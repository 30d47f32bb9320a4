import type {Page} from '@playwright/test';
import {expect, open, test} from './site';

const ADDRESS = '/docs/redis/eviction';

/** Long enough for a page to be loaded again if it is going to be, in milliseconds. */
const SETTLING_TIME = 1500;

/** The scripts of the site that a page has loaded so far. */
const listLoaded = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({name}) => name)
      .filter((name) => name.includes('/assets/js/')),
  );

/** Counts how often a page is loaded from now on. */
function countLoads(page: Page): {count: number} {
  const loads = {count: 0};
  page.on('load', () => loads.count++);
  return loads;
}

/** Adds a script to a page that the server does not have, as code does that is loaded on demand; waits until it has failed. */
const addMissing = (page: Page, name: string): Promise<void> =>
  page.evaluate(
    (src) =>
      new Promise<void>((resolve) => {
        const script = document.createElement('script');
        script.onerror = () => resolve();
        document.head.append(Object.assign(script, {src}));
      }),
    `/assets/js/${name}.00000000.js`,
  );

const openSearch = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('searchbox', {name: '搜索'})).toBeFocused();
};

test.describe('a tab that is older than the site', () => {
  test.afterEach(({problems}) => {
    // The browser, and what had asked for the script, say that it did not come.
    const others = problems.filter(
      (problem) => !/Failed to load resource|Loading (CSS )?chunk|ChunkLoadError/.test(problem),
    );
    problems.splice(0, problems.length, ...others);
  });

  test('is loaded again when a script is gone, once, and works as soon as the site is whole', async ({
    page,
  }) => {
    await open(page, ADDRESS);
    const loaded = new Set(await listLoaded(page));
    expect(loaded.size).toBeGreaterThan(1);
    const loads = countLoads(page);
    await page.route('**/assets/js/*', (route) =>
      loaded.has(route.request().url()) ? route.continue() : route.fulfill({status: 404, body: ''}),
    );
    await page.keyboard.press('Control+k');
    await expect.poll(() => loads.count).toBe(1);
    await page.evaluate(() => window.dispatchEvent(new Event('pointermove')));
    await page.locator('html[data-has-hydrated="true"]').waitFor();
    await page.keyboard.press('Control+k');
    await page.waitForTimeout(SETTLING_TIME);
    expect(loads.count).toBe(1);
    await page.unroute('**/assets/js/*');
    await open(page, ADDRESS);
    await openSearch(page);
  });

  test('stays while the server has the script but does not send it', async ({page}) => {
    await open(page, ADDRESS);
    const loads = countLoads(page);
    await page.route('**/assets/js/slow.00000000.js', (route) =>
      route.request().method() === 'HEAD' ? route.fulfill({status: 200}) : route.abort(),
    );
    await addMissing(page, 'slow');
    await page.waitForTimeout(SETTLING_TIME);
    expect(loads.count).toBe(0);
  });

  test('stays while something is typed in a field, and is loaded again after that', async ({
    page,
  }) => {
    await open(page, ADDRESS);
    await openSearch(page);
    await page.keyboard.type('noeviction');
    const loads = countLoads(page);
    await addMissing(page, 'first');
    await page.waitForTimeout(SETTLING_TIME);
    expect(loads.count).toBe(0);
    await expect(page.getByRole('searchbox', {name: '搜索'})).toHaveValue('noeviction');
    await page.getByRole('searchbox', {name: '搜索'}).fill('');
    await addMissing(page, 'second');
    await expect.poll(() => loads.count).toBe(1);
  });
});
