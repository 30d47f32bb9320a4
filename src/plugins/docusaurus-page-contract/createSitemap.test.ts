import {describe, expect, it} from 'vitest';
import {createSitemap} from './createSitemap.ts';
import {createSite} from './testing.ts';

type Create = ReturnType<typeof createSitemap>;

describe('createSitemap', () => {
  it('lists current pages first, each with the day on which it was checked', async () => {
    const {siteDir, remove} = createSite();
    try {
      const paths = [
        'docs/2022/pods/creation',
        'docs/2022/pods',
        'docs/pods',
        'docs/pods/creation',
        '',
      ];
      const items = await createSitemap(siteDir)({
        siteConfig: {url: 'https://kb.example.org', baseUrl: '/kb/'},
        routes: [],
        defaultCreateSitemapItems: () =>
          Promise.resolve(
            paths.map((path) => ({
              url: `https://kb.example.org/kb/${path}`,
              changefreq: 'weekly',
              priority: 0.5,
            })),
          ),
      } as unknown as Parameters<Create>[0]);
      expect(items.map(({url, lastmod}) => [new URL(url).pathname, lastmod])).toEqual([
        ['/kb/docs/pods', null],
        ['/kb/docs/pods/creation', '2026-11-21'],
        ['/kb/', null],
        ['/kb/docs/2022/pods/creation', '2026-11-21'],
        ['/kb/docs/2022/pods', null],
      ]);
    } finally {
      remove();
    }
  });
});
