import type {Page} from '@playwright/test';
import {expect, open, test, wake} from './site';

/** Brings a heading to where a reader is who reads below it. The page above may still grow when it is first seen. */
async function scrollTo(page: Page, selector: string): Promise<void> {
  const heading = page.locator(selector);
  await expect
    .poll(() =>
      heading.evaluate(async (element) => {
        element.scrollIntoView({behavior: 'instant'});
        window.scrollBy({top: -150, behavior: 'instant'});
        const {top} = element.getBoundingClientRect();
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return Math.abs(top - element.getBoundingClientRect().top);
      }),
    )
    .toBe(0);
}

/** By keyboard: a click at a menu that is still unfolding is tried again by Playwright, which scrolls the page for it. */
async function switchTo2022(page: Page): Promise<void> {
  await page.getByRole('button', {name: '2026 版（Kubernetes 1.37）'}).hover();
  await page.getByRole('link', {name: '2022 版（Kubernetes 1.23）'}).focus();
  await page.keyboard.press('Enter');
}

test.describe('editions', () => {
  test('the switch keeps the page', async ({page}) => {
    await open(page, '/docs/mysql/replication');
    await expect(page.getByText('本页于').first()).toContainText('MySQL 9.7');
    await switchTo2022(page);
    await expect(page).toHaveURL('/docs/2022/mysql/replication');
    await expect(page.getByText('本页于').first()).toContainText('MySQL 8.0');
  });

  test('the switch works by keyboard', async ({page}) => {
    await open(page, '/docs/redis/eviction');
    await page.getByRole('button', {name: '2026 版（Kubernetes 1.37）'}).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', {name: '2022 版（Kubernetes 1.23）'}).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/docs/2022/redis/eviction');
  });

  test('the switch keeps the section where the reader is, in either direction', async ({page}) => {
    await open(page, '/docs/redis/eviction');
    const menu = page.getByRole('button', {name: '2026 版（Kubernetes 1.37）'});
    const link = page.getByRole('link', {name: '2022 版（Kubernetes 1.23）'});
    // What comes late on a slow machine moves the page below the reader, who then scrolls again.
    await expect(async () => {
      await scrollTo(page, '#pitfalls');
      await menu.hover();
      await link.hover();
      await expect(link).toHaveAttribute('href', /\/docs\/2022\/redis\/eviction#pitfalls$/, {
        timeout: 1000,
      });
    }).toPass({timeout: 40_000});
    await link.click();
    await expect(page).toHaveURL('/docs/2022/redis/eviction#pitfalls');
    await expect(page.locator('#pitfalls')).toBeInViewport();
    await page.evaluate(() => window.scrollTo({top: 0, behavior: 'instant'}));
    await page.getByRole('link', {name: '看这一页的 2026 版（Kubernetes 1.37）'}).click();
    await expect(page).toHaveURL('/docs/redis/eviction');
  });

  test('the switch keeps a row or a step that the address names, while it is seen', async ({
    page,
  }) => {
    await open(page, '/docs/pods/creation#pod-creation-step-5');
    await expect(page.locator('li[aria-current="step"]')).toHaveId('pod-creation-step-5');
    await expect(page.locator('#pod-creation-message-5')).toBeInViewport();
    await switchTo2022(page);
    await expect(page).toHaveURL('/docs/2022/pods/creation#pod-creation-step-5');
  });

  test('what the other edition lacks is said, and the nearest place above it is shown', async ({
    page,
  }) => {
    await open(page, '/docs/pods/graceful-shutdown#sidecars');
    await expect(page.locator('#sidecars')).toBeInViewport();
    await switchTo2022(page);
    await expect(
      page.getByText(
        '2022 版（Kubernetes 1.23）的这一页没有「边车最后退」，这里是最接近的上一级。',
      ),
    ).toBeVisible();
    await expect(page).toHaveURL('/docs/2022/pods/graceful-shutdown');
    // It is said once.
    await page.reload();
    await wake(page);
    await expect(page.getByText('这里是最接近的上一级')).toHaveCount(0);
  });

  test('search engines are shown the current page', async ({request}) => {
    const getCanonical = async (path: string): Promise<string[]> =>
      Array.from(
        (await (await request.get(path)).text()).matchAll(/<link[^>]*rel="?canonical"?[^>]*>/g),
        ([link]) => /href="?([^"\s>]+)/.exec(link)![1]!,
      );
    const [canonical, ...others] = await getCanonical('/docs/2022/redis/eviction');
    expect(new URL(canonical!).pathname).toBe('/docs/redis/eviction');
    expect(others).toEqual([]);
    expect(await getCanonical('/docs/redis/eviction')).toEqual([canonical]);
    const sitemap = await (await request.get('/sitemap.xml')).text();
    expect(sitemap.lastIndexOf('/docs/redis/')).toBeLessThan(sitemap.indexOf('/docs/2022/'));
    expect(sitemap).toMatch(/\/docs\/redis\/eviction<\/loc><lastmod>\d{4}-\d\d-\d\dT/);
  });

  test('an older edition says older, not wrong, and names the same page of the current one', async ({
    page,
  }) => {
    await open(page, '/docs/2022/networking/kube-proxy');
    const banner = page.getByRole('complementary', {name: '关于这个版本'});
    await expect(banner).toContainText('这是 2022 版（Kubernetes 1.23）');
    await expect(banner).toContainText('适用于仍在运行那些版本的集群');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await banner.getByRole('link', {name: '看这一页的 2026 版（Kubernetes 1.37）'}).click();
    await expect(page).toHaveURL('/docs/networking/kube-proxy');
    await expect(page.getByRole('complementary', {name: '关于这个版本'})).toHaveCount(0);
  });

  test('every page of one edition is in the other, with its baseline page', async ({request}) => {
    const sitemap = await (await request.get('/sitemap.xml')).text();
    const paths = [...sitemap.matchAll(/<loc>[^<]*?(\/docs\/[^<]*)<\/loc>/g)].map(
      ([, path]) => path!,
    );
    const older = paths.filter((path) => path.startsWith('/docs/2022/'));
    const current = paths.filter((path) => !/^\/docs\/(2022\/|changes-since-)/.test(path));
    expect(older.map((path) => path.replace('/docs/2022/', '/docs/')).sort()).toEqual(
      current.sort(),
    );
    expect(current).toContain('/docs/basics/baselines');
    expect(current.length).toBeGreaterThanOrEqual(16);
  });

  test('the addresses of an edition without a page lead to the home page', async ({page}) => {
    await page.goto('/docs');
    await expect(page).toHaveURL('/');
    await page.goto('/docs/2022');
    await expect(page).toHaveURL('/#edition-2022');
  });
});
