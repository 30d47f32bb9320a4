import fs from 'node:fs';
import path from 'node:path';
import {brotliCompressSync} from 'node:zlib';
import {
  expect,
  findViolations,
  getSidewaysScroll,
  open,
  openStillPage,
  readBuiltPages,
  readNames,
  test,
} from './site';

const OVERVIEW = '/docs/changes-since-2022';
const VIEW = `${OVERVIEW}/pods/creation`;
const PAGE = '/docs/pods/creation';

/** What the view of a page may cost: its HTML and its data, compressed with Brotli at its default, highest quality. */
const BUDGET = 30 * 1024;

const isView = (address: string): boolean => address.startsWith(`${OVERVIEW}/`);

/** Scripts of the built site: name and content. */
function readScripts(): [name: string, content: string][] {
  const dir = path.resolve('build/assets/js');
  return fs
    .readdirSync(dir)
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, fs.readFileSync(path.join(dir, name), 'utf8')]);
}

const toSize = (content: string): number => brotliCompressSync(content).length;

test.describe('the comparison of a page with its older edition', () => {
  test('is complete without JavaScript', async ({browser, baseURL}) => {
    const page = await openStillPage(browser, baseURL!);
    await page.goto(VIEW);
    await expect(page).toHaveTitle(/^Pod 创建流程：与 2022 版对比/);
    await expect(page.getByText(/^\d+ 节新增，\d+ 节删去，\d+ 节有改动$/)).toBeVisible();
    const answer = page.locator('section', {
      has: page.getByRole('heading', {name: /^短答案/}),
    });
    await expect(answer.locator('ins').first()).toBeVisible();
    await expect(answer.locator('del').first()).toContainText('dockershim');
    await expect(page.getByRole('heading', {name: '两条运行时路径'})).toBeVisible();
    await expect(page.getByRole('row', {name: /^新增 调度门/})).toBeVisible();
    await page.context().close();
  });

  test('tells what changed by more than colour', async ({page}) => {
    await open(page, VIEW);
    const getLine = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).textDecorationLine);
    for (const place of [
      'p:not([data-status]) >',
      'li > div ~ div >',
      'tr[data-status="changed"] td >',
    ]) {
      expect(await getLine(`${place} ins`), place).toBe('underline');
      expect(await getLine(`${place} del`), place).toBe('line-through');
    }
    // What is gone as a whole stays readable: it has a label, and a line at its side.
    const gone = page.locator('section[data-status="removed"] > del').first();
    await expect(gone).toHaveCSS('text-decoration-line', 'none');
    await expect(gone).toHaveCSS('border-inline-start-style', 'dashed');
    await expect(gone.locator('..').getByText('删去', {exact: true})).toBeVisible();
    const row = page.getByRole('row', {name: /^新增 调度门/});
    await expect(row.locator('ins').first()).toHaveCSS('text-decoration-line', 'none');
    await expect(row).not.toHaveCSS('box-shadow', 'none');
    await expect(page.locator('#_short-answer ~ p > ins').first()).toHaveText(/^［新增：.+］$/);
  });

  test('is reached from both editions of the page, and leads back to a section of each', async ({
    page,
  }) => {
    await open(page, PAGE);
    await page.getByRole('link', {name: '与 2022 版对比'}).click();
    await expect(page).toHaveURL(VIEW);
    await page.getByRole('link', {name: '2026 版：卡在哪一步'}).click();
    await expect(page).toHaveURL(`${PAGE}#stuck`);
    await expect(page.getByRole('heading', {name: '卡在哪一步'})).toBeInViewport();

    await open(page, '/docs/2022/pods/creation');
    await page.getByRole('link', {name: '与 2026 版对比'}).click();
    await expect(page).toHaveURL(VIEW);
    await page.getByRole('link', {name: '2022 版：两条运行时路径'}).click();
    await expect(page).toHaveURL('/docs/2022/pods/creation#runtime-paths');
    await expect(page.getByRole('heading', {name: '两条运行时路径'})).toBeInViewport();
  });

  test('opens at the section that its address names', async ({page}) => {
    await open(page, `${VIEW}#sandbox`);
    await expect(page.getByRole('heading', {name: '沙箱里共享什么'})).toBeInViewport();
    // A section that stayed the same is in the list at the end.
    await open(page, `${VIEW}#missing-secret`);
    await expect(page.locator('#missing-secret')).toBeInViewport();
  });

  test('exists for every page that both editions have, and for no other', () => {
    const pages = Object.keys(readNames(/^title: (.*)$/gm));
    const twins = pages.filter(
      (address) =>
        !address.startsWith('/docs/2022/') &&
        pages.includes(address.replace('/docs', '/docs/2022')),
    );
    const views = [...readBuiltPages()].map(([address]) => address).filter(isView);
    expect(views.length).toBeGreaterThan(0);
    expect(views.sort()).toEqual(twins.map((address) => address.replace('/docs', OVERVIEW)).sort());
  });

  test('is found neither by search engines nor by the search of the site', async ({request}) => {
    for (const [address, html] of readBuiltPages()) {
      expect(/name="?robots"? content="?noindex/.test(html), address).toBe(isView(address));
    }
    const sitemap = await (await request.get('/sitemap.xml')).text();
    expect(sitemap).toContain(`${OVERVIEW}</loc>`);
    expect(sitemap).not.toContain(`${OVERVIEW}/`);
    const index = path.resolve('build/search-index');
    for (const file of fs.readdirSync(index, {recursive: true, encoding: 'utf8'})) {
      if (fs.statSync(path.join(index, file)).isFile()) {
        expect(fs.readFileSync(path.join(index, file), 'utf8'), file).not.toContain(OVERVIEW);
      }
    }
  });

  for (const address of [VIEW, OVERVIEW]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${address} meets WCAG 2.2 AA, ${colorScheme}`, async ({page}) => {
        await page.emulateMedia({colorScheme});
        await open(page, address);
        expect(await findViolations(page)).toEqual([]);
      });
    }
  }

  test('does not scroll sideways on a small phone', async ({browser, baseURL}) => {
    const page = await openStillPage(browser, baseURL!);
    await page.setViewportSize({width: 320, height: 640});
    for (const [address] of readBuiltPages()) {
      if (address.startsWith(OVERVIEW)) {
        await page.goto(address);
        expect(await getSidewaysScroll(page), address).toBeLessThanOrEqual(0);
      }
    }
    await page.context().close();
  });

  test('can be scrolled by keyboard where a table is wider than a phone', async ({page}) => {
    await page.setViewportSize({width: 320, height: 640});
    await open(page, `${VIEW}#stuck`);
    const table = page.getByRole('region', {name: 'Pod 卡在哪一步，先查什么'});
    await table.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => table.evaluate(({scrollLeft}) => scrollLeft)).toBeGreaterThan(0);
  });

  test('keeps its marks in print', async ({page}) => {
    await page.emulateMedia({media: 'print'});
    await open(page, VIEW);
    await expect(page.locator('del').nth(1)).toBeVisible();
    await expect(page.getByRole('navigation', {name: '有改动的节'})).toBeHidden();
  });
});

test.describe('the overview of all changes', () => {
  test('lists the changes of every page without JavaScript, with links to both views', async ({
    browser,
    baseURL,
  }) => {
    const page = await openStillPage(browser, baseURL!);
    await page.goto(OVERVIEW);
    const pages = Object.keys(readNames(/^## .*\{\/\* #changes \*\/\}$/gm));
    expect(pages.length).toBeGreaterThan(0);
    for (const address of pages) {
      const section = page.locator('section section', {
        has: page.locator(`h3[id="${address.replace('/docs/', '')}"]`),
      });
      await expect(section.locator(`a[href="${address}#changes"]`)).toHaveCount(1);
      await expect(section.locator(`a[href="${address.replace('/docs', OVERVIEW)}"]`)).toHaveCount(
        1,
      );
    }
    await expect(page.getByRole('row', {name: /^dockershim 移除.* 1\.24$/}).first()).toBeVisible();
    await page.context().close();
  });

  test('is reached from the home page', async ({page}) => {
    await open(page, '/');
    await page.getByRole('link', {name: '自上一版以来的全部变化'}).click();
    await expect(page).toHaveURL(OVERVIEW);
    await page.getByRole('link', {name: '与 2022 版对比：Pod 创建流程'}).click();
    await expect(page).toHaveURL(VIEW);
  });
});

test.describe('what a comparison costs', () => {
  test(`at most ${BUDGET} bytes for each view`, () => {
    const scripts = readScripts();
    const sizes = [...readBuiltPages()]
      .filter(([address]) => isView(address))
      .map(([address, html]) => {
        // The only script of its own is its data; it is known by the address of the page. All other files are shared with the other
        // views, or with the whole site.
        const page = address.replace(OVERVIEW, '/docs');
        const data = scripts.filter(
          ([, content]) =>
            content.includes(`"newer":{"edition"`) && content.includes(`"permalink":"${page}"`),
        );
        expect(data, `data of ${address}`).toHaveLength(1);
        return {address, html: toSize(html), data: toSize(data[0]![1])};
      })
      .sort((a, b) => b.html + b.data - a.html - a.data);
    const [largest] = sizes;
    console.log(
      `largest comparison: ${largest!.address}: ${largest!.html} + ${largest!.data} bytes (HTML + data, Brotli)`,
    );
    expect(
      sizes.filter(({html, data}) => html + data > BUDGET),
      'Divide the page, or leave out more of what stayed the same.',
    ).toEqual([]);
  });

  test('nothing on the page itself but a link', async ({page}) => {
    const scripts = readScripts().filter(
      ([name, content]) => name.startsWith('diff.') || content.includes('"newer":{"edition"'),
    );
    expect(scripts.length).toBeGreaterThan(1);
    for (const [address, html] of readBuiltPages()) {
      if (!address.startsWith(OVERVIEW)) {
        expect(html, address).not.toMatch(/<(ins|del)\b/);
        expect(html, address).not.toContain('/assets/css/diff.');
        expect(html.split(OVERVIEW).length - 1, address).toBeLessThanOrEqual(1);
      }
    }
    const requested: string[] = [];
    page.on('request', (request) => requested.push(path.basename(request.url())));
    await open(page, PAGE);
    await page.waitForLoadState('networkidle');
    expect(requested.length).toBeGreaterThan(0);
    expect(requested.filter((name) => scripts.some(([script]) => script === name))).toEqual([]);
  });
});
