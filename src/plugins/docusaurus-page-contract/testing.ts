import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {createKey} from '../remark-diagram/drawing.ts';
import type {Edition, Topics} from './editions.ts';
import {collectIds, parsePage, type PageContext} from './page.ts';
import type {Rule} from './rules.ts';

const CURRENT: Edition = {
  name: 'current',
  folder: 'docs',
  hasPredecessor: true,
};

/** Test helper: what one rule reports on one page, as `line:column: message`. */
export async function lint(
  rule: Rule,
  text: string,
  context: Partial<PageContext> = {},
): Promise<string[]> {
  const {file, tree} = parsePage('docs/pods/creation.mdx', text);
  if (!tree) {
    throw new Error(`The page of the test is not valid MDX: ${file.messages.join()}`);
  }
  file.data.page = {
    edition: CURRENT,
    address: 'pods/creation',
    isPartial: false,
    idsByAddress: new Map([['pods/creation', collectIds(tree)]]),
    siteDir: os.tmpdir(),
    today: '2026-11-21',
    ...context,
  };
  await rule(tree, file);
  return file.messages.map(({line, column, reason}) => `${line}:${column}: ${reason}`);
}

/** Test helper: the oldest edition, whose pages have nothing to compare with. */
export const OLDEST: Edition = {
  name: '2022',
  folder: 'versioned_docs/version-2022',
  hasPredecessor: false,
};

/** Test helper: a list of pages with `pods/creation` in it. */
export const TOPICS: Topics = new Map([['pods', new Map([['creation', 'Pod 创建流程']])]]);

/** Test helper: a page that keeps the contract. */
export const SOUND_PAGE = `---
title: Pod 创建流程
sidebar_position: 10
questions:
  - Pod 怎样从清单变成容器？
keywords: [创建 Pod]
sources:
  - title: Pod Lifecycle
    url: https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/
  - title: Controlling Access to the Kubernetes API
    url: https://kubernetes.io/docs/concepts/security/controlling-access/
checked:
  date: 2026-11-21
  against: Kubernetes 1.37
---

API server 校验并保存 Pod，调度器把它绑定到节点，节点上的 kubelet 再让运行时建沙箱、拉镜像、起容器，最后上报状态。

## 全过程 {/* #flow */}

<SequenceDiagram id="creation-flow">

\`\`\`mermaid
sequenceDiagram
  accTitle: Pod 创建流程
  accDescr: 客户端提交 Pod，API server 保存。
  autonumber
  A->>B: POST
\`\`\`

1. 客户端提交 Pod。

</SequenceDiagram>

- 提交：客户端。
- 绑定：kube-scheduler。
- 启动：kubelet。

## 常见误区 {/* #pitfalls */}

- **「kubelet 从 etcd 读取 Pod。」** 它只访问 API server。

## 版本变化 {/* #changes */}

1.24 起没有 dockershim。

## 追问 {/* #follow-ups */}

### 谁设置 nodeName？ {/* #node-name */}

API server，在处理绑定请求时，见[全过程](#flow)。

### 何时有 IP？ {/* #pod-ip */}

建沙箱时。

### 没有合适的节点呢？ {/* #no-node */}

等待。

<ComparisonTable id="steps" caption="各步由谁做">

| 步骤 | 组件 {/* #component */} |
| --- | --- |
| 绑定 {/* #bind */} | kube-scheduler |

</ComparisonTable>
`;

/** Test helper: the sound page as the oldest edition would have it. */
export const SOUND_OLD_PAGE = SOUND_PAGE.replace(/## 版本变化[\s\S]*?(?=## 追问)/, '').replace(
  'Kubernetes 1.37',
  'Kubernetes 1.23',
);

/** Test helper: the file of a drawing of the sound page's diagram, as if it had been drawn. */
export const SOUND_DRAWING = JSON.stringify({
  key: createKey(/```mermaid\n([\s\S]*?)\n```/.exec(SOUND_PAGE)![1]!, 'creation-flow'),
  kind: 'sequence',
  width: 100,
  height: 50,
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50"></svg>',
});

/**
 * Test helper: a site of two editions in a temporary folder; each has the sound page at `pods/creation`.
 * @param changes files to write over it, by path relative to the site; `null` removes the file
 * @returns the folder, and a function that removes it
 */
export function createSite(changes: Record<string, string | null> = {}): {
  siteDir: string;
  remove: () => void;
} {
  const siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'page-contract-'));
  const topics = 'pods:\n  creation: Pod 创建流程\n  phases: Pod 阶段与状况\n';
  const files: Record<string, string | null> = {
    'versions.json': '["2022"]',
    'docs/topics.yaml': topics,
    'docs/pods/creation.mdx': SOUND_PAGE,
    'docs/pods/_drawings/creation.creation-flow.json': SOUND_DRAWING,
    'versioned_docs/version-2022/topics.yaml': topics,
    'versioned_docs/version-2022/pods/creation.mdx': SOUND_OLD_PAGE,
    'versioned_docs/version-2022/pods/_drawings/creation.creation-flow.json': SOUND_DRAWING,
    ...changes,
  };
  for (const [name, content] of Object.entries(files)) {
    if (content !== null) {
      const file = path.join(siteDir, name);
      fs.mkdirSync(path.dirname(file), {recursive: true});
      fs.writeFileSync(file, content);
    }
  }
  return {siteDir, remove: () => fs.rmSync(siteDir, {recursive: true, force: true})};
}
