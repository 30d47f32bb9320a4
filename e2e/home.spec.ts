import {expect, open, test} from './site';

test.describe('home', () => {
  test('opens the search, which finds a page while the reader types', async ({page}) => {
    await open(page, '/');
    await page.getByRole('button', {name: '搜索全站'}).click();
    await expect(page.locator('.DocSearch-Input')).toBeFocused();
    await page.keyboard.type('优雅关闭', {delay: 20});
    await expect(page.locator('.DocSearch-Hit').first()).toContainText('Pod 优雅关闭');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/docs\/pods\/graceful-shutdown/);
    await expect(page.getByRole('heading', {level: 1})).toHaveText('Pod 优雅关闭');
  });

  test('shows the most asked questions, and each leads to its page', async ({page}) => {
    await open(page, '/');
    const questions = page.getByRole('region', {name: '最常被问到'});
    await questions.getByRole('link', {name: '从提交 YAML 到 Pod 就绪，中间发生了什么？'}).click();
    await expect(page).toHaveURL('/docs/pods/creation');
  });

  test('lists every section with what it answers and its pages', async ({page}) => {
    await open(page, '/');
    const sections = page.getByRole('region', {name: '分类'});
    await expect(sections.getByRole('heading', {level: 3})).toHaveText([
      '基础概念',
      'Pod',
      '集群网络',
      '容器运行时',
      '网络',
      'MySQL',
      'Redis',
    ]);
    await expect(sections.getByText('内存满了淘汰谁，缓存怎样不出事故。')).toBeVisible();
    await sections.getByRole('link', {name: '集群网络'}).click();
    await expect(page).toHaveURL('/docs/networking');
    await page
      .getByRole('link', {name: /^kube-proxy 的几种模式/})
      .first()
      .click();
    await expect(page).toHaveURL('/docs/networking/kube-proxy');
  });

  test('offers both editions', async ({page}) => {
    await open(page, '/');
    const editions = page.getByRole('region', {name: '版本', exact: true});
    await expect(editions.getByRole('heading', {level: 3})).toHaveText([
      '2026 版（Kubernetes 1.37）',
      '2022 版（Kubernetes 1.23）',
    ]);
    await editions.getByRole('link', {name: 'Redis'}).last().click();
    await expect(page).toHaveURL('/docs/2022/redis');
  });

  test('is complete without JavaScript', async ({browser, baseURL}) => {
    const context = await browser.newContext({javaScriptEnabled: false, baseURL: baseURL!});
    const page = await context.newPage();
    await page.goto('/');
    await expect(
      page.getByRole('link', {name: '从提交 YAML 到 Pod 就绪，中间发生了什么？'}),
    ).toBeVisible();
    await expect(page.getByRole('link', {name: '淘汰策略'}).first()).toHaveAttribute(
      'href',
      '/docs/redis/eviction',
    );
    await context.close();
  });
});
