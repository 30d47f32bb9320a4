import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import logger from '@docusaurus/logger';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import docusaurusSocialCards, {validateOptions} from './index.ts';

const PAGE = '---\ntitle: 淘汰策略\n---\n\n内存满了，按策略丢弃键。\n';

let siteDir: string;
let info: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'cards-site-'));
  info = vi.spyOn(logger, 'info').mockImplementation(() => undefined);
  write('logo.svg', '<svg viewBox="0 0 32 32"><path d="M0 0h9v9z"/></svg>\n');
  write('docs/redis/eviction.mdx', PAGE);
});
afterEach(() => {
  info.mockRestore();
  fs.rmSync(siteDir, {recursive: true});
});

function write(name: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(siteDir, name)), {recursive: true});
  fs.writeFileSync(path.join(siteDir, name), text);
}

function version(label: string, base: string, folder: string, title: string): object {
  return {
    label,
    sidebarFilePath: path.join(siteDir, 'sidebars.ts'),
    docs: [
      {
        id: 'redis/eviction',
        title,
        description: '内存满了，按策略丢弃键。',
        permalink: `${base}/redis/eviction`,
        source: `@site/${folder}/redis/eviction.mdx`,
      },
    ],
    sidebars: {
      docs: [
        {
          type: 'category',
          label: 'Redis',
          link: {type: 'generated-index', permalink: `${base}/redis`, description: '缓存。'},
          items: [
            {type: 'doc', id: 'redis/eviction'},
            {type: 'link', href: '/x', label: 'x'},
          ],
        },
      ],
    },
  };
}

async function load(title = '淘汰策略'): Promise<Plugin<void>> {
  const plugin = docusaurusSocialCards(
    {
      siteDir,
      baseUrl: '/kb/',
      siteConfigPath: path.join(siteDir, 'docusaurus.config.ts'),
      siteConfig: {title: '知识库', tagline: '先给短答案。', url: 'https://example.org'},
    } as unknown as LoadContext,
    {logo: 'logo.svg'},
  );
  const loadedVersions = [
    version('2026 版', '/kb/docs', 'docs', title),
    version('2022 版', '/kb/docs/2022', 'versioned_docs/version-2022', '淘汰策略'),
  ];
  await plugin.allContentLoaded!({
    allContent: {'docusaurus-plugin-content-docs': {default: {loadedVersions}}},
  } as never);
  return plugin;
}

const ADDRESSES = [
  'index',
  '404',
  'search',
  'docs/redis',
  'docs/redis/eviction',
  'docs/2022/redis',
  'docs/2022/redis/eviction',
];

/** Builds the site as far as this plugin sees it, and gives the address of each page's image, by page. */
async function build(plugin: Plugin<void>, addresses = ADDRESSES): Promise<Record<string, string>> {
  const outDir = path.join(siteDir, 'build');
  fs.rmSync(outDir, {recursive: true, force: true});
  for (const address of addresses) {
    write(
      `build/${address}.html`,
      `<head><title>x</title><meta property=og:title content=x /></head>`,
    );
  }
  write('build/docs/index.html', '<head><meta http-equiv="refresh" content="0; url=/kb/"></head>');
  await plugin.postBuild!({outDir} as never);
  expect(fs.readFileSync(path.join(outDir, 'docs/index.html'), 'utf8')).not.toContain('og:');
  return Object.fromEntries(
    addresses.map((address) => {
      const html = fs.readFileSync(path.join(outDir, `${address}.html`), 'utf8');
      const images = Array.from(
        html.matchAll(/property="og:image" content="([^"]*)"/g),
        ([, image]) => image!,
      );
      expect(images).toHaveLength(1);
      return [address, images[0]!];
    }),
  );
}

describe('docusaurus-social-cards', () => {
  it('gives every page and section of every edition an image of its own, and the others that of the home page', async () => {
    const images = await build(await load());
    for (const [address, image] of Object.entries(images)) {
      const name = ['404', 'search'].includes(address) ? 'index' : address;
      expect(image).toMatch(
        new RegExp(`^https://example\\.org/kb/img/cards/${name}\\.[0-9a-f]{10}\\.png$`),
      );
      expect(
        fs.existsSync(path.join(siteDir, 'build', image.slice('https://example.org/kb/'.length))),
      ).toBe(true);
    }
    expect(new Set(Object.values(images)).size).toBe(5);
    const html = fs.readFileSync(path.join(siteDir, 'build/docs/2022/redis/eviction.html'), 'utf8');
    expect(html).toContain('<meta property="og:image:alt" content="淘汰策略 · Redis · 2022 版">');
    expect(html).toContain('<meta property="og:type" content="article">');
    expect(fs.readFileSync(path.join(siteDir, 'build/index.html'), 'utf8')).toContain(
      'content="website"',
    );
  });

  it('draws nothing in a second build, and only what changed in a third, whose address changes', async () => {
    const first = await build(await load());
    expect(info).toHaveBeenLastCalledWith('Social cards: 5 drawn, 0 from the cache.');
    expect(await build(await load())).toEqual(first);
    expect(info).toHaveBeenLastCalledWith('Social cards: 0 drawn, 5 from the cache.');
    const third = await build(await load('内存淘汰'));
    expect(info).toHaveBeenLastCalledWith('Social cards: 1 drawn, 4 from the cache.');
    const changed = ADDRESSES.filter((address) => third[address] !== first[address]);
    expect(changed).toEqual(['docs/redis/eviction']);
  });

  it('stops, before anything is built, at a character that the font lacks', async () => {
    write('docs/redis/eviction.mdx', PAGE.replace('策略', '😀'));
    await expect(load('淘汰😀')).rejects.toThrow(
      'docs/redis/eviction.mdx:2:10: The font of the social cards has no glyph for "😀" (U+1F600) in the title.',
    );
  });

  it('stops when a page is not where its card is to go', async () => {
    const plugin = await load();
    const addresses = ADDRESSES.filter((address) => address !== 'docs/redis');
    await expect(build(plugin, addresses)).rejects.toThrow(
      'are not where they should be: docs/redis.',
    );
  });

  it('wants a logo', () => {
    const validate = (options: object): unknown =>
      validateOptions({
        options,
        validate: (
          schema: {validate: (value: object) => {error?: Error; value: unknown}},
          value: object,
        ) => {
          const {error, value: valid} = schema.validate(value);
          if (error) {
            throw error;
          }
          return valid;
        },
      } as never);
    expect(() => validate({})).toThrow('"logo" is required');
    expect(validate({logo: 'x.svg'})).toEqual({logo: 'x.svg'});
  });
});
