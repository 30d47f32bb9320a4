import type {Page} from '@playwright/test';
import {hasNginx} from '../src/hosting/runNginx.ts';
import {expect, open, test} from './site';

/** What the policy has kept the page from doing, as the browser reports it to the page. */
const listViolations = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as {violations: string[]}).violations);

test.describe('the site as nginx serves it', () => {
  // Every page of a test counts violations from its beginning.
  test.use({hasOwnContext: true});
  test.skip(!hasNginx(), 'nginx is not installed');

  test.beforeEach(async ({page}) => {
    await page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(window, {violations});
      document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) =>
        violations.push(`${effectiveDirective} ${blockedURI}`),
      );
    });
  });

  // What the policy blocks is an error on the console, too, with which every test fails.
  test('runs all of its scripts under the policy: search', async ({page}) => {
    const response = await page.goto('/docs/redis/eviction');
    expect(response!.headers()['content-security-policy']).toMatch(/script-src 'self' 'sha256-/);
    await open(page, '/docs/redis/eviction');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('searchbox', {name: '搜索'})).toBeFocused();
    await page.keyboard.type('ndots', {delay: 20});
    await page.locator('.DocSearch-Hit a[href$="#ndots"]').first().click();
    await expect(page).toHaveURL('/docs/network/dns-resolution#ndots');
    expect(await listViolations(page)).toEqual([]);
  });

  test('runs all of its scripts under the policy: table', async ({page}) => {
    await open(page, '/docs/networking/cni-plugins');
    const group = page.getByRole('group', {name: /的工具$/}).first();
    await group.getByRole('button').first().click();
    await group.locator('summary').first().click();
    await page.keyboard.press('Escape');
    expect(await listViolations(page)).toEqual([]);
  });

  test('runs all of its scripts under the policy: diagram', async ({page}) => {
    await open(page, '/docs/pods/creation');
    await page.getByRole('button', {name: '下一步'}).first().click();
    await expect(page.locator('[aria-current="step"]').first()).toBeAttached();
    expect(await listViolations(page)).toEqual([]);
  });

  test('runs all of its scripts under the policy: home, colours, an address that has moved', async ({
    page,
  }) => {
    await open(page, '/docs/2026?a=1');
    await expect(page).toHaveURL('/?a=1#edition-2026');
    await page
      .getByRole('button', {name: /切换浅色|切换深色|浅色|深色/})
      .first()
      .click();
    expect(await listViolations(page)).toEqual([]);
  });

  test('runs nothing that the build did not write', async ({page, problems}) => {
    await open(page, '/');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
      document.body.setAttribute('onclick', 'window.injected = true');
    });
    await page.locator('body').click({position: {x: 2, y: 2}});
    expect(await page.evaluate(() => 'injected' in window)).toBe(false);
    expect(await listViolations(page)).toEqual([
      expect.stringContaining('script-src'),
      expect.stringContaining('script-src'),
    ]);
    // They stand on the console as well.
    expect(problems.splice(0).length).toBeGreaterThanOrEqual(2);
  });

  test('is a page of the site, too, where there is none', async ({page, problems}) => {
    const response = await page.goto('/docs/nothing');
    expect(response!.status()).toBe(404);
    await open(page, '/docs/nothing');
    await expect(page.getByRole('heading', {level: 1})).toBeVisible();
    expect(await listViolations(page)).toEqual([]);
    expect(problems.splice(0).filter((problem) => !problem.includes('404'))).toEqual([]);
  });
});
