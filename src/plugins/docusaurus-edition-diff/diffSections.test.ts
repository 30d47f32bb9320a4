import {describe, expect, it, vi} from 'vitest';
import {compare, compareText, getChanged, read, show} from './testing.ts';

// The first diagram loads Mermaid, which takes seconds on a busy machine.
vi.setConfig({testTimeout: 60_000});

const ANSWER = '调度器选节点。\n\n';

const summarize = async (older: string, newer: string): Promise<string[]> =>
  (await compare(older, newer)).map(({id, status}) => `${id || '(answer)'}: ${status}`);

describe('sections', () => {
  it('belong together by id: same, changed, added, removed', async () => {
    expect(
      await summarize(
        `${ANSWER}## 甲 {/* #a */}\n\n第一段。\n\n## 乙 {/* #b */}\n\n旧的说法。\n\n## 丙 {/* #c */}\n\n只有从前有。`,
        `${ANSWER}## 甲 {/* #a */}\n\n第一段。\n\n## 丁 {/* #d */}\n\n现在才有。\n\n## 乙 {/* #b */}\n\n新的说法。`,
      ),
    ).toEqual(['(answer): same', 'a: same', 'd: added', 'b: changed', 'c: removed']);
  });

  it('that went stay where they stood, and not above what is below another heading', async () => {
    expect(
      await summarize(
        '## 甲 {/* #a */}\n\n## 乙 {/* #b */}\n\n文字。\n\n## 丙 {/* #c */}',
        '## 甲 {/* #a */}\n\n### 子 {/* #a1 */}\n\n文字。\n\n## 丙 {/* #c */}',
      ),
    ).toEqual(['(answer): heading', 'a: heading', 'a1: added', 'b: removed', 'c: heading']);
  });

  it('have a title in which a word may change', async () => {
    const [, section] = await compare('## 三个阶段 {/* #a */}', '## 四个阶段 {/* #a */}');
    expect(section!.status).toBe('changed');
    expect(show(section!.title)).toBe('[-三-]{+四+}个阶段');
  });

  it('are the same if only formatting, spaces or the addresses of links differ', async () => {
    expect(
      await summarize(
        '**调度器** 选 [节点](#step-3)，由 kubelet 启动。',
        '调度器 选 [节点](#step-4)，由\n`kubelet` 启动。',
      ),
    ).toEqual(['(answer): same']);
  });

  it('do not include what the author says about changes', async () => {
    expect(
      await summarize(
        ANSWER,
        `${ANSWER}## 版本变化 {/* #changes */}\n\n1.24 起。\n\n### 更多 {/* #more */}\n\n文字。`,
      ),
    ).toEqual(['(answer): same']);
  });
});

describe('text', () => {
  it('marks exactly the Chinese word that was exchanged', async () => {
    expect(await compareText('请求由调度器写入数据库。', '请求由控制器写入数据库。')).toBe(
      '请求由[-调度器-]{+控制器+}写入数据库。',
    );
  });

  it('marks an inserted clause, and nothing around it', async () => {
    expect(await compareText('先挂卷，再建沙箱。', '先挂卷，等挂接完成，再建沙箱。')).toMatch(
      /^先挂卷(，\{\+等挂接完成，\+\}|\{\+，等挂接完成\+\}，)再建沙箱。$/,
    );
  });

  it('exchanges inline code as a whole, and shows it as code', async () => {
    expect(
      await compareText(
        '端点写在 `kubectl get endpoints` 里，由控制器更新。',
        '端点写在 `kubectl get endpointslices` 里，由控制器更新。',
      ),
    ).toBe(
      '端点写在 [-`kubectl get endpoints`-]{+`kubectl get endpointslices`+} 里，由控制器更新。',
    );
  });

  it('compares the text of a link, and keeps each address', async () => {
    const [section] = await compare(
      '顺序见[第 20 步](#step-20)，之后启动容器。',
      '顺序见[第 22 步](#step-22)，之后启动容器。',
    );
    const [diff] = section!.blocks;
    expect(diff).toMatchObject({
      status: 'changed',
      block: {
        runs: [
          {text: '顺序见'},
          {text: '第 ', href: 'docs/pods/creation.mdx→#step-22'},
          {text: '20', edit: 'removed', href: 'docs/pods/creation.mdx→#step-20'},
          {text: '22', edit: 'added', href: 'docs/pods/creation.mdx→#step-22'},
          {text: ' 步', href: 'docs/pods/creation.mdx→#step-22'},
          {text: '，之后启动容器。'},
        ],
      },
    });
  });

  it('takes a short word between two long changes into one change', async () => {
    expect(
      await compareText(
        '这一步由容器运行时的守护进程完成，之后上报节点状态给服务器。',
        '这一步由集群网络的插件程序完成，之后上报节点状态给服务器。',
      ),
    ).toBe(
      '这一步由[-容器运行时的守护进程-]{+集群网络的插件程序+}完成，之后上报节点状态给服务器。',
    );
  });

  it('of which little is left is shown as removed and added', async () => {
    const [section] = await compare(
      'dockershim 让 dockerd 启动 pause。',
      '沙箱建好之后才拉取镜像。',
    );
    expect(section!.blocks.map(({status}) => status)).toEqual(['removed', 'added']);
  });

  it('items of lists and notes are compared one by one, and what is the same is counted', async () => {
    const [section] = await compare(
      '- 先写入数据库。\n- 再通知调度器。\n- 最后启动容器。\n\n:::note\n\n一句提示。\n\n:::\n',
      '- 先写入数据库。\n- 再通知控制器。\n  - 只在需要时。\n- 最后启动容器。\n\n:::note\n\n一句提示。\n\n:::\n',
    );
    expect(
      section!.blocks.map((diff) =>
        diff.status === 'same'
          ? diff.count
          : `${diff.status} ${'runs' in diff.block ? `${diff.block.depth} ${show(diff.block.runs)}` : ''}`,
      ),
    ).toEqual([1, 'changed 1 再通知[-调度器-]{+控制器+}。', 'added 2 只在需要时。', 2]);
  });
});

const table = (...rows: string[]): string =>
  `<ComparisonTable id="stage" caption="卡在哪一步">\n\n| 步骤 | 组件 {/* #component */} |\n| --- | --- |\n${rows.join('\n')}\n\n</ComparisonTable>\n`;

describe('tables', () => {
  const admission = '| 准入 {/* #admission */} | kube-apiserver |';

  it('show the row that was added, and count the others', async () => {
    const [section] = await compare(
      table(admission),
      table('| 调度门 {/* #gated */} | 外部控制器 |', admission),
    );
    expect(section!.blocks).toEqual([
      {
        status: 'changed',
        block: {
          kind: 'table',
          caption: [{text: '卡在哪一步'}],
          columns: [{header: [{text: '步骤'}]}, {header: [{text: '组件'}]}],
          rows: [
            {id: 'gated', status: 'added', cells: [[{text: '调度门'}], [{text: '外部控制器'}]]},
          ],
          sameRows: 1,
        },
      },
    ]);
  });

  it('show the words that changed in a cell, and the row that went where it stood', async () => {
    const [section] = await compare(
      table(
        admission,
        '| 抢占 {/* #preempt */} | 调度器 |',
        '| 沙箱 {/* #sandbox */} | kubelet、dockershim |',
      ),
      table(admission, '| 沙箱 {/* #sandbox */} | kubelet、容器运行时 |'),
    );
    const {rows} = getChanged(section, 'table');
    expect(
      rows.map(({id, status, cells}) => `${id} ${status} ${cells.map(show).join(' | ')}`),
    ).toEqual([
      'preempt removed 抢占 | 调度器',
      'sandbox changed 沙箱 | kubelet、[-dockershim-]{+容器运行时+}',
    ]);
  });

  it('name a column that came and one that went', async () => {
    const columns = (header: string): string =>
      `<ComparisonTable id="t" caption="差别">\n\n| 项目 | ${header} |\n| --- | --- |\n| 行 {/* #row */} | 值 |\n\n</ComparisonTable>\n`;
    const [section] = await compare(columns('Docker'), columns('CRI-O {/* #cri */}'));
    expect(section!.blocks[0]).toMatchObject({
      block: {
        columns: [
          {header: [{text: '项目'}]},
          {header: [{text: 'Docker'}], edit: 'removed'},
          {header: [{text: 'CRI-O'}], edit: 'added'},
        ],
        rows: [
          {
            status: 'changed',
            cells: [[{text: '行'}], [{text: '值', edit: 'removed'}], [{text: '值', edit: 'added'}]],
          },
        ],
      },
    });
  });
});

describe('code', () => {
  it('is compared line by line, and inside a line', async () => {
    const [section] = await compare(
      '```bash\nkubectl get pod web-0\nkubectl get endpoints web -o wide\ndocker ps\n```',
      '```bash\nkubectl get pod web-0\nkubectl get endpointslices web -o wide\n```',
    );
    const {lines} = getChanged(section, 'code');
    expect(lines.map(({status, runs}) => `${status}: ${show(runs)}`)).toEqual([
      'same: kubectl get pod web-0',
      'changed: kubectl get [-endpoints-]{+endpointslices+} web -o wide',
      'removed: [-docker ps-]',
    ]);
  });

  it('keeps its spaces, which may mean something', async () => {
    const [section] = await compare('```yaml\na:\n  b: 1\n```', '```yaml\na:\n  b: 2\n```');
    expect(section!.blocks[0]).toMatchObject({
      block: {
        lines: [
          {status: 'same', runs: [{text: 'a:'}]},
          {status: 'changed', runs: [{text: '  b: '}, {text: '1'}, {text: '2'}]},
        ],
      },
    });
  });
});

const sequence = (steps: readonly (readonly [string, string])[]): string =>
  `<SequenceDiagram id="flow">\n\n\`\`\`mermaid\nsequenceDiagram\n  accTitle: 流程\n  accDescr: 流程\n  autonumber\n  participant A as kubelet\n  participant B as 运行时\n${steps.map(([message]) => `  A->>B: ${message}`).join('\n')}\n\`\`\`\n\n${steps.map(([, text], index) => `${index + 1}. ${text}`).join('\n')}\n\n</SequenceDiagram>\n`;

describe('diagrams', () => {
  const create = ['建沙箱', 'kubelet 让运行时建沙箱。'] as const;
  const pull = ['拉镜像', '本地没有镜像就去仓库拉取。'] as const;
  const start = ['启动', '按顺序启动全部容器。'] as const;

  it('show a step inserted in the middle; those behind it count as the same under their new numbers', async () => {
    const [section] = await compare(sequence([create, start]), sequence([create, pull, start]));
    expect(section!.blocks).toEqual([
      {
        status: 'changed',
        block: {
          kind: 'steps',
          title: [{text: '流程'}],
          sameSteps: 2,
          steps: [
            {
              status: 'added',
              newer: 2,
              message: [{text: 'kubelet → 运行时：拉镜像'}],
              explanation: [{text: '本地没有镜像就去仓库拉取。'}],
            },
          ],
        },
      },
    ]);
  });

  it('show what changed in a step that got another number', async () => {
    const [section] = await compare(
      sequence([create, start]),
      sequence([create, pull, ['启动', '按顺序启动应用容器。']]),
    );
    const {steps} = getChanged(section, 'steps');
    expect(steps.at(-1)).toMatchObject({status: 'changed', older: 2, newer: 3});
    expect(show(steps.at(-1)!.explanation)).toBe('按顺序启动[-全部-]{+应用+}容器。');
  });

  it('without steps are compared by their source', async () => {
    const flow = (label: string): string =>
      `\`\`\`mermaid id="path"\nflowchart LR\n  accTitle: 路径\n  accDescr: 路径\n  A[Pod] --> B[${label}]\n\`\`\`\n`;
    const [section] = await compare(flow('iptables'), flow('nftables'));
    expect(section!.blocks[0]).toMatchObject({
      status: 'changed',
      block: {kind: 'code', language: 'mermaid', title: [{text: '路径'}]},
    });
  });
});

describe('partials', () => {
  it('are read where the page shows them', async () => {
    const sections = await read(
      "import WritePath from './_write-path.mdx';\n\n## 写 {/* #write */}\n\n<WritePath />\n\n结尾。\n",
      {'docs/pods/_write-path.mdx': '片段里的一段，见[别页](./other.mdx)。'},
    );
    expect(sections[1]!.blocks.map((block) => ('runs' in block ? show(block.runs) : ''))).toEqual([
      '片段里的一段，见别页。',
      '结尾。',
    ]);
    expect(JSON.stringify(sections)).toContain('docs/pods/_write-path.mdx→./other.mdx');
  });
});
