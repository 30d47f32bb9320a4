import {expect, findViolations, getSidewaysScroll, open, PAGE_TYPES, test} from './site';

const MISSING = PAGE_TYPES['page that does not exist'];

/** The browser itself reports the status of the page that does not exist; that is no fault. */
function forgiveMissingPage(problems: string[]): void {
  const index = problems.findIndex((problem) => problem.includes('status of 404'));
  expect(index).toBeGreaterThanOrEqual(0);
  problems.splice(index, 1);
}

test.describe('colour modes', () => {
  test('the reader can switch, and the choice is kept', async ({page}) => {
    await page.emulateMedia({colorScheme: 'light'});
    await open(page, '/docs/redis/eviction');
    const getBackground = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await getBackground();
    const toggle = page.getByRole('button', {name: /切换浅色\/暗黑模式/});
    while ((await page.locator('html').getAttribute('data-theme')) !== 'dark') {
      await toggle.click();
    }
    expect(await getBackground()).not.toBe(light);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test('follow the system until the reader chooses', async ({page}) => {
    await page.emulateMedia({colorScheme: 'dark'});
    await open(page, '/');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});

test('a button leads back to the top, for who scrolls up', async ({page}) => {
  await open(page, PAGE_TYPES['page with tables and code']);
  const button = page.getByRole('button', {name: '回到顶部'});
  await page.mouse.move(640, 450);
  await page.mouse.wheel(0, 2000);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(1500);
  await expect(button).toBeHidden();
  await page.mouse.wheel(0, -300);
  await button.click();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`accessibility, ${colorScheme}`, () => {
    for (const [name, address] of Object.entries(PAGE_TYPES)) {
      test(name, async ({page, problems}) => {
        await page.emulateMedia({colorScheme});
        await open(page, address);
        await page.waitForLoadState('networkidle');
        expect(await findViolations(page)).toEqual([]);
        if (address === MISSING) {
          forgiveMissingPage(problems);
        }
      });
    }
  });
}

test.describe('on a phone', () => {
  test.use({viewport: {width: 390, height: 844}, hasTouch: true});

  test('the menu opens, leads to a page and closes', async ({page}) => {
    await open(page, '/docs/pods/creation');
    await page.getByRole('button', {name: '切换导航栏'}).click();
    const menu = page.locator('.navbar-sidebar');
    await expect(menu).toBeVisible();
    await menu.getByRole('link', {name: 'Pod 优雅关闭'}).click();
    await expect(page).toHaveURL('/docs/pods/graceful-shutdown');
    await expect(menu).not.toBeVisible();
  });

  for (const width of [320, 390]) {
    test(`no page scrolls sideways at ${width} px`, async ({page, problems}) => {
      await page.setViewportSize({width, height: 844});
      for (const address of Object.values(PAGE_TYPES)) {
        await open(page, address);
        await page.waitForLoadState('networkidle');
        expect(await getSidewaysScroll(page), address).toBeLessThanOrEqual(0);
      }
      forgiveMissingPage(problems);
    });
  }
});

test.describe('a page that does not exist', () => {
  test('says so, and offers the nearest addresses and the home page', async ({page, problems}) => {
    const response = await page.goto(MISSING);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', {level: 1})).toHaveText('没有这一页');
    await page.getByRole('link', {name: '/docs/pods/graceful-shutdown', exact: true}).click();
    await expect(page.getByRole('heading', {level: 1})).toHaveText('Pod 优雅关闭');
    forgiveMissingPage(problems);
  });
});

test('a wrong address below an older edition is no worse off', async ({page, problems}) => {
  await open(page, '/docs/2022/pods/no-such-page');
  await expect(page.getByRole('heading', {level: 1})).toHaveText('没有这一页');
  await expect(page.getByRole('button', {name: '2022 版（Kubernetes 1.23）'})).toBeVisible();
  forgiveMissingPage(problems);
});

test('what a screen reader says is Chinese, apart from names and code', async ({page}) => {
  await open(page, '/docs/redis/eviction');
  const labels = await page
    .locator('[aria-label]:not(pre *)')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label')!));
  expect(labels.length).toBeGreaterThan(20);
  expect(labels.filter((label) => !/\p{Script=Han}/u.test(label))).toEqual([]);
  // Words that Docusaurus leaves in English stand inside Chinese labels.
  expect(
    labels.filter((label) => /\b(mode|opens?|new tab|expand|collapse|dropdown)\b/i.test(label)),
  ).toEqual([]);
  // The link of a heading is named by its text, also if that is code or a component.
  const links = await page.locator('.hash-link').evaluateAll((elements) =>
    elements.map((element) => ({
      label: element.getAttribute('aria-label')!,
      heading: element.parentElement!.textContent.replace('\u200b', '').trim(),
    })),
  );
  expect(links.map(({heading}) => heading)).toContain('来源');
  expect(links.map(({label}) => label)).toEqual(links.map(({heading}) => `${heading}的直接链接`));
  await expect(
    page.getByRole('button', {name: '切换浅色/暗黑模式（当前为跟随系统）', exact: true}),
  ).toBeVisible();
  await expect(
    page.getByRole('navigation', {name: '页面路径'}).getByRole('link', {name: '首页'}),
  ).toBeVisible();
});
