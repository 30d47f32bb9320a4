import fs from 'node:fs';
import {parseLedger} from '../src/plugins/docusaurus-ledger/ledger.ts';
import type {Page} from '@playwright/test';
import {expect, open, openStillPage, readPublishedAddresses, test} from './site';

const {ledger} = parseLedger(fs.readFileSync('published-addresses.txt', 'utf8'));

/** Whether an address only leads on to another: the current edition under its name, and short addresses. */
const isRedirect = (path: string): boolean => /^\/(?:docs\/2026|go\/)/.test(path);

/** What of a page was ever published and is not there: no element has the id, or the browser does not go to it. */
function findDead(page: Page, path: string): Promise<string[]> {
  return page.evaluate(
    (anchors) => {
      const isShown = (anchor: string): boolean =>
        document.getElementById(anchor)?.checkVisibility() === true;
      const goTo = (anchor: string): boolean => {
        window.location.hash = anchor;
        return document.querySelector(':target')?.id === anchor && isShown(anchor);
      };
      // A browser goes to the first element with the id (https://html.spec.whatwg.org/#find-a-potential-indicated-element), and folds
      // out what is folded up on the way. That it goes at all is asked of one: each makes a new layout.
      return anchors.filter((anchor, index) => !(index > 0 && isShown(anchor)) && !goTo(anchor));
    },
    [...(ledger.get(path)?.anchors.keys() ?? [])],
  );
}

/** In so many parts, so that no worker is busy with all of them. */
const PARTS = [0, 1, 2, 3];

for (const part of PARTS) {
  test(`every page loads without an error or a request elsewhere, and has what was ever published of it, part ${part + 1} of ${PARTS.length}`, async ({
    page,
    request,
  }) => {
    test.setTimeout(240_000);
    const published = (await readPublishedAddresses(request)).map((path) => path || '/');
    const paths = [
      ...new Set([...published, ...[...ledger.keys()].filter((path) => !isRedirect(path))]),
    ];
    expect(published.length).toBeGreaterThan(60);
    for (const path of paths.filter((_, index) => index % PARTS.length === part)) {
      const response = await open(page, path);
      expect(response?.status(), path).toBe(200);
      await expect(page.getByRole('heading', {level: 1}).first(), path).toBeVisible();
      expect(await findDead(page, path), path).toEqual([]);
    }
    await page.waitForLoadState('networkidle');
  });
}

/** Where a page that only leads on leads to without JavaScript. */
const readTarget = (html: string): string | undefined =>
  /<noscript><meta http-equiv="refresh" content="0; url=([^"]+)">/.exec(html)?.[1];

test('every address that only leads on lands on its page and its target, without JavaScript', async ({
  browser,
  baseURL,
  request,
}) => {
  const paths = [...ledger.keys()].filter(isRedirect);
  expect(paths.length).toBeGreaterThan(40);
  const page = await openStillPage(browser, baseURL!);
  const seen = new Set<string>();
  for (const path of paths) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    const html = await response.text();
    const target = readTarget(html);
    expect(target, path).toBeDefined();
    const landing = new URL(target!, baseURL);
    const landed = await request.get(landing.pathname);
    expect(landed.status(), path).toBe(200);
    const text = await landed.text();
    expect(readTarget(text), `${path} leads to an address that leads on`).toBeUndefined();
    const anchors = [...(ledger.get(path)?.anchors.keys() ?? [])];
    const owned = ledger.get(landing.pathname)?.anchors;
    // A page that is another one but for its target does what that one did. What was published of the target itself is looked at on it.
    const shape = html.replaceAll(target!, '…');
    if (seen.has(shape) && anchors.every((anchor) => owned?.has(anchor))) {
      const ids = new Set(
        Array.from(text.matchAll(/\sid=(?:"([^"]+)"|([^\s>]+))/g), ([, a, b]) => a ?? b),
      );
      const wanted = [...anchors, ...(landing.hash ? [landing.hash.slice(1)] : [])];
      expect(
        wanted.filter((anchor) => !ids.has(anchor)),
        path,
      ).toEqual([]);
      continue;
    }
    seen.add(shape);
    expect((await page.goto(path))?.status(), path).toBe(200);
    await page.waitForURL((url) => !isRedirect(url.pathname));
    expect(new URL(page.url()).pathname, path).toBe(landing.pathname);
    await expect(page.getByRole('heading', {level: 1}).first(), path).toBeVisible();
    expect(await findDead(page, path), path).toEqual([]);
  }
  expect(seen.size).toBeGreaterThan(0);
  console.log(`${paths.length} addresses lead on; ways of doing so: ${seen.size}.`);
  await page.context().close();
});

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
