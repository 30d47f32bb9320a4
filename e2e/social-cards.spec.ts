import fs from 'node:fs';
import path from 'node:path';
import type {Page} from '@playwright/test';
import {expect, open, readBuiltPages, test} from './site';

const ROOT = path.join(__dirname, '..');

/** Open Graph and Twitter tags of a page: name and content, in order. */
async function readTags(page: Page, html: string): Promise<(readonly [string, string])[]> {
  return page.evaluate((text) => {
    const {head} = new DOMParser().parseFromString(text, 'text/html');
    return Array.from(
      head.querySelectorAll<HTMLMetaElement>('meta[property^="og:"], meta[name^="twitter:"]'),
      (tag) => [tag.getAttribute('property') ?? tag.name, tag.content] as const,
    );
  }, html);
}

/** Pages that readers see, 404 among them; redirects are left out. */
function listPages(): (readonly [address: string, html: string])[] {
  const missing = fs.readFileSync(path.join(ROOT, 'build/404.html'), 'utf8');
  return [...readBuiltPages(), ['/404', missing] as const].filter(
    ([, html]) => !html.includes('http-equiv="refresh"'),
  );
}

/** Width and height of a PNG, from its header. */
function readSize(png: Buffer): {width: number; height: number} {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  return {width: png.readUInt32BE(16), height: png.readUInt32BE(20)};
}

function listCards(build: string): string[] {
  const dir = path.join(ROOT, build, 'img/cards');
  return fs
    .readdirSync(dir, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.png'))
    .sort();
}

test.describe('social cards', () => {
  test('every page says once what it is, and names a card that exists', async ({page}) => {
    const pagesByCard = new Map<string, string[]>();
    for (const [address, html] of listPages()) {
      const tags = await readTags(page, html);
      const names = tags.map(([name]) => name);
      expect([...names].sort(), address).toEqual([
        'og:description',
        'og:image',
        'og:image:alt',
        'og:image:height',
        'og:image:width',
        'og:locale',
        'og:site_name',
        'og:title',
        'og:type',
        'og:url',
        'twitter:card',
        'twitter:description',
        'twitter:image',
        'twitter:image:alt',
        'twitter:title',
      ]);
      const values = Object.fromEntries(tags);
      expect(values, address).toMatchObject({
        'og:image:height': '630',
        'og:image:width': '1200',
        'og:locale': 'zh_CN',
        'og:site_name': '云原生知识库',
        'twitter:card': 'summary_large_image',
        'twitter:description': values['og:description'],
        'twitter:image': values['og:image'],
        'twitter:title': values['og:title'],
      });
      expect(Object.values(values).filter((value) => value === '')).toEqual([]);

      const image = new URL(values['og:image']!);
      expect(image.pathname).toMatch(/^\/img\/cards\/.+\.[0-9a-f]{10}\.png$/);
      const png = fs.readFileSync(path.join(ROOT, 'build', image.pathname));
      expect(readSize(png), address).toEqual({width: 1200, height: 630});
      expect(png.length, address).toBeLessThanOrEqual(100 * 1024);
      pagesByCard.set(image.pathname, [...(pagesByCard.get(image.pathname) ?? []), address]);
    }
    expect(pagesByCard.size).toBeGreaterThan(30);
    // Only those that are no content of their own share a card, with the home page.
    const shared = [...pagesByCard.values()].filter((pages) => pages.length > 1);
    expect(shared).toHaveLength(1);
    expect(shared[0]).toEqual(expect.arrayContaining(['/', '/search', '/404', '/go']));
    expect(
      shared[0]!.filter(
        (address) => !/^\/(?:$|search$|404$|go$|docs\/changes-since-)/.test(address),
      ),
    ).toEqual([]);
    expect(listCards('build')).toHaveLength(pagesByCard.size);
  });

  test('a page of documentation is an article, with its short answer; the rest is the site', async ({
    page,
  }) => {
    for (const [address, html] of listPages()) {
      const values = Object.fromEntries(await readTags(page, html));
      const isPage = /^\/docs\/(2022\/)?[a-z]+\/[a-z0-9-]+$/.test(address);
      expect(values['og:type'], address).toBe(isPage ? 'article' : 'website');
    }
    await page.goto('/docs/2022/redis/eviction');
    const values = Object.fromEntries(await readTags(page, await page.content()));
    expect(values['og:title']).toContain('淘汰策略');
    expect(values['og:description']).toBe(await page.locator('.markdown > p').first().innerText());
    expect(values['og:image:alt']).toBe('淘汰策略 · Redis · 2022 版（Kubernetes 1.23）');
    // The canonical address: that of the page in the current edition.
    expect(values['og:url']).toMatch(/\/docs\/redis\/eviction$/);
  });

  test('the addresses of cards hold the path that the site lies below, and nothing is drawn twice', async ({
    page,
  }) => {
    const html = fs.readFileSync(
      path.join(ROOT, 'build-below-path/docs/redis/eviction.html'),
      'utf8',
    );
    const values = Object.fromEntries(await readTags(page, html));
    expect(values['og:image']).toMatch(
      /^https:\/\/kb\.example\.org\/below\/a-path\/img\/cards\/docs\/redis\/eviction\.[0-9a-f]{10}\.png$/,
    );
    // Same content, same image: the second of the builds had nothing to draw.
    expect(listCards('build-below-path')).toEqual(listCards('build'));
  });

  test('the tags do not tell of the page before, once the reader went on', async ({page}) => {
    await open(page, '/docs/pods/creation#pitfalls');
    const card = page.locator('head meta[property="og:image"]');
    await expect(card).toHaveCount(1);
    await page.getByRole('link', {name: '常见误区', exact: true}).click();
    await expect(card).toHaveAttribute('content', /pods\/creation\./);
    await page
      .getByRole('navigation', {name: '上一页和下一页'})
      .getByRole('link', {name: /下一页/})
      .click();
    await expect(page).toHaveURL('/docs/pods/phases');
    await expect(page.locator('head meta[property="og:title"]')).toHaveAttribute(
      'content',
      /Pod 阶段与状况/,
    );
    const stale = page.locator('head meta:is([property^="og:"], [name^="twitter:"])');
    await expect(page.locator('head meta[property="og:image"]')).toHaveCount(0);
    for (const tag of await stale.all()) {
      await expect(tag).not.toHaveAttribute('content', /Pod 创建流程|pods\/creation/);
    }
    await page.goBack();
    await expect(card).toHaveCount(0);
  });

  test('are in neither the sitemap nor the search', () => {
    const sitemap = fs.readFileSync(path.join(ROOT, 'build/sitemap.xml'), 'utf8');
    expect(sitemap).not.toContain('img/cards');
  });
});
