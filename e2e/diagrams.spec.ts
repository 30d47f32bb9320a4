import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import type {Locator, Page} from '@playwright/test';
import Color from 'colorjs.io';
import {JSDOM} from 'jsdom';
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

/** The pages with sequence diagrams, and with other diagrams, with the ids of these. */
const SEQUENCE_PAGES = readNames(/^<SequenceDiagram id="([\w-]+)"/gm);
const OTHER_PAGES = readNames(/^```mermaid id="([\w-]+)"/gm);

/** All of them, in the order of the addresses. */
const PAGES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...new Set([...Object.keys(SEQUENCE_PAGES), ...Object.keys(OTHER_PAGES)])]
    .sort()
    .map((address) => [
      address,
      [...(SEQUENCE_PAGES[address] ?? []), ...(OTHER_PAGES[address] ?? [])],
    ]),
);

/** Some of them, of both editions, for what needs scripts. */
const SAMPLE = [
  '/docs/pods/graceful-shutdown',
  '/docs/2022/mysql/replication',
  '/docs/networking/kube-proxy',
];

const SAMPLE_SEQUENCES = SAMPLE.flatMap((address) =>
  (SEQUENCE_PAGES[address] ?? []).map((id) => ({address, id})),
);

const CREATION = '/docs/pods/creation';

/** The box that holds a diagram's drawing. */
const getStage = (page: Page): Locator => page.getByRole('group', {name: /^图，可滚动/}).first();

const getCurrentStep = (page: Page): Locator => page.locator('li[aria-current="step"]');

/** Whether the lit message lies in what can be seen of the window, and nothing else covers it. */
async function expectLitInView(page: Page, id: string, step: number): Promise<void> {
  const message = page.locator(`#${id}-message-${step}`);
  await expect(message).toHaveAttribute('data-lit', '');
  await expect(page.locator('.message[data-lit]')).toHaveCount(1);
  await expect
    .poll(
      () =>
        message.evaluate((element) => {
          const text = element.querySelector('text')!.getBoundingClientRect();
          const hit = document.elementFromPoint(
            text.left + text.width / 2,
            text.top + text.height / 2,
          );
          return hit !== null && element.contains(hit);
        }),
      {message: `message ${step} can be seen`},
    )
    .toBe(true);
}

test.describe('every diagram of both editions', () => {
  test('is on its page, and no other is', async ({page}) => {
    const found: Record<string, string[]> = {};
    for (const [address, html] of readBuiltPages()) {
      const ids = Array.from(html.matchAll(/<figure[^>]* id="?([\w-]+)/g), ([, id]) => id!);
      if (ids.length > 0) {
        found[address] = ids.sort();
      }
    }
    const wanted = Object.entries(PAGES).map(([address, ids]) => [address, [...ids].sort()]);
    expect(wanted.length).toBeGreaterThan(8);
    expect(found).toEqual(Object.fromEntries(wanted));
    await open(page, CREATION);
    await expect(
      page.getByRole('figure', {name: 'Pod 创建的时序（Kubernetes 1.37）'}),
    ).toBeVisible();
  });

  test('has texts that fit, none of them cut or covered, and nothing foreign', async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(240_000);
    const page = await openStillPage(browser, baseURL!);
    for (const [address, ids] of Object.entries(PAGES)) {
      await page.goto(address);
      for (const id of ids) {
        const problems = await page
          .locator(`#${id} svg[viewBox]`)
          .last()
          .evaluate((svg) => {
            const found: string[] = [];
            const frame = svg.getBoundingClientRect();
            const texts = [...svg.querySelectorAll('text:not(.number)')].map((element) => ({
              text: element.textContent,
              box: element.getBoundingClientRect(),
              holder: element.parentElement!.querySelector(':scope > .box, :scope > .note'),
            }));
            if (texts.length < 5) {
              found.push(`only ${texts.length} texts`);
            }
            for (const {text, box, holder} of texts) {
              const room = holder?.getBoundingClientRect() ?? frame;
              if (
                box.left < room.left ||
                box.right > room.right ||
                box.top < room.top - 1 ||
                box.bottom > room.bottom + 1
              ) {
                found.push(`"${text}" does not fit`);
              }
            }
            texts.forEach((first, index) =>
              texts.slice(index + 1).forEach((second) => {
                const width =
                  Math.min(first.box.right, second.box.right) -
                  Math.max(first.box.left, second.box.left);
                const height =
                  Math.min(first.box.bottom, second.box.bottom) -
                  Math.max(first.box.top, second.box.top);
                // Rows of one text touch.
                if (width > 1 && height > 4) {
                  found.push(`"${first.text}" and "${second.text}" overlap`);
                }
              }),
            );
            const foreign = svg.querySelectorAll(
              'style, script, image, foreignObject, use, a, animate, [style*="url"], [href], [onclick]',
            );
            foreign.forEach((element) => found.push(`<${element.tagName}>`));
            for (const element of svg.querySelectorAll('*')) {
              for (const {name, value} of element.attributes) {
                if (
                  /^(fill|stroke|style|marker.*|filter|clip-path)$/.test(name) ||
                  /url\(/.test(value)
                ) {
                  found.push(`${name}="${value}"`);
                }
              }
            }
            return found;
          });
        expect(problems, `${address}#${id}`).toEqual([]);
      }
      const allIds = await page
        .locator('[id]')
        .evaluateAll((elements) => elements.map((element) => element.id));
      expect(allIds.filter((id, index) => allIds.indexOf(id) !== index)).toEqual([]);
    }
    await page.context().close();
  });

  test('explains each message in a step with an address', () => {
    const built = new Map(readBuiltPages());
    for (const [address, ids] of Object.entries(SEQUENCE_PAGES)) {
      const {document} = new JSDOM(built.get(address)!).window;
      for (const id of ids) {
        const drawn = [...document.querySelectorAll(`#${id} .message`)].map((message) => ({
          id: message.id,
          step: message.getAttribute('data-step'),
          text: [...message.querySelectorAll('text:not(.number)')]
            .map(({textContent}) => textContent)
            .join('')
            .replace(/\s/g, ''),
        }));
        const items = [...document.querySelectorAll(`#${id} + ol > li`)].map((item) => ({
          id: item.id,
          href: item.querySelector('a')!.getAttribute('href'),
          label: item.querySelector('a')!.getAttribute('aria-label'),
          text: item.textContent.replace(/\s/g, ''),
        }));
        expect(drawn.length, `${address}#${id}`).toBeGreaterThan(5);
        expect(items).toHaveLength(drawn.length);
        drawn.forEach((message, index) => {
          const step = index + 1;
          expect(message).toMatchObject({id: `${id}-message-${step}`, step: String(step)});
          expect(items[index]).toEqual({
            id: `${id}-step-${step}`,
            href: `#${id}-step-${step}`,
            label: `第 ${step} 步，在图中看`,
            text: expect.stringContaining(message.text),
          });
        });
      }
    }
  });
});

/** Contrast of everything in a drawing against what lies behind it: the lowest of texts, and of lines. */
async function measureContrast(page: Page, id: string): Promise<{text: number; line: number}> {
  const pairs = await page.locator(`#${id}`).evaluate((figure) => {
    const ground = getComputedStyle(document.documentElement).getPropertyValue('--site-page-color');
    const fillOf = (element: Element | null): string | undefined =>
      element ? getComputedStyle(element).fill : undefined;
    const behind = (element: Element): string => {
      const parent = element.parentElement!;
      const lit = parent.closest('.message')?.hasAttribute('data-lit');
      const holder = element.matches('.number')
        ? parent.querySelector('.disc')
        : element.matches('.tab-text')
          ? parent.querySelector('.tab')
          : lit
            ? figure.querySelector('.band[data-lit]')
            : parent.querySelector(':scope > .box, :scope > .note');
      return fillOf(holder) ?? ground;
    };
    return {
      text: [...figure.querySelectorAll('svg[viewBox] text')].map(
        (element) => [getComputedStyle(element).fill, behind(element)] as const,
      ),
      line: [
        ...[...figure.querySelectorAll('.line, .life, .frame, .box, .note, .tab')].map(
          (element) => [getComputedStyle(element).stroke, ground] as const,
        ),
        ...[...figure.querySelectorAll('.head, .disc')].map(
          (element) => [getComputedStyle(element).fill, ground] as const,
        ),
      ],
    };
  });
  const lowest = (list: readonly (readonly [string, string])[]): number =>
    Math.min(...list.map(([front, back]) => new Color(front).contrastWCAG21(new Color(back))));
  expect(pairs.text.length).toBeGreaterThan(5);
  expect(pairs.line.length).toBeGreaterThan(5);
  return {text: lowest(pairs.text), line: lowest(pairs.line)};
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`diagrams, ${colorScheme}`, () => {
    test.use({colorScheme, contextOptions: {reducedMotion: 'reduce'}});

    test('texts have a contrast of 4.5:1 and lines of 3:1, lit or not', async ({page}) => {
      for (const address of SAMPLE) {
        await open(page, address);
        for (const id of PAGES[address]!) {
          const resting = await measureContrast(page, id);
          expect(resting.text, id).toBeGreaterThanOrEqual(4.5);
          expect(resting.line, id).toBeGreaterThanOrEqual(3);
          if (SEQUENCE_PAGES[address]?.includes(id)) {
            await page.locator(`#${id}`).getByRole('button', {name: '下一步'}).click();
            const lit = await measureContrast(page, id);
            expect(lit.text, `${id}, lit`).toBeGreaterThanOrEqual(4.5);
            expect(lit.line, `${id}, lit`).toBeGreaterThanOrEqual(3);
          }
        }
      }
    });

    test('nothing is wrong for assistive technology, at a step and in full screen', async ({
      page,
    }) => {
      await open(page, `${CREATION}#pod-creation-step-5`);
      await expect(getCurrentStep(page)).toHaveId('pod-creation-step-5');
      expect(await findViolations(page)).toEqual([]);
      await page.getByRole('button', {name: '全屏'}).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await findViolations(page)).toEqual([]);
    });
  });
}

test.describe('walking through a diagram', () => {
  test('by keyboard: arrows, Home and End, with the step read out', async ({page}) => {
    await open(page, CREATION);
    const stage = getStage(page);
    const panel = page.locator('[aria-live="polite"][aria-atomic="true"]');
    await stage.focus();
    await expect(panel).toContainText('Pod 由客户端直接提交');
    await page.keyboard.press('ArrowRight');
    await expectLitInView(page, 'pod-creation', 1);
    await expect(panel).toContainText('第 1 步，共 32 步');
    await expect(panel).toContainText('客户端 kubectl → kube-apiserver：POST Pod');
    await expect(panel).toContainText('分支「直接创建 Pod」');
    await expect(panel).toContainText('服务器收到的是一个 Pod 对象');
    await expect(page).toHaveURL(`${CREATION}#pod-creation-step-1`);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await expectLitInView(page, 'pod-creation', 2);
    await page.keyboard.press('End');
    await expectLitInView(page, 'pod-creation', 32);
    await page.keyboard.press('ArrowRight');
    await expect(getCurrentStep(page)).toHaveId('pod-creation-step-32');
    await page.keyboard.press('Home');
    await expectLitInView(page, 'pod-creation', 1);
    await page.keyboard.press('ArrowLeft');
    await expect(page.locator('[data-lit]')).toHaveCount(0);
    await expect(page).toHaveURL(CREATION);
    await expect(stage).toBeFocused();
  });

  test('lights the message and its two participants, and dims the rest', async ({page}) => {
    await open(page, `${CREATION}#pod-creation-step-21`);
    const lit = page.locator('.actor[data-lit]');
    await expect(lit).toHaveText(['容器运行时CRI', 'CNI 插件']);
    await expect(page.locator('.life[data-lit]')).toHaveCount(2);
    const fill = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).fill);
    await expect
      .poll(
        async () =>
          (await fill('.message[data-lit] text')) === (await fill('#pod-creation-message-5 text')),
      )
      .toBe(false);
  });

  test('by mouse: buttons, a click on a message, and back to the whole', async ({page}) => {
    await open(page, CREATION);
    const controls = page.getByRole('group', {name: '逐步看'});
    await controls.getByRole('button', {name: '下一步'}).click();
    await controls.getByRole('button', {name: '下一步'}).click();
    await expectLitInView(page, 'pod-creation', 2);
    await controls.getByRole('button', {name: '上一步'}).click();
    await expectLitInView(page, 'pod-creation', 1);
    await controls.getByRole('button', {name: '最后一步'}).click();
    await expectLitInView(page, 'pod-creation', 32);
    await expect(controls.getByRole('button', {name: '下一步'})).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    // The buttons stay in sight while the tall drawing is scrolled.
    await expect(controls.getByRole('button', {name: '第一步'})).toBeInViewport();
    await controls.getByRole('button', {name: '第一步'}).click();
    await expectLitInView(page, 'pod-creation', 1);
    await page.locator('#pod-creation-message-4 text').first().click();
    await expectLitInView(page, 'pod-creation', 4);
    await page.getByRole('button', {name: '看全图'}).click();
    await expect(page.locator('[data-lit]')).toHaveCount(0);
  });

  test('keeps the names of the participants in sight', async ({page}) => {
    await page.setViewportSize({width: 1900, height: 900});
    await open(page, `${CREATION}#pod-creation-step-30`);
    await expectLitInView(page, 'pod-creation', 30);
    await expect(page.locator('.actor[data-actor="A"]')).toBeInViewport({ratio: 0.95});
    const toolbar = await page.getByRole('group', {name: '逐步看'}).boundingBox();
    await expect
      .poll(async () => (await page.locator('.actor[data-actor="A"]').boundingBox())!.y)
      .toBeGreaterThanOrEqual(toolbar!.y + toolbar!.height);
  });

  test.describe('by the clock', () => {
    test.use({hasOwnContext: true});

    test('plays, gives each step the time to read it, and stops at the end or when not looked at', async ({
      page,
    }) => {
      await page.clock.install();
      await open(page, '/docs/mysql/replication');
      const figure = page.locator('#replication-gtid');
      await figure.scrollIntoViewIfNeeded();
      const counter = figure.locator('[aria-hidden="true"]', {hasText: '/ 6'});
      await figure.getByRole('button', {name: '播放'}).click();
      await expect(counter).toHaveText('1 / 6');
      await page.clock.runFor(1500);
      await expect(counter).toHaveText('1 / 6');
      await page.clock.runFor(20_000);
      await expect(counter).not.toHaveText('1 / 6');
      await figure.getByRole('button', {name: '暂停'}).click();
      const paused = await counter.textContent();
      await page.clock.runFor(40_000);
      await expect(counter).toHaveText(paused!);
      await figure.getByRole('button', {name: '播放'}).click();
      for (let i = 0; i < 8; i++) {
        await page.clock.runFor(20_000);
      }
      await expect(counter).toHaveText('6 / 6');
      await expect(figure.getByRole('button', {name: '播放'})).toBeVisible();
      await figure.getByRole('button', {name: '播放'}).click();
      await expect(counter).toHaveText('1 / 6');
      await page.clock.runFor(1000);
      await page.evaluate(() => window.scrollTo(0, 0));
      await expect(figure.getByRole('button', {name: '播放', exact: true})).toHaveCount(1);
    });
  });

  test('moves nothing and scrolls at once for readers who want less motion', async ({page}) => {
    await page.emulateMedia({reducedMotion: 'reduce'});
    await open(page, CREATION);
    const duration = (): Promise<string> =>
      page
        .locator('#pod-creation-message-1 .line')
        .evaluate((element) => getComputedStyle(element).transitionDuration);
    expect(await duration()).toBe('0s');
    const behaviors = await page.evaluate(async () => {
      const seen: unknown[] = [];
      window.scrollBy = (options?: ScrollToOptions | number) => {
        seen.push((options as ScrollToOptions).behavior);
      };
      document.querySelector<HTMLElement>('[aria-label="最后一步"]')!.click();
      await new Promise((resolve) => setTimeout(resolve, 200));
      return seen;
    });
    expect(behaviors).toContain('auto');
    expect(behaviors).not.toContain('smooth');
    await page.emulateMedia({reducedMotion: 'no-preference'});
    expect(await duration()).not.toBe('0s');
  });
});

test.describe('a link to a step', () => {
  for (const width of [1280, 390]) {
    test(`opens the diagram at it, lit and in view, at ${width} px`, async ({page}) => {
      await page.setViewportSize({width, height: 844});
      for (const {address, id} of SAMPLE_SEQUENCES) {
        await open(page, `${address}#${id}-step-5`);
        await expectLitInView(page, id, 5);
        await expect(getCurrentStep(page)).toHaveId(`${id}-step-5`);
        await page.goto('about:blank');
      }
    });
  }

  test('can be followed from the list and from the text, and backwards', async ({page}) => {
    await open(page, '/docs/pods/graceful-shutdown');
    await page.getByRole('link', {name: '第 7 步，在图中看'}).click();
    await expectLitInView(page, 'graceful-shutdown', 7);
    await page.getByRole('link', {name: '第 29 步', exact: true}).click();
    await expectLitInView(page, 'graceful-shutdown', 29);
    await page.goBack();
    await expectLitInView(page, 'graceful-shutdown', 7);
  });

  test('is copied, and opens the same step elsewhere', async ({page, context}) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, CREATION);
    await getStage(page).focus();
    for (let step = 0; step < 3; step++) {
      await page.keyboard.press('ArrowRight');
    }
    await page.getByRole('button', {name: '复制本步链接'}).click();
    await expect(page.getByRole('status').filter({hasText: '已复制'})).toHaveCount(1);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/^http:\/\/localhost:\d+\/docs\/pods\/creation#pod-creation-step-3$/);
    const other = await context.newPage();
    await open(other, link);
    await expectLitInView(other, 'pod-creation', 3);
  });

  test('leaves no empty place when the whole diagram is shown again', async ({page}) => {
    await open(page, `${CREATION}#pod-creation-step-5`);
    await expectLitInView(page, 'pod-creation', 5);
    const stage = getStage(page);
    const {width} = (await stage.boundingBox())!;
    await page.getByRole('button', {name: '看全图'}).click();
    await expect(page.locator('[data-lit]')).toHaveCount(0);
    await expect.poll(async () => (await stage.boundingBox())!.width).toBeGreaterThan(width + 200);
    await expect(page).toHaveURL(CREATION);
  });

  test('to a step that does not exist opens the page', async ({page}) => {
    await open(page, `${CREATION}#pod-creation-step-99`);
    await expect(page.locator('[data-lit]')).toHaveCount(0);
  });
});

test.describe('without JavaScript', () => {
  test('the drawing is whole, and a link to a step leads to its explanation', async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({javaScriptEnabled: false, baseURL: baseURL!});
    const page = await context.newPage();
    await page.goto(`${CREATION}#pod-creation-step-5`);
    await expect(page.locator('#pod-creation svg[viewBox] .message')).toHaveCount(32);
    await expect(page.locator('#pod-creation-message-32')).toBeVisible();
    await expect(page.getByRole('img', {name: 'Pod 创建的时序（Kubernetes 1.37）'})).toHaveCount(1);
    const item = page.locator('#pod-creation-step-5');
    await expect(item).toBeInViewport();
    const background = (locator: Locator): Promise<string> =>
      locator.evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await background(item)).not.toBe(await background(page.locator('#pod-creation-step-6')));
    // What needs a script is not offered.
    await expect(page.getByRole('button', {name: '播放'})).toHaveCount(0);
    await expect(page.getByRole('button', {name: '全屏'})).toHaveCount(0);
    await context.close();
  });
});

test('in print the drawing is whole and as wide as the paper, without buttons and without a lit step', async ({
  page,
}) => {
  await page.setViewportSize({width: 720, height: 1000});
  await open(page, `${CREATION}#pod-creation-step-5`);
  await expectLitInView(page, 'pod-creation', 5);
  await page.emulateMedia({media: 'print'});
  const svg = page.locator('#pod-creation svg[viewBox]').last();
  const box = (await svg.boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(720);
  expect(box.width).toBeGreaterThan(300);
  await expect(page.getByRole('button', {name: '播放'})).toBeHidden();
  await expect(page.getByRole('button', {name: '复制本步链接'})).toBeHidden();
  await expect(page.locator('#pod-creation-step-32')).toBeVisible();
  const fills = await page
    .locator('#pod-creation .message text:not(.number)')
    .evaluateAll((texts) => new Set(texts.map((text) => getComputedStyle(text).fill)).size);
  expect(fills).toBe(1);
});

test.describe('layout', () => {
  /** Sum of all shifts since the page began to load. */
  const getShift = (page: Page): Promise<number> =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              sum += (entry as unknown as {value: number}).value;
            }
          }).observe({type: 'layout-shift', buffered: true});
          setTimeout(() => resolve(sum), 300);
        }),
    );

  test('does not shift while the page loads, nor when the colour mode is switched', async ({
    page,
  }) => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({width, height: 844});
      for (const address of SAMPLE) {
        await open(page, `${address}#flow`);
        if (width === 1280) {
          const theme = (await page.locator('html').getAttribute('data-theme'))!;
          while ((await page.locator('html').getAttribute('data-theme')) === theme) {
            await page.getByRole('button', {name: /切换浅色\/暗黑模式/}).click();
          }
        }
        expect(await getShift(page), `${address} at ${width}`).toBe(0);
        await page.goto('about:blank');
      }
    }
  });

  test('does not shift when a page is opened at a step', async ({page}) => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({width, height: 844});
      await open(page, `${CREATION}#pod-creation-step-5`);
      await expectLitInView(page, 'pod-creation', 5);
      expect(await getShift(page), String(width)).toBe(0);
      await page.goto('about:blank');
    }
  });

  test('a wide diagram scrolls in its own box, never the page, by keyboard too', async ({page}) => {
    for (const width of [320, 390]) {
      await page.setViewportSize({width, height: 844});
      for (const address of SAMPLE) {
        await open(page, address);
        expect(await getSidewaysScroll(page), `${address} at ${width}`).toBeLessThanOrEqual(0);
        const stage = getStage(page);
        await stage.focus();
        await page.keyboard.press('Shift+ArrowRight');
        await expect
          .poll(() => stage.evaluate(({scrollLeft}) => scrollLeft), {message: address})
          .toBeGreaterThan(0);
        const fontSize = await stage
          .locator('text')
          .first()
          .evaluate((text) => {
            const scale =
              text.getBoundingClientRect().height / (text as SVGTextElement).getBBox().height;
            return parseFloat(getComputedStyle(text).fontSize) * scale;
          });
        expect(fontSize).toBeGreaterThanOrEqual(12);
      }
    }
  });
});

test.describe('full screen', () => {
  const getZoom = async (page: Page): Promise<number> =>
    parseInt((await page.getByRole('dialog').locator('output').textContent())!, 10);

  test('shows the diagram alone, keeps the step, and gives the focus back', async ({page}) => {
    await open(page, `${CREATION}#pod-creation-step-21`);
    await expectLitInView(page, 'pod-creation', 21);
    const getHeight = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollHeight);
    const height = await getHeight();
    await page.getByRole('button', {name: '全屏'}).click();
    // The page behind keeps its place.
    expect(await getHeight()).toBe(height);
    const dialog = page.getByRole('dialog', {name: 'Pod 创建的时序（Kubernetes 1.37）'});
    await expect(dialog).toBeVisible();
    await expectLitInView(page, 'pod-creation', 21);
    const panel = (await dialog.getByText('第 21 步，共 32 步').locator('..').boundingBox())!;
    const stage = (await getStage(page).boundingBox())!;
    expect(panel.x).toBeGreaterThanOrEqual(stage.x + stage.width);
    expect(panel.y - stage.y).toBeLessThan(30);
    await page.keyboard.press('ArrowRight');
    await expectLitInView(page, 'pod-creation', 22);
    await page.keyboard.press('End');
    await expectLitInView(page, 'pod-creation', 32);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', {name: '全屏'})).toBeFocused();
    await expectLitInView(page, 'pod-creation', 32);
    await page.getByRole('button', {name: '全屏'}).click();
    await page.getByRole('button', {name: '退出全屏'}).click();
    await expect(dialog).toBeHidden();
  });

  test('zooms by buttons, keys, and wheel, and keeps the point under the pointer', async ({
    page,
  }) => {
    await open(page, CREATION);
    await page.getByRole('button', {name: '全屏'}).click();
    const start = await getZoom(page);
    await page.getByRole('button', {name: '放大'}).click();
    await expect.poll(() => getZoom(page)).toBeGreaterThan(start);
    await page.getByRole('button', {name: '缩小'}).click();
    await expect.poll(() => getZoom(page)).toBe(start);
    await page.keyboard.press('+');
    await expect.poll(() => getZoom(page)).toBeGreaterThan(start);
    await page.keyboard.press('-');
    await page.keyboard.press('0');
    const svg = page.getByRole('dialog').locator('svg[viewBox^="-"], svg[viewBox]').last();
    await expect
      .poll(async () => (await svg.boundingBox())!.height)
      .toBeLessThanOrEqual(page.viewportSize()!.height);
    const fitted = await getZoom(page);
    const target = page.locator('#pod-creation-message-20 .disc');
    const before = (await target.boundingBox())!;
    await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await expect.poll(() => getZoom(page)).toBeGreaterThan(fitted * 2);
    const after = (await target.boundingBox())!;
    expect(Math.abs(after.y + after.height / 2 - before.y - before.height / 2)).toBeLessThan(8);
  });

  test('pans by dragging, by wheel and by keys', async ({page}) => {
    await open(page, CREATION);
    await page.getByRole('button', {name: '全屏'}).click();
    const stage = getStage(page);
    for (let click = 0; click < 4; click++) {
      await page.getByRole('button', {name: '放大'}).click();
    }
    const getScroll = (): Promise<[number, number]> =>
      stage.evaluate(({scrollLeft, scrollTop}) => [scrollLeft, scrollTop]);
    const start = await getScroll();
    await page.mouse.move(600, 600);
    await page.mouse.down();
    await page.mouse.move(500, 400, {steps: 5});
    await page.mouse.up();
    await expect.poll(getScroll).toEqual([start[0] + 100, start[1] + 200]);
    // A drag is no click on a message.
    await expect(page.locator('[data-lit]')).toHaveCount(0);
    await page.mouse.wheel(0, 100);
    await expect.poll(async () => (await getScroll())[1]).toBe(start[1] + 300);
    await stage.focus();
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(async () => (await getScroll())[1]).toBe(start[1] + 380);
  });

  test('zooms by pinch', async ({browser, baseURL}) => {
    const context = await browser.newContext({
      baseURL: baseURL!,
      viewport: {width: 390, height: 844},
      hasTouch: true,
    });
    const page = await context.newPage();
    await open(page, '/docs/networking/kube-proxy');
    await page.getByRole('button', {name: '全屏'}).tap();
    const start = await getZoom(page);
    const client = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', distance?: number) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          distance === undefined
            ? []
            : [
                {x: 195 - distance / 2, y: 400, id: 0},
                {x: 195 + distance / 2, y: 400, id: 1},
              ],
      });
    await touch('touchStart', 60);
    for (const distance of [80, 100, 120]) {
      await touch('touchMove', distance);
    }
    await touch('touchEnd');
    await expect.poll(() => getZoom(page)).toBeGreaterThanOrEqual(Math.floor(start * 1.8));
    // Safari's own events of a pinch on a trackpad.
    const zoomed = await getZoom(page);
    await getStage(page).evaluate((stage) => {
      for (const [type, scale] of [
        ['gesturestart', 1],
        ['gesturechange', 0.5],
      ] as const) {
        const event = new Event(type, {cancelable: true});
        stage.dispatchEvent(Object.assign(event, {scale, clientX: 195, clientY: 400}));
      }
    });
    await expect.poll(() => getZoom(page)).toBeLessThanOrEqual(Math.ceil(zoomed / 2));
    await context.close();
  });
});

test('a diagram is saved as an SVG file that needs nothing else', async ({page, context}) => {
  await open(page, `${CREATION}#pod-creation-step-5`);
  await expectLitInView(page, 'pod-creation', 5);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', {name: '存为 SVG'}).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('pod-creation.svg');
  const svg = fs.readFileSync(await download.path(), 'utf8');
  expect(svg).toContain('<title>Pod 创建的时序（Kubernetes 1.37）</title>');
  expect(svg).not.toMatch(/var\(|class=|data-|id=|url\(/);
  const viewer = await context.newPage();
  await viewer.setContent(svg.replace(/^<\?xml.*\?>/, ''));
  const drawing = await viewer.evaluate(() => ({
    texts: document.querySelectorAll('text').length,
    lines: document.querySelectorAll('path[stroke^="rgb"]').length,
    fills: [
      ...new Set([...document.querySelectorAll('text')].map((text) => getComputedStyle(text).fill)),
    ],
  }));
  expect(drawing.texts).toBeGreaterThan(60);
  expect(drawing.lines).toBeGreaterThan(30);
  // No step is lit or dimmed in the file: names and messages in one colour, numbers in another.
  expect(drawing.fills).toHaveLength(2);
});

const BUILD = path.join(__dirname, '../build');
const readScripts = (): {name: string; text: string}[] =>
  fs
    .readdirSync(path.join(BUILD, 'assets/js'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({name, text: fs.readFileSync(path.join(BUILD, 'assets/js', name), 'utf8')}));

test('nothing of Mermaid is in any script of the built site', () => {
  // Texts that Mermaid itself shows or throws.
  const marks = /Syntax error in text|No diagram type detected|UnknownDiagramError/;
  const mermaid = path.join(__dirname, '../node_modules/mermaid/dist/mermaid.min.js');
  expect(fs.readFileSync(mermaid, 'utf8')).toMatch(marks);
  const scripts = readScripts();
  expect(scripts.length).toBeGreaterThan(10);
  expect(scripts.filter(({text}) => marks.test(text)).map(({name}) => name)).toEqual([]);
});

/** Most that a diagram, with everything that shows it, may add to what a page transfers, in bytes after brotli. */
const MAX_DIAGRAM_BYTES = 15 * 1024;

test('a page with diagrams transfers at most 15 KB more than without them', async ({page}) => {
  const compress = (text: string): number => zlib.brotliCompressSync(text).length;
  for (const address of SAMPLE) {
    const html = fs.readFileSync(path.join(BUILD, `${address}.html`), 'utf8');
    const without = html.replace(/<figure[\s\S]*?<\/figure>/g, '');
    expect(without.length).toBeLessThan(html.length);
    const scripts: string[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) {
        scripts.push(new URL(response.url()).pathname);
      }
    });
    await open(page, address);
    page.removeAllListeners('response');
    let added = compress(html) - compress(without);
    let hasPlayer = false;
    for (const name of new Set(scripts)) {
      const text = fs.readFileSync(path.join(BUILD, name), 'utf8');
      const isPlayer = path.basename(name).startsWith('diagram.');
      hasPlayer ||= isPlayer;
      const isPage = text.includes(`"permalink":"${address}","draft"`);
      if (isPlayer) {
        added += compress(text);
      } else if (isPage) {
        const withoutDrawings = text.replace(/'\{"kind":.*?\}'/g, "''");
        expect(withoutDrawings.length).toBeLessThan(text.length);
        added += compress(text) - compress(withoutDrawings);
      }
    }
    expect(hasPlayer, address).toBe(true);
    console.log(`${address}: diagrams add ${(added / 1024).toFixed(1)} KB`);
    expect(added, address).toBeLessThanOrEqual(MAX_DIAGRAM_BYTES);
    expect(added, address).toBeGreaterThan(4 * 1024);
  }
});

test('the code of diagrams is not loaded by a page without one', async ({page}) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await open(page, '/docs/redis/eviction');
  await page.waitForLoadState('networkidle');
  expect(scripts.some((url) => /\/main\.[^/]*\.js$/.test(url))).toBe(true);
  expect(scripts.filter((url) => /\/diagram\.[^/]*\.js$/.test(url))).toEqual([]);
});
