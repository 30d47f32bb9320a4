import type {Locator, Page} from '@playwright/test';
import {EDITIONS, toAddress, toLinkedPage} from '../src/components/CopyLink/link.ts';
import {CURRENT_EDITION} from '../src/editions.ts';
import {
  expect,
  findViolations,
  getSidewaysScroll,
  goToNextPage,
  open,
  readBuiltPages,
  test,
} from './site';

const EVICTION = '/docs/redis/eviction';
const PINNED = `/docs/${CURRENT_EDITION}/redis/eviction`;
const OLDER = '/docs/2022/redis/eviction';
const TITLE = '淘汰策略';

test.use({permissions: ['clipboard-read', 'clipboard-write']});

/** The message about what was copied; other status regions belong to tables and buttons. */
const getMessage = (page: Page): Locator =>
  page.getByRole('status').filter({hasText: /^(已复制链接：|无法复制)/});
const getCopyButton = (page: Page): Locator =>
  page.getByRole('button', {name: '复制链接', exact: true});
const getMenu = (page: Page): Locator => page.locator('summary[aria-label="链接的版本和格式"]');
const getSelectionButton = (page: Page): Locator =>
  page.getByRole('button', {name: /^复制选中文字的链接/});

const readClipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());
const emptyClipboard = (page: Page): Promise<void> =>
  page.evaluate(() => navigator.clipboard.writeText(''));

/** Chooses in the menu, and closes it. */
async function choose(page: Page, ...labels: (string | RegExp)[]): Promise<void> {
  await getMenu(page).click();
  for (const label of labels) {
    await page.getByRole('radio', {name: label, exact: true}).check();
  }
  await page.keyboard.press('Escape');
}

/** Does something that copies, and gives what was copied when the page says so. */
async function copied(page: Page, act: () => Promise<void>): Promise<string> {
  await emptyClipboard(page);
  await act();
  await expect.poll(() => readClipboard(page)).not.toBe('');
  await expect(page.getByRole('status').filter({hasText: '已复制'})).toHaveCount(1);
  return readClipboard(page);
}

const FORMATS = {
  网址: (address: string) => address,
  '标题 – 网址': (address: string) => `${TITLE} – ${address}`,
  'Markdown 链接': (address: string) => `[${TITLE}](${address})`,
};
const EDITION_LABELS = {[EVICTION]: /^跟随当前版/, [PINNED]: `固定在 ${CURRENT_EDITION} 版`};

test.describe('the link of a page', () => {
  for (const [path, edition] of Object.entries(EDITION_LABELS)) {
    for (const [format, write] of Object.entries(FORMATS)) {
      test(`${path} as ${format} is copied at once, and so again after a reload`, async ({
        page,
        baseURL,
      }) => {
        await open(page, EVICTION);
        await choose(page, edition, format);
        expect(await copied(page, () => getCopyButton(page).click())).toBe(
          write(`${baseURL}${path}`),
        );
        await expect(getMessage(page)).toHaveText(`已复制链接：${TITLE}`);
        await open(page, EVICTION);
        expect(await copied(page, () => page.keyboard.press('c'))).toBe(write(`${baseURL}${path}`));
        await getMenu(page).click();
        await expect(page.getByLabel(edition)).toBeChecked();
        await expect(page.getByLabel(format, {exact: true})).toBeChecked();
        await expect(getMenu(page).locator('xpath=..')).toContainText(write(`${baseURL}${path}`));
      });
    }
  }

  test('of an older edition is its own until the reader asks for the current one', async ({
    page,
    baseURL,
  }) => {
    await open(page, OLDER);
    expect(await copied(page, () => getCopyButton(page).click())).toBe(`${baseURL}${OLDER}`);
    await choose(page, `跟随当前版（现在是 ${CURRENT_EDITION} 版）`);
    const link = await copied(page, () => getCopyButton(page).click());
    expect(link).toBe(`${baseURL}${EVICTION}`);
    await open(page, link);
    await expect(page.getByRole('heading', {level: 1})).toHaveText(TITLE);
    // The choice on older pages says nothing of the others.
    await choose(page, EDITION_LABELS[PINNED]!);
    await open(page, OLDER);
    expect(await copied(page, () => getCopyButton(page).click())).toBe(`${baseURL}${EVICTION}`);
  });

  test('is that of the page that the reader has gone to', async ({page, baseURL}) => {
    await open(page, '/docs/pods/creation');
    const path = await goToNextPage(page);
    expect(await copied(page, () => page.keyboard.press('c'))).toBe(`${baseURL}${path}`);
  });
});

test.describe('by keyboard', () => {
  test('the menu opens, is changed, and closes with Escape', async ({page, baseURL}) => {
    await open(page, EVICTION);
    await getCopyButton(page).focus();
    await page.keyboard.press('Tab');
    await expect(getMenu(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await expect(getMenu(page)).toBeFocused();
    await expect(page.getByLabel('网址', {exact: true})).toBeHidden();
    await page.keyboard.press('Shift+Tab');
    expect(await copied(page, () => page.keyboard.press('Enter'))).toBe(
      `${TITLE} – ${baseURL}${PINNED}`,
    );
  });

  test('the menu closes when the focus or a press goes elsewhere', async ({page}) => {
    await open(page, EVICTION);
    const choice = page.getByLabel('网址', {exact: true});
    await getMenu(page).click();
    await expect(choice).toBeVisible();
    await page.getByRole('heading', {level: 1}).click();
    await expect(choice).toBeHidden();
    await getMenu(page).click();
    await getCopyButton(page).focus();
    await expect(choice).toBeHidden();
  });

  test('the key is named, and copies nothing in a field, with a modifier or below a dialog', async ({
    page,
  }) => {
    await open(page, '/docs/networking/cni-plugins');
    await expect(getCopyButton(page)).toHaveAttribute('aria-keyshortcuts', 'c');
    await expect(getCopyButton(page)).toHaveAttribute('title', '复制本页的链接（按键 c）');
    await emptyClipboard(page);
    const field = page.getByRole('searchbox').first();
    await field.fill('');
    await field.press('c');
    await expect(field).toHaveValue('c');
    await field.blur();
    await page.keyboard.press('Alt+c');
    await page.keyboard.press('Shift+C');
    await page.keyboard.press('/');
    const search = page.locator('.DocSearch-Input');
    await search.press('c');
    await expect(search).toHaveValue('c');
    // Nor with the focus on something else in the dialog.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('c');
    expect(await readClipboard(page)).toBe('');
    await expect(getMessage(page)).toHaveCount(0);
    // It is the key of the page again when the dialog is closed.
    await page.keyboard.press('Escape');
    await expect(search).toHaveCount(0);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('c');
    await expect.poll(() => readClipboard(page)).toContain('/docs/networking/cni-plugins');
  });

  test('the key can be turned off, for good', async ({page}) => {
    await open(page, EVICTION);
    await getMenu(page).click();
    await page.getByLabel('按 c 复制').uncheck();
    await page.keyboard.press('Escape');
    await open(page, EVICTION);
    await expect(getCopyButton(page)).not.toHaveAttribute('aria-keyshortcuts');
    await emptyClipboard(page);
    await page.keyboard.press('c');
    await copied(page, () => getCopyButton(page).click());
    await expect(getMessage(page)).toHaveCount(1);
  });
});

test.describe('a heading', () => {
  const getLink = (page: Page): Locator => page.locator('#policies > .hash-link');

  test('is gone to and its link is copied, by mouse and by keyboard', async ({page, baseURL}) => {
    await open(page, EVICTION);
    await page.locator('#policies').hover();
    const link = await copied(page, () => getLink(page).click());
    expect(link).toBe(`${baseURL}${EVICTION}#policies`);
    await expect(page).toHaveURL(`${EVICTION}#policies`);
    const name = (await page.locator('#policies').innerText()).replace(/[\u200b#]/g, '').trim();
    await expect(getMessage(page)).toHaveText(`已复制链接：${TITLE}：${name}`);
    await choose(page, EDITION_LABELS[PINNED]!, 'Markdown 链接');
    await getLink(page).focus();
    expect(await copied(page, () => page.keyboard.press('Enter'))).toBe(
      `[${TITLE}：${name}](${baseURL}${PINNED}#policies)`,
    );
  });

  test('that is opened in another tab is not copied', async ({page, context}) => {
    await open(page, EVICTION);
    await emptyClipboard(page);
    const other = context.waitForEvent('page');
    await page.locator('#policies').hover();
    await getLink(page).click({modifiers: ['Control']});
    await (await other).close();
    expect(await readClipboard(page)).toBe('');
    await expect(getMessage(page)).toHaveCount(0);
  });

  test('leads there in a fresh page', async ({page, context}) => {
    await open(page, EVICTION);
    await page.locator('#pitfalls').hover();
    const link = await copied(page, () => page.locator('#pitfalls > .hash-link').click());
    const other = await context.newPage();
    await open(other, link);
    await expect(other.locator('#pitfalls')).toBeInViewport();
  });
});

test('a row, a view of a table and a step are copied with the same choice', async ({
  page,
  context,
  baseURL,
}) => {
  await open(page, '/docs/networking/cni-plugins');
  await choose(page, EDITION_LABELS[PINNED]!, 'Markdown 链接');
  const pageTitle = await page.getByRole('heading', {level: 1}).innerText();
  const row = page.locator('#cni-ipam');
  await row.hover();
  const pinned = `${baseURL}/docs/${CURRENT_EDITION}/networking/cni-plugins`;
  await emptyClipboard(page);
  await row.getByRole('link', {name: '本行的链接'}).click();
  await expect.poll(() => readClipboard(page)).toBe(`[${pageTitle}：地址分配](${pinned}#cni-ipam)`);
  await expect(getMessage(page)).toHaveText(`已复制链接：${pageTitle}：地址分配`);

  await open(page, '/docs/networking/kube-proxy');
  await page.locator('#mode').getByRole('button', {name: '只看不同'}).click();
  const proxyTitle = await page.getByRole('heading', {level: 1}).innerText();
  const caption = await page.locator('#mode caption').innerText();
  await emptyClipboard(page);
  await page
    .locator('#mode')
    .getByRole('button', {name: /^复制链接/})
    .click();
  await expect
    .poll(() => readClipboard(page))
    .toBe(
      `[${proxyTitle}：${caption}](${baseURL}/docs/${CURRENT_EDITION}/networking/kube-proxy?mode.diff=1#mode)`,
    );

  await open(page, '/docs/2022/pods/creation#pod-creation-step-3');
  const podTitle = await page.getByRole('heading', {level: 1}).innerText();
  const copyStep = page.getByRole('button', {name: '复制本步链接'});
  await expect(copyStep).toBeVisible();
  await emptyClipboard(page);
  await copyStep.click();
  await expect
    .poll(() => readClipboard(page))
    .toBe(`[${podTitle}：第 3 步](${baseURL}/docs/2022/pods/creation#pod-creation-step-3)`);

  const other = await context.newPage();
  await open(other, '/docs/2022/pods/creation#pod-creation-step-3');
  await expect(other.locator('.message[data-step="3"][data-lit]')).toBeInViewport();
});

/** Selects text by what it says, from the beginning of one to the end of another; both are given by selectors. */
async function select(page: Page, from: string, to = from): Promise<string> {
  return page.evaluate(
    ([first, last]) => {
      const range = document.createRange();
      range.setStart(document.querySelector(first!)!, 0);
      const end = document.querySelector(last!)!;
      range.setEnd(end, end.childNodes.length);
      const selection = getSelection()!;
      selection.removeAllRanges();
      selection.addRange(range);
      return selection.toString();
    },
    [from, to],
  );
}

test.describe('a selection', () => {
  test.use({viewport: {width: 1280, height: 420}});

  test('has a button, and its link leads to the passage in its section', async ({
    page,
    context,
    baseURL,
  }) => {
    await open(page, EVICTION);
    await expect(getSelectionButton(page)).toHaveCount(0);
    const passage = '#pitfalls ~ ul > li:last-child strong';
    const text = await select(page, passage);
    await expect(getSelectionButton(page)).toBeInViewport();
    const link = await copied(page, () => getSelectionButton(page).click());
    expect(link).toMatch(/^[\x21-\x7e]+$/);
    expect(link.startsWith(`${baseURL}${EVICTION}#pitfalls:~:text=`)).toBe(true);
    const words = decodeURIComponent(link.split(':~:text=')[1]!);
    expect(text.startsWith(words.split(',')[0]!)).toBe(true);
    await expect(getMessage(page)).toContainText(`已复制链接：${TITLE}：「`);

    const other = await context.newPage();
    await open(other, link);
    await expect(other.locator(passage)).toBeInViewport();
    // The browser takes the passage out of the address, and the page is the same as by a link to the section.
    await expect(other).toHaveURL(new RegExp(`${EVICTION}#pitfalls$`));
    await page.evaluate(() => getSelection()!.removeAllRanges());
    await expect(getSelectionButton(page)).toHaveCount(0);
  });

  test('is copied by the key, in the edition and format of the choice', async ({page, baseURL}) => {
    await open(page, EVICTION);
    await choose(page, EDITION_LABELS[PINNED]!, 'Markdown 链接');
    await select(page, '#changes + *');
    await expect(getSelectionButton(page)).toBeVisible();
    const link = await copied(page, () => page.keyboard.press('c'));
    expect(link.startsWith(`[${TITLE}：「`)).toBe(true);
    expect(link).toContain(`](${baseURL}${PINNED}#changes:~:text=`);
  });

  test('of words that stand on the page more than once is told from the others', async ({
    page,
    context,
  }) => {
    await open(page, EVICTION);
    // The last of several: without what is around it, a browser would go to the first.
    const box = await page.evaluate(() => {
      const word = 'maxmemory';
      const walker = document.createTreeWalker(
        document.querySelector('article')!,
        NodeFilter.SHOW_TEXT,
      );
      const found: [Text, number][] = [];
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const place = node.data.search(/(?<![\w-])maxmemory(?![\w-])/);
        if (place >= 0) {
          found.push([node, place]);
        }
      }
      const [node, place] = found.findLast(([text]) => text.parentElement!.closest('p, li'))!;
      const range = document.createRange();
      range.setStart(node, place);
      range.setEnd(node, place + word.length);
      getSelection()!.removeAllRanges();
      getSelection()!.addRange(range);
      return {count: found.length, top: range.getBoundingClientRect().top + scrollY};
    });
    expect(box.count).toBeGreaterThan(2);
    const link = await copied(page, () => page.keyboard.press('c'));
    expect(link).toMatch(/:~:text=(.*-,)?maxmemory(,-.*)?$/i);
    expect(link).toMatch(/-,|,-/);
    const other = await context.newPage();
    await open(other, link);
    await expect
      .poll(() => other.evaluate((top) => top > scrollY && top < scrollY + innerHeight, box.top))
      .toBe(true);
  });

  test('that is long is named by its two ends', async ({page, context}) => {
    await open(page, EVICTION);
    const text = await select(page, '#pitfalls ~ ul > li', '#pitfalls ~ ul > li:last-child');
    expect(text.length).toBeGreaterThan(100);
    const link = await copied(page, () => page.keyboard.press('c'));
    expect(link).toMatch(/:~:text=[^,]+,[^,]+$/);
    expect(link.length).toBeLessThan(400);
    const other = await context.newPage();
    await open(other, link);
    await expect(other.locator('#pitfalls ~ ul > li').first()).toBeInViewport();
    // So is one that lies in a single paragraph.
    await select(page, 'article .markdown > p');
    const answer = await copied(page, () => page.keyboard.press('c'));
    expect(answer).toMatch(/#:~:text=[^,]+,[^,]+$/);
    expect(answer.length).toBeLessThan(300);
  });

  test('outside of the text of the page is none', async ({page, baseURL}) => {
    await open(page, EVICTION);
    await select(page, '.pagination-nav__label');
    expect(await copied(page, () => page.keyboard.press('c'))).toBe(`${baseURL}${EVICTION}`);
    await expect(getSelectionButton(page)).toHaveCount(0);
  });

  test('costs nothing before it is copied', async ({page}) => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await open(page, EVICTION);
    await select(page, '#changes + *');
    await expect(getSelectionButton(page)).toBeVisible();
    await page.waitForLoadState('networkidle');
    const count = loaded.length;
    await copied(page, () => page.keyboard.press('c'));
    expect(loaded.slice(count).length).toBeGreaterThan(0);
  });
});

test.describe('by touch', () => {
  test.use({viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true});

  test('the links of headings and rows are there, large enough, and copied', async ({
    page,
    baseURL,
  }) => {
    await open(page, EVICTION);
    const links = page.locator('article :is(.hash-link, th > a[href^="#"])');
    const small = await links.evaluateAll((elements) =>
      elements
        .filter((element) => {
          const {width, height} = element.getBoundingClientRect();
          return width < 24 || height < 24 || getComputedStyle(element).opacity !== '1';
        })
        .map((element) => element.getAttribute('href')),
    );
    expect(await links.count()).toBeGreaterThan(10);
    expect(small).toEqual([]);
    expect(await copied(page, () => page.locator('#pitfalls > .hash-link').tap())).toBe(
      `${baseURL}${EVICTION}#pitfalls`,
    );
    await expect(page).toHaveURL(`${EVICTION}#pitfalls`);
    await emptyClipboard(page);
    await page.locator('#policy tbody tr').first().getByRole('link', {name: '本行的链接'}).tap();
    await expect.poll(() => readClipboard(page)).toContain(`${EVICTION}#policy-`);
  });

  test('the page, the menu and a selection', async ({page, baseURL}) => {
    await open(page, EVICTION);
    await getMenu(page).tap();
    await page.getByLabel('Markdown 链接').tap();
    await getMenu(page).tap();
    expect(await copied(page, () => getCopyButton(page).tap())).toBe(
      `[${TITLE}](${baseURL}${EVICTION})`,
    );
    await select(page, '#changes + *');
    expect(await copied(page, () => getSelectionButton(page).tap())).toContain(
      '/eviction#changes:~:text=',
    );
  });

  for (const width of [320, 390]) {
    test(`the open menu fits at ${width} px, without an accessibility violation`, async ({
      page,
    }) => {
      await page.setViewportSize({width, height: 844});
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({colorScheme});
        await open(page, EVICTION);
        await getMenu(page).tap();
        await page.getByLabel('网址', {exact: true}).tap();
        await copied(page, () => page.keyboard.press('c'));
        expect(await getSidewaysScroll(page)).toBeLessThanOrEqual(0);
        const panel = await getMenu(page).locator('xpath=../div').boundingBox();
        expect(panel!.x).toBeGreaterThanOrEqual(0);
        expect(panel!.x + panel!.width).toBeLessThanOrEqual(width);
        expect(await findViolations(page)).toEqual([]);
      }
    });
  }
});

test('a link that cannot be copied is shown for the reader to select', async ({page, baseURL}) => {
  await open(page, EVICTION);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
  });
  await getCopyButton(page).click();
  await expect(getMessage(page)).toHaveText(`无法复制，请手动选择：${baseURL}${EVICTION}`);
  await expect(getMessage(page)).toHaveAttribute('role', 'status');
});

/** Shift of the layout while a page loads and comes alive, as browsers measure it. */
async function measureShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            sum += (entry as PerformanceEntry & {value: number}).value;
          }
        }).observe({type: 'layout-shift', buffered: true});
        setTimeout(() => resolve(sum), 500);
      }),
  );
}

test('the tools are in the HTML of the server, and nothing moves when they come alive', async ({
  page,
  request,
  browser,
  baseURL,
}) => {
  const html = await (await request.get(EVICTION)).text();
  expect(html).toContain('复制链接');
  await open(page, EVICTION);
  await choose(page, 'Markdown 链接');
  await open(page, EVICTION);
  expect(await measureShift(page)).toBe(0);
  // Without JavaScript there is nothing to press, and the link of a heading is a plain link.
  const context = await browser.newContext({javaScriptEnabled: false, baseURL: baseURL!});
  const still = await context.newPage();
  await still.goto(EVICTION);
  await expect(getCopyButton(still)).toHaveCount(0);
  await expect(getMenu(still)).toBeHidden();
  await still.locator('#policies > .hash-link').click();
  await expect(still).toHaveURL(`${EVICTION}#policies`);
  await context.close();
});

test('every link to a page, heading, row and step of both editions is ASCII and at most 90 characters', () => {
  const counts: Record<string, number> = {'2022': 0, [CURRENT_EDITION]: 0};
  const faults: string[] = [];
  const paths = new Set([...readBuiltPages()].map(([address]) => address));
  for (const [path, html] of readBuiltPages()) {
    if (!html.includes('theme-doc-markdown')) {
      continue;
    }
    const version = /^\/docs\/2022\//.test(path) ? '2022' : 'current';
    const currentPath = path.replace('/docs/2022/', '/docs/');
    const page = toLinkedPage({
      title: '',
      path,
      docsPath: '/docs',
      version,
      isCurrent: version === 'current',
      currentPath: paths.has(currentPath) ? currentPath : undefined,
      currentEdition: CURRENT_EDITION,
    });
    const ids = [
      undefined,
      ...Array.from(
        html.matchAll(/<(?:h[23]|tr|li)\b[^>]*\sid=(?:"([^"]+)"|([^\s>"]+))/g),
        ([, quoted, plain]) => (quoted ?? plain)!,
      ),
    ];
    counts[page.edition] = (counts[page.edition] ?? 0) + ids.length;
    for (const id of ids) {
      for (const edition of EDITIONS) {
        const address = toAddress('https://kb.example.org', page, {id}, edition);
        if (!/^[\x21-\x7e]{1,90}$/.test(address)) {
          faults.push(`${address} (${address.length})`);
        }
      }
    }
  }
  expect(faults).toEqual([]);
  expect(counts['2022']).toBeGreaterThan(200);
  expect(counts[CURRENT_EDITION]).toBeGreaterThan(200);
});
