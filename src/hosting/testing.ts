import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {PackOptions} from './pack.ts';

/** A folder that goes with the test. */
export const makeFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'hosting-'));

/** Writes files, by their paths below a folder. */
export function writeFiles(dir: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(dir, name);
    fs.mkdirSync(path.dirname(file), {recursive: true});
    fs.writeFileSync(file, content);
  }
}

/** A script that is the same on all pages of the small site. */
export const INLINE_SCRIPT = 'document.title = "说明";';

const createPage = (basePath: string, title: string): string =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title>` +
  `<link rel="stylesheet" href="${basePath}assets/css/styles.0a1b2c3d.css">` +
  `<script>${INLINE_SCRIPT}</script><p>${title}：${'一段很长的文字。'.repeat(50)}</p>\n`;

/** A small site as the build would write it: two pages, one of which has a twin in Markdown, and a redirect. */
export function createSmallSite(basePath = '/'): Record<string, string> {
  return {
    '404.html': createPage(basePath, '找不到'),
    'index.html': createPage(basePath, '首页'),
    'docs/page.html': createPage(basePath, '一页'),
    'docs/page.md': `# 一页\n\n${'一段很长的文字。'.repeat(50)}\n`,
    'docs/old.html': createPage(basePath, '页面已移动'),
    'assets/js/main.0a1b2c3d.js': `const search={appId:"embedded search"};\n`,
    'assets/css/styles.0a1b2c3d.css': 'p{color:red}\n',
    'img/cards/index.0a1b2c3d4e.png': 'PNG',
    'search-index/docs.0a1b2c3d4e/c0.json': '{"records":[]}\n',
    'search-index/docs.json': '{"folder":"docs.0a1b2c3d4e"}\n',
  };
}

/** How the small site is packed, into `release` below a folder that has it in `build`. */
export function createOptions(dir: string): PackOptions {
  return {
    buildDir: path.join(dir, 'build'),
    outDir: path.join(dir, 'release'),
    nginxFile: path.resolve('hosting/nginx.conf'),
    basePath: '/',
    redirects: [{from: '/docs/old', to: {path: '/docs/page', anchor: ''}, anchors: {}}],
    isHttpsOnly: false,
    hasBrotli: true,
  };
}
