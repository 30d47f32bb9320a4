import {parsePage, toAddress} from '../docusaurus-page-contract/page.ts';
import type {EditionContent} from '../docusaurus-page-contract/checkContent.ts';
import {createTwins, type PublishedEdition, type Twin} from './createTwins.ts';

/** Test helper: front matter of a page. */
export const FRONT_MATTER = `---
title: 淘汰策略
sidebar_position: 10
questions: [缓存满了会怎样？]
sources:
  - {title: Key eviction, url: 'https://redis.io/docs/eviction/'}
  - {title: 'redis.conf [8.10]', url: 'https://github.com/redis/redis/blob/8.10/redis.conf'}
checked: {date: 2026-11-21, against: Redis 8.10}
---
`;

/** Test helper: an edition of the given pages, by path below its folder. */
export function createEdition(
  files: Readonly<Record<string, string>>,
  address = 'https://kb.example.org/below/a-path/docs',
): PublishedEdition {
  const content: EditionContent = {
    edition: {name: 'current', folder: 'docs', hasPredecessor: true},
    topics: new Map(),
    pages: Object.entries(files).map(([name, text]) => ({
      ...parsePage(`docs/${name}`, text),
      address: toAddress(name),
      isPartial: /(^|\/)_/.test(name),
    })),
    drawings: [],
    faults: [],
  };
  return {label: '2026 版（Kubernetes 1.37）', address, content};
}

/** Test helper: what `redis/eviction` becomes, with other files of the edition around it. */
export function convert(
  body: string,
  others: Readonly<Record<string, string>> = {},
): {readonly twin: Twin; readonly body: string; readonly faults: string[]} {
  const {twins, faults} = createTwins(
    createEdition({...others, 'redis/eviction.mdx': `${FRONT_MATTER}\n${body}`}),
  );
  const twin = twins.find(({path}) => path === 'redis/eviction.md')!;
  return {
    twin,
    // Between the head and the sources.
    body: twin.markdown
      .replace(/^[\s\S]*?地址：.*\n\n/, '')
      .replace(/(^|\n)## 来源[\s\S]*/, '')
      .trim(),
    faults: faults.map(({file, line, column, message}) => `${file}:${line}:${column}: ${message}`),
  };
}
