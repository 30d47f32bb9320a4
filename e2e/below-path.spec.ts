import {expect, open, test} from './site';

test.describe('a site deployed below a path', () => {
  test('has its pages, images and links below that path', async ({page}) => {
    await open(page, '/below/a-path/');
    // This build has its scripts with the page, see scripts/test.mjs.
    await expect(page.locator('script[src^="/below/a-path/assets/js/main."]')).toBeAttached();
    const hrefs = await page
      .locator('a[href^="/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(hrefs.length).toBeGreaterThan(20);
    expect(hrefs.filter((href) => !href?.startsWith('/below/a-path/'))).toEqual([]);
    await page.getByRole('link', {name: '淘汰策略'}).first().click();
    await expect(page).toHaveURL('/below/a-path/docs/redis/eviction');
    await page.getByRole('button', {name: '2026 版（Kubernetes 1.37）'}).hover();
    await page.getByRole('link', {name: '2022 版（Kubernetes 1.23）'}).click();
    await expect(page).toHaveURL('/below/a-path/docs/2022/redis/eviction');
  });

  test('names the address under which it is deployed', async ({page}) => {
    await open(page, '/below/a-path/docs/redis/eviction');
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
      'href',
      'https://kb.example.org/below/a-path/docs/redis/eviction',
    );
  });

  test('has its pages in Markdown there, with addresses below that path', async ({request}) => {
    const twin = await (await request.get('/below/a-path/docs/2022/redis/eviction.md')).text();
    expect(twin).toContain(
      '- 地址：<https://kb.example.org/below/a-path/docs/2022/redis/eviction>\n',
    );
    const index = await (await request.get('/below/a-path/llms.txt')).text();
    expect(index).toContain('](https://kb.example.org/below/a-path/docs/redis/eviction.md): ');
  });
});
