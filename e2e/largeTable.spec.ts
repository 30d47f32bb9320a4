import type {Locator} from '@playwright/test';
import {openLargeTable} from './largeTable';
import {expect, test} from './site';

// Recording a trace lays the page out at every event.
test.use({trace: 'off', hasOwnContext: true});

test.describe('a large table', () => {
  /** Longest time from an event to the frame that shows its effect, in milliseconds, with the processor slowed down four times. */
  const MAX_RESPONSE = 50;
  /** How often each is tried at most. The machine has other things to do, too: what counts is what the table needs, the shortest. */
  const MAX_ROUNDS = 5;

  test('of 40 rows and 8 subjects answers within 50 ms on a slow device', async ({page}) => {
    test.setTimeout(180_000);
    await openLargeTable(page, 40, 8);
    const root = page.locator('#large');
    // It is styled as on the site: without, the browser has other things to lay out.
    await expect(root.getByRole('button', {name: '只看不同'})).toHaveCSS('border-radius', '6.4px');
    await root.hover();
    await page.evaluate(() => {
      const responses: number[] = [];
      const listen = (): void => {
        const start = performance.now();
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => responses.push(performance.now() - start);
          channel.port2.postMessage(0);
        });
      };
      ['click', 'input', 'mouseover'].forEach((type) =>
        addEventListener(type, listen, {capture: true}),
      );
      Object.assign(window, {takeResponses: () => responses.splice(0)});
    });
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', {rate: 4});
    const times: Record<string, number[]> = {};
    const takeResponses = (): Promise<number[]> =>
      page.evaluate(() => (window as unknown as {takeResponses: () => number[]}).takeResponses());
    const act = async (
      name: string,
      locator: Locator,
      waitForEffect: () => Promise<void>,
    ): Promise<void> => {
      const {x, y, width, height} = (await locator.boundingBox())!;
      const [left, top] = [x + Math.min(20, width / 2), y + height / 2];
      await page.mouse.move(left, top);
      await page.waitForTimeout(300);
      await takeResponses();
      await page.mouse.click(left, top);
      await waitForEffect();
      // All rows are laid out again.
      await expect(root.locator('tr[style*="content-visibility"]')).toHaveCount(0);
      await page.waitForTimeout(300);
      (times[name] ??= []).push(Math.max(...(await takeResponses())));
    };
    const rows = root.locator('tbody tr:not([hidden])');
    const isFast = (): boolean =>
      Object.values(times).every((all) => Math.min(...all) < MAX_RESPONSE);
    for (let round = 0; round === 0 || (round < MAX_ROUNDS && !isFast()); round++) {
      await act('only differences', root.getByRole('button', {name: '只看不同'}), () =>
        expect(rows).toHaveCount(30),
      );
      await act('older text', root.getByRole('button', {name: /^与 2022/}), () =>
        expect(root.locator('td details:not([open])')).toHaveCount(0),
      );
      await act('menu', root.locator('summary').first(), () =>
        expect(root.getByRole('checkbox')).toHaveCount(8),
      );
      await act('hide a subject', root.getByRole('checkbox', {name: '对象 3'}), () =>
        expect(root.locator('#large-row-1 td[hidden]')).toHaveCount(1),
      );
      await act('sort', root.getByRole('button', {name: '对象 5'}), () =>
        expect(root.locator('th[aria-sort="ascending"]')).toHaveCount(1),
      );
      await root.getByRole('searchbox').focus();
      await takeResponses();
      await page.keyboard.press('x');
      await expect(root.getByText('没有符合的行。')).toBeVisible();
      (times.filter ??= []).push(Math.max(...(await takeResponses())));
      await act('reset', root.getByRole('button', {name: '重置'}), () =>
        expect(rows).toHaveCount(40),
      );
      await page.mouse.move(400, 300);
      // As in `act`: what the move before has to paint is not counted.
      await page.waitForTimeout(300);
      await takeResponses();
      await page.mouse.move(600, 400);
      await expect(root.locator('thead th[data-lit]')).toHaveCount(1);
      (times.hover ??= []).push(Math.max(...(await takeResponses())));
    }
    for (const [name, all] of Object.entries(times)) {
      console.log(`${name}: ${all.map(Math.round).join(', ')} ms`);
      expect(Math.min(...all), name).toBeLessThan(MAX_RESPONSE);
    }
  });
});
