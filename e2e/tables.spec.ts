import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import type {Locator, Page} from '@playwright/test';
import {parse as parseCsv} from 'csv-parse/sync';
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

/** The pages with tables, with the ids of their tables. */
const PAGES = readNames(/^<ComparisonTable id="([\w-]+)"/gm);

/** Some of them, of both editions, for what needs scripts. */
const SAMPLE = [
  '/docs/networking/cni-plugins',
  '/docs/networking/kube-proxy',
  '/docs/redis/eviction',
  '/docs/2022/mysql/replication',
];

const KUBE_PROXY = '/docs/networking/kube-proxy';
const CNI = '/docs/networking/cni-plugins';

const getTable = (page: Page, id: string): Locator => page.locator(`#${id}`).getByRole('table');

/** Names of the subjects that can be seen. */
const getSubjects = async (page: Page, id: string): Promise<string[]> =>
  (await getTable(page, id).getByRole('columnheader').allInnerTexts())
    .slice(1)
    .map((text) => text.replace(/\s*[↕↑↓]$/, ''));

/** Names of the rows that can be seen. */
const getRows = (page: Page, id: string): Promise<string[]> =>
  getTable(page, id).getByRole('rowheader').locator('[data-value]').allInnerTexts();

/** Text of every cell that can be seen, without what the older edition said. */
const getCells = (page: Page, id: string): Promise<string[][]> =>
  getTable(page, id).evaluate((table) =>
    [...(table as HTMLTableElement).rows]
      .filter((row) => row.checkVisibility())
      .map(({cells}) =>
        [...cells]
          .filter((cell) => cell.checkVisibility())
          .map((cell) => cell.querySelector('[data-value]')!.textContent),
      ),
  );

const getMenu = (page: Page, id: string): Locator => page.locator(`#${id} summary`).first();
const getStatus = (page: Page, id: string): Locator =>
  page
    .locator(`#${id}`)
    .getByRole('group', {name: /的工具$/})
    .getByRole('status');

test.describe('every table of both editions', () => {
  test('is on its page, and no other page has a table', () => {
    const found = [...readBuiltPages()].flatMap(([address, html]) =>
      html.includes('<table') && html.includes('theme-doc-markdown') ? [address] : [],
    );
    expect(Object.keys(PAGES).length).toBeGreaterThan(15);
    expect(found.sort()).toEqual(Object.keys(PAGES).sort());
  });

  test('shows every cell without JavaScript, no dead control, fits at 1280 pixels, is a list of cards on a phone', async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(240_000);
    const page = await openStillPage(browser, baseURL!);
    for (const [address, ids] of Object.entries(PAGES)) {
      await page.setViewportSize({width: 1280, height: 900});
      await page.goto(address);
      // None is of another kind, which rows without addresses would be.
      const found = await page
        .locator('article table')
        .evaluateAll((tables) => tables.map((table) => table.closest('[id]:not(table)')?.id));
      expect(found, address).toEqual(ids);
      for (const id of ids) {
        const problems = await page.locator(`#${id}`).evaluate((root) => {
          const table = root.querySelector('table')!;
          const cells = [...table.querySelectorAll('th, td')];
          return [
            ...(cells.length > 5 ? [] : [`only ${cells.length} cells`]),
            ...cells
              .filter((cell) => !cell.checkVisibility({visibilityProperty: true}))
              .map((cell) => `hidden: ${cell.textContent}`),
            ...[...root.querySelectorAll('button, input, [role="searchbox"]')]
              .filter((control) => control.checkVisibility())
              .map((control) => `dead control: ${control.outerHTML}`),
            ...(table.scrollWidth > table.parentElement!.clientWidth + 1 ? ['is too wide'] : []),
          ];
        });
        expect(problems, `${address}#${id}`).toEqual([]);
      }
      for (const width of [390, 320]) {
        await page.setViewportSize({width, height: 844});
        expect(await getSidewaysScroll(page), `${address} at ${width}`).toBeLessThanOrEqual(0);
        for (const id of ids) {
          const problems = await page.locator(`#${id} tbody tr`).evaluateAll((rows) =>
            rows.flatMap((row) => {
              const cells = [...row.children].map((cell) => cell.getBoundingClientRect());
              const isStacked = cells.every(
                (box, index) => index === 0 || box.top >= cells[index - 1]!.bottom - 1,
              );
              const labels = [...row.querySelectorAll('td')].map(
                (cell) => getComputedStyle(cell, '::before').content,
              );
              return isStacked && labels.every((label) => label.length > 2) ? [] : [row.id];
            }),
          );
          expect(problems, `${address}#${id} at ${width}`).toEqual([]);
        }
      }
    }
    await page.setViewportSize({width: 1280, height: 900});
    // What an older edition said folds out all the same, and the browser marks a row that is linked.
    await page.goto(`${CNI}#cni-encryption`);
    const row = page.locator('#cni-encryption');
    await expect(row).toBeInViewport();
    const [own, other] = await Promise.all(
      ['#cni-encryption', '#cni-ipam'].map((selector) =>
        page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor),
      ),
    );
    expect(own).not.toBe(other);
    await row.locator('summary').first().click();
    await expect(row.getByText(/^2022 版（flannel 0\.16）：/)).toBeVisible();
    await page.context().close();
  });

  test('is seen to fit, and stays a list of cards when scripts run', async ({page}) => {
    for (const address of SAMPLE) {
      await page.setViewportSize({width: 1280, height: 900});
      await open(page, address);
      for (const id of PAGES[address]!) {
        await expect(page.locator(`#${id}`), address).toHaveAttribute('data-fits', '');
      }
      for (const width of [390, 320]) {
        await page.setViewportSize({width, height: 844});
        expect(await getSidewaysScroll(page), `${address} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
  });
});

test.describe('subjects', () => {
  test('are hidden and shown with the mouse, and the last one stays', async ({page}) => {
    await open(page, KUBE_PROXY);
    expect(await getSubjects(page, 'mode')).toEqual([
      'iptables',
      'IPVS',
      'nftables',
      'eBPF（Cilium、Calico）',
    ]);
    await getMenu(page, 'mode').click();
    await page.getByRole('checkbox', {name: 'nftables'}).uncheck();
    expect(await getSubjects(page, 'mode')).toEqual(['iptables', 'IPVS', 'eBPF（Cilium、Calico）']);
    await expect(page.locator('#mode-lookup td:visible')).toHaveCount(3);
    await page.getByRole('checkbox', {name: 'iptables'}).uncheck();
    await page.getByRole('checkbox', {name: 'IPVS'}).uncheck();
    await expect(page.getByRole('checkbox', {name: 'eBPF'})).toBeDisabled();
    await expect(page.getByRole('checkbox', {name: 'eBPF'})).toBeChecked();
    await expect(page).toHaveURL(`${KUBE_PROXY}?mode.hide=iptables.ipvs.nftables`);
    await page.getByRole('checkbox', {name: 'IPVS'}).check();
    expect(await getSubjects(page, 'mode')).toEqual(['IPVS', 'eBPF（Cilium、Calico）']);
    // A click elsewhere closes the menu.
    await page.getByRole('heading', {level: 1}).click();
    await expect(page.getByRole('checkbox', {name: 'IPVS'})).not.toBeVisible();
  });

  test('are hidden and shown by keyboard', async ({page}) => {
    await open(page, KUBE_PROXY);
    await getMenu(page, 'mode').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox', {name: 'iptables'})).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await getSubjects(page, 'mode')).toEqual(['IPVS', 'nftables', 'eBPF（Cilium、Calico）']);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('checkbox', {name: 'iptables'})).not.toBeVisible();
    await expect(getMenu(page, 'mode')).toBeFocused();
    await expect(getMenu(page, 'mode')).toHaveAccessibleName(/^显示 3\/4 列/);
    // The focus that leaves the menu closes it.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('checkbox', {name: 'IPVS'})).not.toBeVisible();
    // So does one that leaves before the page has been told that the menu is open.
    await getMenu(page, 'mode').evaluate((summary) => {
      (summary as HTMLElement).click();
      document.querySelector<HTMLElement>('.navbar__brand')!.focus();
    });
    await expect(page.locator('#mode details').first()).not.toHaveAttribute('open');
  });
});

test.describe('only the differences', () => {
  const getToggle = (page: Page): Locator =>
    page.locator('#mode').getByRole('button', {name: '只看不同'});

  test('leave out rows in which all shown subjects say the same, and say how many', async ({
    page,
  }) => {
    await open(page, `${KUBE_PROXY}?mode.hide=nftables.ebpf`);
    const all = await getCells(page, 'mode');
    const same = all.filter(([, iptables, ipvs]) => iptables === ipvs).map(([name]) => name);
    expect(same).toEqual(['NodePort 默认在哪些地址', '条件不满足时']);
    await getToggle(page).click();
    await expect(getStatus(page, 'mode')).toHaveText('显示 9 / 11 行，2 行各列相同，已隐藏');
    expect(await getRows(page, 'mode')).toEqual(
      all
        .slice(1)
        .map(([name]) => name)
        .filter((name) => !same.includes(name)),
    );
    await expect(page).toHaveURL(/mode\.diff=1/);
    await getToggle(page).click();
    expect(await getRows(page, 'mode')).toHaveLength(11);
  });

  test('take another shown subject into account, by keyboard too', async ({page}) => {
    await open(page, `${KUBE_PROXY}?mode.hide=nftables.ebpf&mode.diff=1`);
    expect(await getRows(page, 'mode')).toHaveLength(9);
    await getMenu(page, 'mode').click();
    await page.getByRole('checkbox', {name: 'nftables'}).check();
    // All three leave with an error where the conditions are not met; on NodePort addresses nftables differs.
    expect(await getRows(page, 'mode')).toHaveLength(10);
    await getToggle(page).focus();
    await page.keyboard.press('Space');
    expect(await getRows(page, 'mode')).toHaveLength(11);
  });

  test('need two subjects', async ({page}) => {
    await open(page, `${KUBE_PROXY}?mode.hide=ipvs.nftables.ebpf&mode.diff=1`);
    expect(await getRows(page, 'mode')).toHaveLength(11);
    await expect(getToggle(page)).toHaveAttribute('aria-disabled', 'true');
  });

  test('are offered only where two subjects ever say the same', async ({page}) => {
    await open(page, '/docs/redis/eviction');
    await expect(page.locator('#policy').getByRole('button', {name: '只看不同'})).toHaveCount(0);
  });
});

test.describe('the filter', () => {
  const getFilter = (page: Page): Locator => page.locator('#policy').getByRole('searchbox');

  test('leaves the rows that contain every word', async ({page}) => {
    await open(page, '/docs/redis/eviction');
    await getFilter(page).pressSequentially('ｖｏｌａｔｉｌｅ 频率');
    expect(await getRows(page, 'policy')).toEqual(['volatile-lfu']);
    await expect(getStatus(page, 'policy')).toHaveText('显示 1 / 10 行');
    await expect(page).toHaveURL(/policy\.filter=/);
    await getFilter(page).fill('没有这样的行');
    await expect(page.getByText('没有符合的行。')).toBeVisible();
    await page.locator('#policy').getByRole('button', {name: '重置'}).click();
    expect(await getRows(page, 'policy')).toHaveLength(10);
    await expect(getFilter(page)).toHaveValue('');
    await expect(page).toHaveURL('/docs/redis/eviction');
  });

  test('waits for the input method', async ({page}) => {
    await open(page, '/docs/redis/eviction');
    await getFilter(page).focus();
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', {
      text: 'pinlü',
      selectionStart: 5,
      selectionEnd: 5,
    });
    await expect(getFilter(page)).toHaveValue('pinlü');
    expect(await getRows(page, 'policy')).toHaveLength(10);
    await client.send('Input.insertText', {text: '频率'});
    await expect(getFilter(page)).toHaveValue('频率');
    expect(await getRows(page, 'policy')).toEqual(['allkeys-lfu', 'volatile-lfu']);
  });

  test('does not look into subjects that are not shown', async ({page}) => {
    await open(page, '/docs/redis/eviction?policy.hide=victim&policy.filter=频率');
    await expect(page.getByText('没有符合的行。')).toBeVisible();
  });
});

test.describe('sorting', () => {
  const getHeader = (page: Page): Locator =>
    getTable(page, 'change').getByRole('columnheader', {name: '版本'});
  const getVersions = async (page: Page): Promise<string[]> =>
    (await getCells(page, 'change')).slice(1).map(([, version]) => version!);

  test('goes up, down and back by versions, with the mouse', async ({page}) => {
    await open(page, CNI);
    const original = await getVersions(page);
    await expect(getHeader(page)).toHaveAttribute('aria-sort', 'none');
    await getHeader(page).getByRole('button').click();
    await expect(getHeader(page)).toHaveAttribute('aria-sort', 'ascending');
    const sorted = await getVersions(page);
    expect(sorted).toEqual([...original].sort((a, b) => a.localeCompare(b, 'en', {numeric: true})));
    await getHeader(page).getByRole('button').click();
    await expect(getHeader(page)).toHaveAttribute('aria-sort', 'descending');
    expect(await getVersions(page)).toEqual([...sorted].reverse());
    await getHeader(page).getByRole('button').click();
    await expect(getHeader(page)).toHaveAttribute('aria-sort', 'none');
    expect(await getVersions(page)).toEqual(original);
  });

  test('works by keyboard, on a phone too', async ({page}) => {
    await page.setViewportSize({width: 390, height: 844});
    await open(page, CNI);
    await getHeader(page).getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(getHeader(page)).toHaveAttribute('aria-sort', 'descending');
    await expect(page).toHaveURL(/change\.sort=version\.desc$/);
    await expect(getHeader(page)).toBeVisible();
  });

  test('is offered only where the author allows it', async ({page}) => {
    await open(page, CNI);
    await expect(page.locator('#cni thead button')).toHaveCount(0);
    await expect(page.locator('#change th[aria-sort]')).toHaveCount(1);
  });
});

test.describe('what the edition before said', () => {
  test('folds out in a cell, and in all cells at once', async ({page}) => {
    await open(page, KUBE_PROXY);
    const older = page.locator('#mode-update').getByText('每次重写全部规则');
    await expect(older).not.toBeVisible();
    await page.locator('#mode-update summary').first().focus();
    await page.keyboard.press('Enter');
    await expect(older).toBeVisible();
    const toggle = page.locator('#mode').getByRole('button', {name: /^与 2022 版不同 \d+ 处$/});
    const count = Number(/\d+ 处/.exec(await toggle.innerText())![0].replace(' 处', ''));
    await expect(page.locator('#mode td details')).toHaveCount(count);
    await toggle.click();
    await expect(page.locator('#mode td details[open]')).toHaveCount(count);
    await expect(page).toHaveURL(/mode\.older=1/);
    await toggle.click();
    await expect(page.locator('#mode td details[open]')).toHaveCount(0);
  });

  test('is what the older page says there, and is said of no cell that has not changed', async ({
    page,
  }) => {
    const readTable = async (): Promise<Record<string, string>> =>
      page.locator('#cni').evaluate((root) => {
        const headers = [...root.querySelectorAll('thead th')].map((header) =>
          header.textContent.replace(/ [\d.]+$/, ''),
        );
        return Object.fromEntries(
          [...root.querySelectorAll('tbody tr')].flatMap((row) =>
            [...row.children].map((cell, column) => [
              `${row.id} ${headers[column]}`,
              cell.querySelector('[data-value]')!.textContent,
            ]),
          ),
        );
      });
    await open(page, '/docs/2022/networking/cni-plugins');
    await expect(page.locator('#cni td details')).toHaveCount(0);
    const then = await readTable();
    await open(page, CNI);
    const now = await readTable();
    const shown = await page.locator('#cni').evaluate((root) =>
      Object.fromEntries(
        [...root.querySelectorAll('td details')].map((details) => {
          const cell = details.closest('td')!;
          const subject = cell.dataset.label!.replace(/ [\d.]+$/, '');
          return [
            `${cell.parentElement!.id} ${subject}`,
            details.querySelector(':scope > span')!.textContent.replace(/^2022 版（[^）]*）：/, ''),
          ];
        }),
      ),
    );
    const changed = Object.fromEntries(
      Object.entries(then).filter(([key, text]) => key in now && now[key] !== text),
    );
    expect(Object.keys(changed).length).toBeGreaterThan(10);
    expect(shown).toEqual(changed);
  });
});

/** Reads a Markdown table as GitHub would: by its pipes, without the backslashes that escape. */
function readMarkdown(text: string): string[][] {
  const rows = text.split('\n').map((line) =>
    line
      .replace(/^\| | \|$/g, '')
      .split(/(?<!\\)\s\|\s/)
      .map((cell) =>
        cell
          .replace(/(?<!\\)`/g, '')
          .replace(/(?<!\\)\[([^\]]*)\]\([^)]*\)/g, '$1')
          .replace(/(?<!\\)\*\*/g, '')
          .replace(/\\(.)/g, '$1'),
      ),
  );
  expect(rows[1]!.every((cell) => cell === '---')).toBe(true);
  return [rows[0]!, ...rows.slice(2)];
}

test.describe('copying', () => {
  test.use({permissions: ['clipboard-read', 'clipboard-write']});
  const readClipboard = (page: Page): Promise<string> =>
    page.evaluate(() => navigator.clipboard.readText());
  const copy = async (page: Page, id: string, name: string | RegExp): Promise<string> => {
    const button = page.locator(`#${id}`).getByRole('button', {name});
    await button.click();
    await expect(button).toHaveText('已复制');
    return readClipboard(page);
  };

  for (const [address, id] of [
    [CNI, 'cni'],
    ['/docs/network/dns-resolution', 'change'],
    ['/docs/2022/mysql/replication', 'name'],
    ['/docs/basics/baselines', 'baseline'],
  ] as const) {
    test(`${address}#${id} as CSV and as Markdown gives the same cells back`, async ({page}) => {
      await open(page, address);
      const cells = await getCells(page, id);
      expect(parseCsv(await copy(page, id, '复制为 CSV'), {recordDelimiter: '\r\n'})).toEqual(
        cells,
      );
      expect(readMarkdown(await copy(page, id, '复制为 Markdown'))).toEqual(cells);
    });
  }

  test('takes what is shown, in its order; links become absolute', async ({page}) => {
    await open(page, '/docs/network/dns-resolution?change.filter=RFC&change.sort=version.desc');
    const cells = await getCells(page, 'change');
    expect(cells.length).toBeGreaterThan(3);
    expect(parseCsv(await copy(page, 'change', '复制为 CSV'))).toEqual(cells);
    const markdown = await copy(page, 'change', '复制为 Markdown');
    expect(readMarkdown(markdown)).toEqual(cells);
    expect(markdown).toContain('](https://www.rfc-editor.org/rfc/rfc9471.html)');
    await open(page, `${KUBE_PROXY}?mode.hide=ipvs.ebpf`);
    expect(parseCsv(await copy(page, 'mode', '复制为 CSV'))[0]).toEqual([
      '项目',
      'iptables',
      'nftables',
    ]);
  });

  test('gives a link that opens the same view in a fresh browser', async ({
    page,
    browser,
    baseURL,
  }) => {
    await open(page, KUBE_PROXY);
    await getMenu(page, 'mode').click();
    await page.getByRole('checkbox', {name: 'nftables'}).uncheck();
    await page.locator('#mode').getByRole('button', {name: '只看不同'}).click();
    await page.locator('#mode').getByRole('searchbox').fill('iptables');
    const link = await copy(page, 'mode', /^复制链接/);
    expect(link).toBe(
      `${baseURL}${KUBE_PROXY}?mode.hide=nftables&mode.diff=1&mode.filter=iptables#mode`,
    );
    const cells = await getCells(page, 'mode');
    const context = await browser.newContext({baseURL: baseURL!});
    const other = await context.newPage();
    await open(other, link);
    await expect(other.locator('#mode')).toBeInViewport();
    expect(await getCells(other, 'mode')).toEqual(cells);
    await context.close();
  });
});

test.describe('a row', () => {
  test.use({permissions: ['clipboard-read', 'clipboard-write']});

  test('has a link that is copied, put into the address, lit and read out', async ({
    page,
    baseURL,
  }) => {
    await open(page, CNI);
    const row = page.locator('#cni-ipam');
    await row.hover();
    await row.getByRole('link', {name: '本行的链接'}).click();
    await expect(page).toHaveURL(`${CNI}#cni-ipam`);
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(`${baseURL}${CNI}#cni-ipam`);
    await expect(row).toHaveAttribute('data-lit');
    await expect(page.locator('#cni [role="status"]').last()).toHaveText(
      /已复制「地址分配」一行的链接|已到「地址分配」一行/,
    );
    // By keyboard, and only one row is lit.
    await page.locator('#cni-bgp').getByRole('link', {name: '本行的链接'}).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('tr[data-lit]')).toHaveAttribute('id', 'cni-bgp');
  });

  test('that a link names is in view, lit and read out', async ({page}) => {
    for (const [address, id] of [
      [`${CNI}#cni-observability`, 'cni-observability'],
      ['/docs/basics/baselines#baseline-jenkins', 'baseline-jenkins'],
      ['/docs/basics/baselines?baseline.sort=used-in#baseline-xen', 'baseline-xen'],
    ] as const) {
      await open(page, address);
      const row = page.locator(`#${id}`);
      await expect(row).toBeInViewport({ratio: 1});
      await expect(row).toHaveAttribute('data-lit');
      await expect(page.locator(`#${id.split('-')[0]} [role="status"]`).last()).toHaveText(
        /^已到「/,
      );
      const isCovered = await row.evaluate((element) => {
        const {left, top} = element.getBoundingClientRect();
        return !element.contains(document.elementFromPoint(left + 20, top + 12));
      });
      expect(isCovered, `${id} below the header`).toBe(false);
    }
  });

  test('that a link names is shown whatever the view hides', async ({page}) => {
    await open(page, `${CNI}?cni.filter=BGP#cni-kernel`);
    expect(await getRows(page, 'cni')).toContain('内核要求');
    expect(await getRows(page, 'cni')).not.toContain('观测');
    // A link within the page keeps the view.
    await page.evaluate(() => (location.hash = '#cni-observability'));
    await expect(page.locator('#cni-observability')).toBeVisible();
    await expect(page).toHaveURL(`${CNI}?cni.filter=BGP#cni-observability`);
    expect(await getRows(page, 'cni')).not.toContain('内核要求');
  });

  test('and the column under the pointer are marked, and those with the focus', async ({page}) => {
    await open(page, CNI);
    const cell = page.locator('#cni-bgp td').nth(1);
    await cell.hover();
    const lit = page.locator('#cni [data-lit]');
    await expect(page.locator('#cni thead th[data-lit]')).toHaveText('Calico 3.32');
    const stripe = await page.locator('#cni tbody').evaluate((body) => {
      const {backgroundImage, backgroundPositionX, backgroundSize} = getComputedStyle(body);
      return {
        backgroundImage,
        left: parseFloat(backgroundPositionX),
        width: parseFloat(backgroundSize),
      };
    });
    const [body, column] = [
      await page.locator('#cni tbody').boundingBox(),
      await cell.boundingBox(),
    ];
    expect(stripe.backgroundImage).toContain('linear-gradient');
    expect(Math.abs(stripe.left - (column!.x - body!.x))).toBeLessThan(2);
    expect(Math.abs(stripe.width - column!.width)).toBeLessThan(2);
    const getColor = (locator: Locator): Promise<string> =>
      locator.evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await getColor(page.locator('#cni-bgp'))).not.toBe(
      await getColor(page.locator('#cni-ipam')),
    );
    await page.mouse.move(0, 0);
    await expect(lit).toHaveCount(0);
    await page.locator('#cni-kernel td').nth(2).locator('summary').focus();
    await expect(page.locator('#cni thead th[data-lit]')).toHaveText('Cilium 1.20');
    expect(await getColor(page.locator('#cni-kernel'))).not.toBe(
      await getColor(page.locator('#cni-ipam')),
    );
  });
});

test.describe('a view in the address', () => {
  // A script that a page runs first cannot be taken back.
  test.use({hasOwnContext: true});

  const ADDRESS = `${KUBE_PROXY}?mode.hide=nftables&mode.filter=iptables&change.sort=version.desc`;

  test('is restored before anything else of the table is seen, and moves nothing', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const seen: string[] = [];
      let shift = 0;
      Object.assign(window, {getSeen: () => seen, getShift: () => shift});
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          shift += (entry as unknown as {value: number}).value;
        }
      }).observe({type: 'layout-shift', buffered: true});
      const look = (): void => {
        const cell = document.querySelector('#mode thead th:nth-child(4)');
        const row = document.querySelector('#mode-lookup');
        const isSeen = (element: Element | null): boolean =>
          element?.checkVisibility({visibilityProperty: true}) ?? false;
        if (isSeen(cell) || isSeen(row)) {
          seen.push('hidden column or row');
        }
        const first = document.querySelector('#change tbody tr');
        if (isSeen(first) && first!.id === 'change-no-port-holding') {
          seen.push('unsorted rows');
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    // The scripts come late, as they do on a slow line.
    await page.route('**/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await open(page, ADDRESS);
    await expect(page.locator('#mode [data-value]').first()).toBeVisible();
    await expect(page.locator('#change tbody tr').first()).toBeVisible();
    await page.waitForTimeout(500);
    expect(await getSubjects(page, 'mode')).not.toContain('nftables');
    const {seen, shift} = await page.evaluate(() => {
      const {getSeen, getShift} = window as unknown as {
        getSeen: () => string[];
        getShift: () => number;
      };
      return {seen: getSeen(), shift: getShift()};
    });
    expect(seen).toEqual([]);
    expect(shift).toBeLessThan(0.001);
  });

  test('survives a reload and the way back, and goes with "重置"', async ({page}) => {
    await open(page, ADDRESS);
    const rows = await getRows(page, 'mode');
    expect(rows).toHaveLength(3);
    await page.reload();
    await page.locator('html[data-has-hydrated="true"]').waitFor();
    expect(await getRows(page, 'mode')).toEqual(rows);
    await page.getByRole('link', {name: '上一页'}).click();
    await expect(page.getByRole('heading', {level: 1})).toHaveText('flannel、Calico、Cilium 对比');
    await page.goBack();
    await expect(page.locator('#mode')).toBeVisible();
    expect(await getRows(page, 'mode')).toEqual(rows);
    await page.locator('#mode').getByRole('button', {name: '重置'}).click();
    await expect(page).toHaveURL(`${KUBE_PROXY}?change.sort=version.desc`);
    expect(await getRows(page, 'mode')).toHaveLength(11);
  });

  test('shows the whole table in the end, should the app not come', async ({page, problems}) => {
    test.setTimeout(30_000);
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(ADDRESS);
    const cell = page.locator('#mode-lookup td').first();
    await expect(cell).not.toBeVisible();
    await expect(cell).toBeVisible({timeout: 12_000});
    problems.length = 0; // the scripts that were refused
  });
});

test.describe('header and first column', () => {
  test('of a table that fits stay in the window', async ({page}) => {
    await open(page, `${CNI}#cni-observability`);
    const header = page.locator('#cni thead');
    await page.locator('#cni-ipam').evaluate((row) => row.scrollIntoView({block: 'center'}));
    const navbar = await page.locator('.navbar').boundingBox();
    await expect
      .poll(async () => Math.round((await header.boundingBox())!.y))
      .toBe(Math.round(navbar!.height));
    await expect(page.locator('#cni')).toHaveAttribute('data-stuck', '');
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(page.locator('#cni')).not.toHaveAttribute('data-stuck', '');
  });

  test('of a wide table stay in its box, which scrolls by keyboard', async ({page}) => {
    await page.setViewportSize({width: 600, height: 700});
    await open(page, KUBE_PROXY);
    const box = page.getByRole('group', {name: '表格，可左右滚动'}).first();
    await expect(box).toHaveAttribute('tabindex', '0');
    expect(await getSidewaysScroll(page)).toBeLessThanOrEqual(0);
    await box.focus();
    const first = page.locator('#mode-stage th');
    const left = (await first.boundingBox())!.x;
    for (let press = 0; press < 3; press++) {
      await page.keyboard.press('ArrowRight');
    }
    await expect.poll(() => box.evaluate(({scrollLeft}) => scrollLeft)).toBeGreaterThan(20);
    expect((await first.boundingBox())!.x).toBeCloseTo(left, 0);
    await expect(page.locator('#mode')).toHaveAttribute('data-scrolled', '');
    await box.evaluate((element) => element.scrollTo({top: 300}));
    await expect(page.locator('#mode')).toHaveAttribute('data-stuck', '');
    const [boxTop, headerTop] = await Promise.all(
      [box, page.locator('#mode thead')].map(async (part) => (await part.boundingBox())!.y),
    );
    expect(headerTop).toBeCloseTo(boxTop!, 0);
  });
});

test('printed, a table shows every cell and nothing to press', async ({page}) => {
  await open(page, CNI);
  await page.setViewportSize({width: 700, height: 1000});
  await page.emulateMedia({media: 'print'});
  const root = page.locator('#cni');
  await expect(root.getByRole('button')).toHaveCount(0);
  await expect(root.getByRole('link')).toHaveCount(0);
  expect((await getCells(page, 'cni')).flat()).toHaveLength(12 * 4);
  expect(await getSidewaysScroll(page)).toBeLessThanOrEqual(0);
  await expect(root.locator('[role="img"]').first()).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing is wrong with a table in use, ${colorScheme}`, async ({page}) => {
    await page.emulateMedia({colorScheme});
    await open(page, `${KUBE_PROXY}?mode.hide=ebpf&mode.diff=1&mode.older=1#mode-lookup`);
    await getMenu(page, 'mode').click();
    await expect(page.getByRole('checkbox', {name: 'nftables'})).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
    await open(page, `${CNI}?cni.filter=没有&change.sort=version#change-whisker`);
    expect(await findViolations(page)).toEqual([]);
    await page.setViewportSize({width: 390, height: 844});
    expect(await findViolations(page)).toEqual([]);
  });
}

/** Most that the component may add to a page that uses it, in bytes after brotli: code, styles, and markup around what cells say. */
const MAX_BYTES = 8 * 1024;

const BUILD = path.join(__dirname, '../build');
const compress = (text: string): number => zlib.brotliCompressSync(text).length;
/** For what is compared only: 7 compresses several times faster than 11, to a little more. */
const compressFast = (text: string): number =>
  zlib.brotliCompressSync(text, {params: {[zlib.constants.BROTLI_PARAM_QUALITY]: 7}}).length;

/** The page with plain tables instead, and without what the older edition said: that is content. Runs in the browser. */
function withPlainTables(html: string): {rich: string; plain: string} {
  const document = new DOMParser().parseFromString(html, 'text/html');
  document.querySelectorAll('td details > span').forEach((older) => (older.textContent = ''));
  const rich = document.documentElement.outerHTML;
  for (const table of document.querySelectorAll('table')) {
    const root = table.closest('[id]:not(table)')!;
    table
      .querySelectorAll('a[href^="#"][aria-label], details, caption')
      .forEach((part) => part.remove());
    table
      .querySelectorAll('[data-value]')
      .forEach((value) => value.replaceWith(...value.childNodes));
    for (const element of [table, ...table.querySelectorAll('thead, tbody, tr, th, td')]) {
      ['role', 'scope', 'data-label', 'aria-sort'].forEach((name) => element.removeAttribute(name));
    }
    root.replaceWith(table);
  }
  return {rich, plain: document.documentElement.outerHTML};
}

test('the component adds at most 8 KB to a page, and nothing to one without a table', async ({
  page,
}) => {
  const [script, style] = (['js', 'css'] as const).map((kind) => {
    const dir = path.join(BUILD, 'assets', kind);
    const names = fs.readdirSync(dir).filter((name) => name.startsWith('table.'));
    expect(names).toHaveLength(1);
    return fs.readFileSync(path.join(dir, names[0]!), 'utf8');
  });
  const files = compress(script!) + compress(style!);
  for (const address of Object.keys(PAGES)) {
    const html = fs.readFileSync(path.join(BUILD, `${address}.html`), 'utf8');
    expect(html).toMatch(/<link[^>]*\/assets\/css\/table\.[^>]*>/);
    const {rich, plain} = await page.evaluate(withPlainTables, html);
    const markup = compressFast(rich) - compressFast(plain);
    const added = files + markup;
    console.log(
      `${address}: tables add ${(added / 1024).toFixed(1)} KB, ${markup} bytes of it markup`,
    );
    // Not the tables without tables: something was taken away, and most of it compresses to little.
    expect(rich.length - plain.length, address).toBeGreaterThan(1000);
    expect(added, address).toBeLessThanOrEqual(MAX_BYTES);
  }
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  for (const address of ['/', '/docs/networking']) {
    await open(page, address);
    await page.waitForLoadState('networkidle');
  }
  expect(loaded.some((name) => /\/main\.[^/]*\.js$/.test(name))).toBe(true);
  expect(loaded.filter((name) => /\/table\./.test(name))).toEqual([]);
  // Sorting and copying are loaded when the reader touches a table.
  loaded.length = 0;
  await open(page, CNI);
  await page.waitForLoadState('networkidle');
  expect(loaded.filter((name) => /\/table\./.test(name))).toHaveLength(2);
  const count = loaded.length;
  await page.locator('#cni-bgp').hover();
  await expect.poll(() => loaded.length).toBe(count + 1);
});
