import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {
  groupBySection,
  listOlderEditions,
  readContent,
  writeHome,
  type Content,
} from './content.ts';
import {createPeers, type Peer} from './sites.ts';

const buildDir = fs.mkdtempSync(path.join(os.tmpdir(), 'peer-content-'));
const ORIGIN = 'http://localhost:3000';

const FILES = {
  'llms.txt': `# 知识库

> 先给短答案。

合成一个文件：<${ORIGIN}/llms-full.txt>

## Pod

- [Pod 创建流程](${ORIGIN}/docs/pods/creation.md): 先写进 etcd。
- [request、limit](${ORIGIN}/docs/pods/requests.md): 预留与上限。

## MySQL

- [主从复制](${ORIGIN}/docs/mysql/replication.md): 从库连源库。

## Optional

- [Pod 创建流程（2022 版）](${ORIGIN}/docs/2022/pods/creation.md): 那时也一样。
`,
  'docs/pods/creation.md': `# Pod 创建流程

- 地址：<${ORIGIN}/docs/pods/creation>

先写进 etcd，见 [复制](${ORIGIN}/docs/mysql/replication#how)。模板里写 {{ .Name }}，代码里写 \`{{ .Name }}\`。

\`\`\`mermaid
sequenceDiagram
  A->>B: it's {{ x }}
\`\`\`
`,
  'docs/pods/requests.md': '# request、limit\n\n预留与上限。\n',
  'docs/mysql/replication.md': '# 主从复制\n\n从库连源库。\n',
  'docs/2022/pods/creation.md': '# Pod 创建流程\n\n那时也一样。\n',
};

let content: Content;

beforeAll(() => {
  for (const [file, text] of Object.entries(FILES)) {
    fs.mkdirSync(path.dirname(path.join(buildDir, file)), {recursive: true});
    fs.writeFileSync(path.join(buildDir, file), text);
  }
  content = readContent(buildDir);
});
afterAll(() => fs.rmSync(buildDir, {recursive: true}));

describe('the text that all sites show', () => {
  it('is that of the Markdown twins, in their order', () => {
    expect(content.title).toBe('知识库');
    expect(
      content.pages.map(({path: address, edition, title}) => [address, edition, title]),
    ).toEqual([
      ['docs/pods/creation', undefined, 'Pod 创建流程'],
      ['docs/pods/requests', undefined, 'request、limit'],
      ['docs/mysql/replication', undefined, '主从复制'],
      ['docs/2022/pods/creation', '2022', 'Pod 创建流程（2022 版）'],
    ]);
  });

  it('has the titles of its sections, in older editions, too', () => {
    const list = (edition?: string) =>
      groupBySection(content, edition).map(({title, pages}) => [title, pages.length]);
    expect(list()).toEqual([
      ['Pod', 2],
      ['MySQL', 1],
    ]);
    expect(listOlderEditions(content)).toEqual(['2022']);
    expect(list('2022')).toEqual([['Pod', 1]]);
  });

  it('links to pages wherever the site lies', () => {
    const {body} = content.pages[0]!;
    expect(body).toContain('[复制](/docs/mysql/replication#how)');
    expect(body).toContain('地址：[/docs/pods/creation](/docs/pods/creation)');
    expect(body).not.toContain('localhost');
    expect(body).not.toMatch(/^# /m);
  });

  it('is listed on the home page', () => {
    expect(writeHome(content)).toContain(
      '## MySQL\n\n- [主从复制](/docs/mysql/replication)：从库连源库。\n',
    );
    expect(writeHome(content)).not.toContain('2022');
  });

  it('must be there', () => {
    expect(() => readContent(path.join(buildDir, 'docs'))).toThrow(
      /llms\.txt: The file does not exist/,
    );
  });
});

describe('the sites of the others', () => {
  const project = {
    dependencies: {'@docusaurus/core': '3.10.2', react: '19.3.1'},
    overrides: {'@docsearch/core': '4.7.0'},
  };
  const write = (name: Peer['name']): ReadonlyMap<string, string> =>
    createPeers(project)
      .find((peer) => peer.name === name)!
      .writeFiles(content);

  it('have exact versions, and the Docusaurus of this project', () => {
    for (const {manifest} of createPeers({
      ...project,
      dependencies: {
        ...project.dependencies,
        '@mdx-js/react': '3.1.1',
        clsx: '2.1.1',
        'prism-react-renderer': '2.4.1',
        'react-dom': '19.3.1',
      },
    })) {
      expect(
        Object.values(manifest.dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version)),
      ).toEqual([]);
    }
    expect(createPeers(project)[0]).toMatchObject({
      title: 'Docusaurus 3.10.2, plain',
      manifest: {
        dependencies: {'@docusaurus/preset-classic': '3.10.2'},
        overrides: project.overrides,
      },
    });
  });

  it('have a page for each of ours, at the same address', () => {
    expect(write('docusaurus').get('docs/pods/creation.md')).toContain('title: Pod 创建流程');
    expect(write('docusaurus').get('versioned_docs/version-2022/pods/creation.md')).toContain(
      '那时也一样。',
    );
    expect(write('vitepress').get('docs/2022/pods/creation.md')).toContain(
      '# Pod 创建流程（2022 版）',
    );
    expect(write('starlight').get('src/content/docs/docs/mysql/replication.md')).toContain(
      '从库连源库。',
    );
  });

  it('have the sections in their sidebars', () => {
    expect(write('docusaurus').get('sidebars.js')).toContain('"pods/requests"');
    expect(write('docusaurus').get('versioned_sidebars/version-2022-sidebars.json')).not.toContain(
      'pods/requests',
    );
    expect(write('vitepress').get('.vitepress/config.mts')).toContain('"/docs/2022/": [');
    expect(write('starlight').get('astro.config.mjs')).toContain('"slug": "docs/pods/requests"');
  });

  it('do not take text for expressions', () => {
    const page = write('vitepress').get('docs/pods/creation.md')!;
    expect(page).toContain('模板里写 &#123;&#123; .Name }}，代码里写 `{{ .Name }}`。');
    expect(page).toContain("it's {{ x }}");
  });
});
