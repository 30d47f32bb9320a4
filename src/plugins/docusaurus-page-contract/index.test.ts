import fs from 'node:fs';
import path from 'node:path';
import type {LoadContext} from '@docusaurus/types';
import type {Options as PresetOptions} from '@docusaurus/preset-classic';
import {compile, type CompileOptions} from '@mdx-js/mdx';
import {afterEach, describe, expect, it} from 'vitest';
import siteConfig from '../../../docusaurus.config.ts';
import {readTables} from '../remark-comparison-table/readTables.ts';
import {readDiagrams} from '../remark-diagram/readDiagrams.ts';
import docusaurusPageContract from './index.ts';
import {parseTopics, type Topics} from './editions.ts';
import {parsePage} from './page.ts';
import {parseFrontMatter} from './parseFrontMatter.ts';
import {createSite, lint, OLDEST, SOUND_OLD_PAGE, SOUND_PAGE, TOPICS} from './testing.ts';
import {createRules} from './rules.ts';

let remove: (() => void) | undefined;
afterEach(() => remove?.());

function createPlugin(changes: Record<string, string | null> = {}) {
  const site = createSite(changes);
  ({remove} = site);
  return docusaurusPageContract({siteDir: site.siteDir} as LoadContext);
}

describe('docusaurus-page-contract', () => {
  it('stops the build with every fault of the content in one error', async () => {
    await expect(
      createPlugin({
        'docs/pods/creation.mdx': SOUND_PAGE.replace('#pod-ip', '#flow').replace(' 10', ' first'),
      }),
    ).rejects.toThrow(
      /^2 faults in the content:\ndocs\/pods\/creation\.mdx:3:1: .*\ndocs\/pods\/creation\.mdx:53:1: .*$/,
    );
  });

  it('lets sound content pass, and watches both editions', async () => {
    const plugin = await createPlugin();
    expect(plugin.getPathsToWatch?.()).toEqual([
      expect.stringMatching(/docs\/\*\*\/\*\.\{mdx,yaml\}$/),
      expect.stringMatching(/versioned_docs\/version-2022\/\*\*\/\*\.\{mdx,yaml\}$/),
    ]);
  });
});

/** What all rules together report. */
async function lintAll(
  topics: Topics,
  text: string,
  context?: Parameters<typeof lint>[2],
): Promise<string[]> {
  const faults: string[] = [];
  for (const rule of createRules(topics, {needsDrawings: false})) {
    faults.push(...(await lint(rule, text, context)));
  }
  return faults;
}

describe('createRules', () => {
  const all = (text: string, context?: Parameters<typeof lint>[2]): Promise<string[]> =>
    lintAll(TOPICS, text, context);

  it('has nothing against a sound page, in the current and in the oldest edition', async () => {
    expect(await all(SOUND_PAGE)).toEqual([]);
    expect(await all(SOUND_OLD_PAGE, {edition: OLDEST})).toEqual([]);
  });

  it('asks a partial for no front matter and no skeleton, but for the rest', async () => {
    expect(await all('一段共用的文字。\n', {isPartial: true})).toEqual([]);
    expect(await all('## 共用\n', {isPartial: true})).toEqual([
      '1:1: The heading "共用" has no id. Close the line with a comment: {/* #short-english-name */}.',
    ]);
  });

  it('refuses an absolute link, plain http, and an image from elsewhere', async () => {
    const text = SOUND_PAGE.replace(
      '建沙箱时。',
      '[a](/docs/pods/creation) [b](http://example.org) ![c](https://example.org/c.png) [](https://example.org)',
    );
    expect((await all(text)).map((fault) => fault.replace(/^\S+ /, '').split('. ')[0])).toEqual([
      'The link "/docs/pods/creation" is tied to this edition\'s address',
      'The link "http://example.org" is not https',
      'The image "https://example.org/c.png" does not lie next to the page',
      'The link "https://example.org" has no text',
    ]);
  });

  it('refuses a short answer with markup, of several lines, or one that the description would garble', async () => {
    const answer = async (text: string): Promise<string[]> =>
      (await all(SOUND_PAGE.replace(/API server 校验.*/, text))).map(
        (fault) => fault.split('. ')[0]!,
      );
    const filler =
      '，这里再补上足够多的文字，好让这一段达到四十个字符的下限，而不至于因为太短而被拒绝';
    expect(await answer(`看 \`nodeName\`${filler}。`)).toEqual([
      '17:1: The short answer holds markup',
    ]);
    expect(await answer(`第一行\n第二行${filler}。`)).toEqual([
      '17:1: The short answer is broken into several lines',
    ]);
    expect(await answer(`参数 tcp_tw_reuse${filler}。`)).toEqual([
      `17:1: The short answer would reach search engines as "参数 tcptwreuse${filler}。"`,
    ]);
  });

  it('counts follow-ups and wants an answer to each, and a list of pitfalls', async () => {
    const text = SOUND_PAGE.replace(/等待。[\s\S]*/, '')
      .replace(/### 何时有 IP[\s\S]*?(?=### 没有)/, '')
      .replace('- **「', '**「');
    expect((await all(text)).map((fault) => fault.split('. ')[0])).toEqual([
      '39:1: The section #pitfalls has no list',
      '47:1: The section #follow-ups has 2 questions',
      '53:1: "没有合适的节点呢？" has no answer',
    ]);
  });
});

describe('the examples in CONTRIBUTING.md', () => {
  const guide = fs.readFileSync(path.join(__dirname, '../../../CONTRIBUTING.md'), 'utf8');

  it('of a page keeps the contract that it explains', async () => {
    const example = /^```mdx\n([\s\S]*?)^```$/m.exec(guide)?.[1];
    const topics = new Map([['redis', new Map([['eviction', '淘汰策略']])]]);
    expect(example).toContain('## 常见误区');
    expect(await lintAll(topics, example!, {address: 'redis/eviction'})).toEqual([]);
  });

  it('of a table has nothing wrong with it', () => {
    const example = /^```mdx\n(<ComparisonTable[\s\S]*?)^```$/m.exec(guide)![1]!;
    const {tables, faults} = readTables(parsePage('example.mdx', example).tree!, example);
    expect(faults).toEqual([]);
    expect(tables.map(({id, rows}) => [id, rows.length])).toEqual([['cni', 3]]);
  });

  it('of a diagram has nothing wrong with it', async () => {
    const example = /^````mdx\n([\s\S]*?)^````$/m.exec(guide)?.[1];
    const {diagrams, faults} = await readDiagrams(parsePage('example.mdx', example!).tree!);
    expect(faults).toEqual([]);
    expect(diagrams.map(({id, model}) => [id, model.messages.length])).toEqual([['cache-miss', 4]]);
  });
});

describe('parseTopics', () => {
  it('reports what is wrong in the list of pages, with its place', () => {
    expect(parseTopics('pods:\n  creation:\n  Phases: 阶段\nmysql: 日志\n').faults).toEqual([
      {line: 2, column: 3, message: expect.stringMatching(/^Page "pods\/creation" has no title/)},
      {line: 3, column: 3, message: expect.stringMatching(/^"pods\/Phases" is not an address/)},
      {line: 4, column: 1, message: expect.stringMatching(/^Section "mysql" lists no pages/)},
    ]);
  });
});

describe('parseFrontMatter', () => {
  it('keeps the date as the author wrote it', async () => {
    const parsed = await parseFrontMatter({
      filePath: 'page.mdx',
      fileContent: '',
      defaultParseFrontMatter: async () => ({
        frontMatter: {title: '页', checked: {date: new Date('2026-11-21'), against: 'Redis 8.10'}},
        content: '正文',
      }),
    });
    expect(parsed).toEqual({
      frontMatter: {title: '页', checked: {date: '2026-11-21', against: 'Redis 8.10'}},
      content: '正文',
    });
  });
});

describe('emphasis beside Chinese punctuation', () => {
  it('is bold with the remark plugins that the site uses for pages, and not without', async () => {
    const [, options] = siteConfig.presets![0] as [string, PresetOptions];
    const {remarkPlugins} = options.docs as {remarkPlugins: CompileOptions['remarkPlugins']};
    expect(String(await compile('**中文。**后面', {remarkPlugins}))).toContain(
      'children: "中文。"',
    );
    expect(String(await compile('**中文。**后面'))).toContain('**中文。**');
  });
});
