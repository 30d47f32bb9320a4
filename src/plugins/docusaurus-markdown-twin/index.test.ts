import fs from 'node:fs';
import path from 'node:path';
import type {LoadContext} from '@docusaurus/types';
import {afterEach, describe, expect, it} from 'vitest';
import {createSite, SOUND_PAGE} from '../docusaurus-page-contract/testing.ts';
import docusaurusMarkdownTwin from './index.ts';

let remove: (() => void) | undefined;
afterEach(() => remove?.());

const createVersion = (versionName: string, label: string, folder: string) => ({
  versionName,
  label,
  path: folder,
  isLast: versionName === 'current',
  docs: [
    {
      id: 'pods/creation',
      title: 'Pod 创建流程',
      permalink: `${folder}/pods/creation`,
      frontMatter: {},
    },
  ],
  sidebars: {
    docs: [
      {
        type: 'category',
        label: 'Pod',
        link: {type: 'generated-index', permalink: `${folder}/pods`},
        items: [{type: 'doc', id: 'pods/creation'}],
      },
    ],
  },
});

/** Builds a site that is deployed below a path, and reads a file of it. */
async function build(changes: Record<string, string> = {}): Promise<(file: string) => string> {
  const site = createSite(changes);
  ({remove} = site);
  const outDir = path.join(site.siteDir, 'build');
  const plugin = docusaurusMarkdownTwin({
    baseUrl: '/kb/',
    siteConfig: {title: '知识库', tagline: '先给短答案。', url: 'https://example.org'},
    siteDir: site.siteDir,
  } as LoadContext);
  const loadedVersions = [
    createVersion('current', '2026 版', '/kb/docs'),
    createVersion('2022', '2022 版', '/kb/docs/2022'),
  ];
  await plugin.allContentLoaded!({
    allContent: {'docusaurus-plugin-content-docs': {default: {loadedVersions}}},
  } as unknown as Parameters<NonNullable<typeof plugin.allContentLoaded>>[0]);
  await plugin.postBuild!({outDir} as Parameters<NonNullable<typeof plugin.postBuild>>[0]);
  return (file) => fs.readFileSync(path.join(outDir, file), 'utf8');
}

describe('docusaurus-markdown-twin', () => {
  it('writes the pages of both editions at their addresses, which keep the base URL', async () => {
    const read = await build();
    expect(read('docs/pods/creation.md').split('\n').slice(0, 5)).toEqual([
      '# Pod 创建流程',
      '',
      '- 版本：2026 版',
      '- 核对依据：Kubernetes 1.37，2026-11-21',
      '- 地址：<https://example.org/kb/docs/pods/creation>',
    ]);
    expect(read('docs/pods/creation.md')).toContain(
      '[全过程](https://example.org/kb/docs/pods/creation#flow)',
    );
    const older = read('docs/2022/pods/creation.md');
    expect(older).toContain('- 核对依据：Kubernetes 1.23，2026-11-21');
    expect(older).toContain('[全过程](https://example.org/kb/docs/2022/pods/creation#flow)');
  });

  it('copies the images of a page to where its twin looks for them', async () => {
    const read = await build({
      'docs/pods/creation.mdx': `${SOUND_PAGE}\n![图](./img/a%20b.svg)\n`,
      'docs/pods/img/a b.svg': '<svg/>',
    });
    expect(read('docs/pods/creation.md')).toContain(
      '![图](https://example.org/kb/docs/pods/img/a%20b.svg)',
    );
    expect(read('docs/pods/img/a b.svg')).toBe('<svg/>');
  });

  it('writes llms.txt and llms-full.txt, the current edition before the older one', async () => {
    const read = await build();
    expect(read('llms.txt')).toMatch(
      /^# 知识库\n\n> 先给短答案。\n[\s\S]*<https:\/\/example\.org\/kb\/llms-full\.txt>[\s\S]*\n## Pod\n\n- \[Pod 创建流程\]\(https:\/\/example\.org\/kb\/docs\/pods\/creation\.md\): API server 校验并保存 Pod[^\n]*\n\n## Optional\n\n- \[Pod 创建流程\]\(https:\/\/example\.org\/kb\/docs\/2022\/pods\/creation\.md\): 2022 版\n$/,
    );
    expect(read('llms-full.txt')).toContain(`\n---\n\n${read('docs/pods/creation.md')}`);
    expect(read('llms-full.txt')).not.toContain('1.23');
  });

  it('stops the build, with the faults of all editions in one error', async () => {
    await expect(
      build({
        'docs/pods/creation.mdx': `${SOUND_PAGE}\n<Tabs />\n`,
        'versioned_docs/version-2022/pods/creation.mdx': `${SOUND_PAGE}\n{a}\n`,
      }),
    ).rejects.toThrow(
      /^2 faults in the Markdown of pages:\ndocs\/pods\/creation\.mdx:\d+:1: <Tabs> .*\nversioned_docs\/version-2022\/pods\/creation\.mdx:\d+:1: The expression \{a\} .*$/,
    );
  });
});
