import {describe, expect, it} from 'vitest';
import type {Twin} from './createTwins.ts';
import {createFullText, createIndex, type Library} from './llms.ts';

const twin = (address: string, title: string): Twin => ({
  address: `https://kb.example.org/docs/${address}`,
  path: `${address}.md`,
  title,
  answer: `${title}的短答案，见 a_b。`,
  markdown: `# ${title}\n\n文。\n`,
  images: [],
});

const library: Library = {
  title: '云原生知识库',
  summary: '先给短答案。',
  label: '2026 版',
  chapters: [
    {title: 'Pod', twins: [twin('pods/creation', '创建'), twin('pods/phases', '阶段')]},
    {title: 'Redis', twins: [twin('redis/eviction', '淘汰')]},
  ],
  older: [{label: '2022 版', twins: [twin('2022/pods/creation', '创建')]}],
  fullAddress: 'https://kb.example.org/llms-full.txt',
};

describe('createIndex', () => {
  it('has the form of llms.txt: title, summary, sections of links with notes, the older edition as optional', () => {
    expect(createIndex(library)).toMatchInlineSnapshot(`
      "# 云原生知识库

      > 先给短答案。

      下面是 2026 版的各页，都是 Markdown，开头写着版本、核对依据和网页的地址。合成一个文件：<https://kb.example.org/llms-full.txt>

      ## Pod

      - [创建](https://kb.example.org/docs/pods/creation.md): 创建的短答案，见 a_b。
      - [阶段](https://kb.example.org/docs/pods/phases.md): 阶段的短答案，见 a_b。

      ## Redis

      - [淘汰](https://kb.example.org/docs/redis/eviction.md): 淘汰的短答案，见 a_b。

      ## Optional

      - [创建](https://kb.example.org/docs/2022/pods/creation.md): 2022 版
      "
    `);
  });

  it('names nothing as optional when there is one edition', () => {
    expect(createIndex({...library, older: []})).not.toContain('Optional');
  });
});

describe('createFullText', () => {
  it('holds every page of the current edition, each behind a line of dashes', () => {
    expect(createFullText(library)).toMatchInlineSnapshot(`
      "# 云原生知识库

      > 先给短答案。

      版本：2026 版

      ---

      # 创建

      文。

      ---

      # 阶段

      文。

      ---

      # 淘汰

      文。
      "
    `);
  });
});
