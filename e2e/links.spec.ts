import fs from 'node:fs';
import {parseLedger} from '../src/plugins/docusaurus-ledger/ledger.ts';
import {expect, open, openStillPage, test} from './site';

const {ledger} = parseLedger(fs.readFileSync('published-addresses.txt', 'utf8'));
const PATHS = [...ledger.keys()];
/** In so many parts, so that no worker is busy with all of them. */
const PARTS = [0, 1];

/** Pages at which readers end up whatever the address: no page answers a path of these itself. */
const isRedirect = (path: string): boolean => /^\/(?:docs\/2026|go\/)/.test(path);

for (const part of PARTS) {
  test(`every address that was ever published lands on its page and its target, part ${part + 1} of ${PARTS.length}`, async ({
    browser,
    baseURL,
    request,
  }) => {
    test.setTimeout(240_000);
    expect(PATHS.length).toBeGreaterThan(40);
    const page = await openStillPage(browser, baseURL!);
    for (const path of PATHS.filter((_, index) => index % PARTS.length === part)) {
      const response = await request.get(path);
      expect(response.status(), path).toBe(200);
      await page.goto(path);
      if (isRedirect(path)) {
        await page.waitForURL((url) => !isRedirect(url.pathname));
      }
      await expect(page.getByRole('heading', {level: 1}).first()).toBeVisible();
      const dead = await page.evaluate(
        (anchors) =>
          anchors.filter((anchor) => {
            window.location.hash = anchor;
            const target = document.querySelector(':target');
            return target?.id !== anchor || !target.checkVisibility();
          }),
        [...ledger.get(path)!.anchors.keys()],
      );
      expect(dead, path).toEqual([]);
    }
    await page.context().close();
  });
}

test.describe('a link to the edition that is current now', () => {
  test('leads to the page without the name, with query and hash', async ({page}) => {
    await page.goto('/docs/2026/networking/cni-plugins?cni.hide=calico#cni-encryption');
    await expect(page).toHaveURL('/docs/networking/cni-plugins?cni.hide=calico#cni-encryption');
    await expect(page.locator('#cni-encryption')).toBeInViewport();
  });

  test('leads there without JavaScript', async ({browser, baseURL}) => {
    const page = await openStillPage(browser, baseURL!);
    await page.goto('/docs/2026/pods/creation');
    await page.waitForURL('/docs/pods/creation');
    await page.goto('/docs/2026');
    await page.waitForURL('/#edition-2026');
    await page.context().close();
  });

  test('leaves no step back to the redirect', async ({page}) => {
    await open(page, '/docs/redis/eviction');
    await page.goto('/docs/2026/pods/creation#flow');
    await expect(page).toHaveURL('/docs/pods/creation#flow');
    await page.goBack();
    await expect(page).toHaveURL('/docs/redis/eviction');
  });
});

test('an id that moved is redirected before the page is seen to scroll, and when the address is edited', async ({
  page,
}) => {
  await page.goto('/#edition-current');
  await expect(page).toHaveURL('/#edition-2026');
  await expect(page.locator('#edition-2026')).toBeInViewport();
  await page.goto('/docs/redis/eviction');
  await open(page, '/');
  await page.evaluate(() => (window.location.hash = 'edition-current'));
  await expect(page).toHaveURL('/#edition-2026');
  await expect(page.locator('#edition-2026')).toBeInViewport();
});

test.describe('short addresses', () => {
  test('lead to the page of the current edition, with the hash', async ({page}) => {
    await page.goto('/go/pod-creation#pod-creation-step-5');
    await expect(page).toHaveURL('/docs/pods/creation#pod-creation-step-5');
  });

  test('are listed on one page', async ({page}) => {
    await open(page, '/go');
    const short = page.getByRole('link', {name: '/go/pod-creation', exact: true});
    await expect(short).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', {name: 'Pod 创建流程'})).toHaveAttribute(
      'href',
      '/docs/pods/creation',
    );
    await short.click();
    await expect(page).toHaveURL('/docs/pods/creation');
  });
});
