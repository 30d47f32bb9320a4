import {describe, expect, it} from 'vitest';
import {createTwins} from './createTwins.ts';
import {convert, createEdition, FRONT_MATTER} from './testing.ts';

describe('createTwins', () => {
  it('says a whole page in Markdown: head, body, sources', () => {
    const {twin, faults} = convert(`内存超过 maxmemory 时，按策略处理。

## 对照 {/* #policies */}

<ComparisonTable id="policy" caption="两种策略">

| 策略 {/* #name */}                | 候选范围 {/* #candidates */} |
| --------------------------------- | ---------------------------- |
| \`allkeys-lru\` {/* #allkeys-lru */} | 全部键                       |

</ComparisonTable>

## 追问 {/* #follow-ups */}

### 选哪个？ {/* #which */}

看[对照](#policies)。
`);
    expect(faults).toEqual([]);
    expect(twin.markdown).toMatchInlineSnapshot(`
      "# 淘汰策略

      - 版本：2026 版（Kubernetes 1.37）
      - 核对依据：Redis 8.10，2026-11-21
      - 地址：<https://kb.example.org/below/a-path/docs/redis/eviction>

      内存超过 maxmemory 时，按策略处理。

      ## 对照

      **两种策略**

      | 策略 | 候选范围 |
      | --- | --- |
      | \`allkeys-lru\` | 全部键 |

      ## 追问

      ### 选哪个？

      看[对照](https://kb.example.org/below/a-path/docs/redis/eviction#policies)。

      ## 来源

      1. [Key eviction](https://redis.io/docs/eviction/)
      2. [redis.conf \\[8.10\\]](https://github.com/redis/redis/blob/8.10/redis.conf)
      "
    `);
  });

  it('names the page, its address, its file and its short answer', () => {
    const {twin} = convert('先看 *热点*。\n\n## 甲 {/* #a */}\n\n乙。');
    expect(twin).toMatchObject({
      title: '淘汰策略',
      address: 'https://kb.example.org/below/a-path/docs/redis/eviction',
      path: 'redis/eviction.md',
      answer: '先看 热点。',
    });
  });

  it('writes no file for a partial', () => {
    const {twins} = createTwins(
      createEdition({'a/b.mdx': `${FRONT_MATTER}\n文。`, 'a/_c.mdx': '文。'}),
    );
    expect(twins.map(({path}) => path)).toEqual(['a/b.md']);
  });
});

describe('a table', () => {
  const table = (cell: string): string =>
    `<ComparisonTable id="t" caption="甲 *乙*" sortable>\n\n| 项 | 值 {/* #v */} |\n| :- | -: |\n| 行 {/* #r */} | ${cell} |\n\n</ComparisonTable>`;

  it('has its caption in bold before it, keeps its alignment, and loses the comments', () => {
    expect(convert(table('`a \\| b` 和 c')).body).toBe(
      '**甲 \\*乙\\***\n\n| 项 | 值 |\n| :--- | ---: |\n| 行 | `a \\| b` 和 c |',
    );
  });

  it('keeps the marks as they are, and explains ~ where it is used', () => {
    expect(convert(table('✓ 内置')).body).toMatch(/\| 行 \| ✓ 内置 \|$/);
    expect(convert(table('✗')).body).toMatch(/\| 行 \| ✗ \|$/);
    expect(convert(table('~ 要配合 Istio')).body).toMatch(
      /\| 行 \| ~ 要配合 Istio \|\n\n表中的 ~ 表示部分，或有条件。$/,
    );
    expect(convert(table('~')).body).toMatch(/\| 行 \| ~ \|\n\n表中的/);
  });

  it('escapes a ~ that could strike through', () => {
    expect(convert(table('约 \\~10 到 \\~20')).body).toMatch(/约 \\~10 到 \\~20 \|$/);
  });

  it('keeps line breaks in a cell', () => {
    expect(convert(table('甲<br />乙')).body).toMatch(/\| 行 \| 甲<br>乙 \|$/);
  });
});

describe('a diagram', () => {
  it('is its source as it stands, with the numbered steps below', () => {
    const source = 'sequenceDiagram\n  accTitle: 时序\n  A->>B: a<br/>b\n  B-->>A: {c}';
    const {body, faults} = convert(
      `<SequenceDiagram id="d">\n\n\`\`\`mermaid\n${source}\n\`\`\`\n\n1. 甲，见[第 2 步](#d-step-2)。\n2. 乙。\n\n</SequenceDiagram>`,
    );
    expect(faults).toEqual([]);
    expect(body).toBe(
      `\`\`\`mermaid\n${source}\n\`\`\`\n\n1. 甲，见[第 2 步](https://kb.example.org/below/a-path/docs/redis/eviction#d-step-2)。\n2. 乙。`,
    );
  });

  it('loses the id that stands behind "mermaid"; other code keeps what stands there', () => {
    expect(convert('```mermaid id="a"\nflowchart LR\n```').body).toBe(
      '```mermaid\nflowchart LR\n```',
    );
    expect(convert('```yaml title="a.yaml"\nb: 1\n```').body).toBe(
      '```yaml title="a.yaml"\nb: 1\n```',
    );
  });
});

describe('links and images', () => {
  const others = {
    'pods/creation.mdx': `${FRONT_MATTER}\n文。`,
    'redis/_part.mdx': '[页](../pods/creation.mdx#flow)、[本页](#how)、![图](./img/a%20b.png)',
  };
  const site = 'https://kb.example.org/below/a-path/docs';

  it('lead to the HTML page of the same edition, with the anchor', () => {
    expect(convert('[甲](../pods/creation.mdx#flow)', others).body).toBe(
      `[甲](${site}/pods/creation#flow)`,
    );
    expect(convert('[甲](./eviction.mdx)', others).body).toBe(`[甲](${site}/redis/eviction)`);
    expect(convert('[甲](#how)').body).toBe(`[甲](${site}/redis/eviction#how)`);
  });

  it('stay as they are when they lead outside', () => {
    expect(convert('[甲](https://redis.io/a_b#c)').body).toBe('[甲](https://redis.io/a_b#c)');
    expect(convert('见 https://redis.io/docs 。').body).toBe('见 <https://redis.io/docs> 。');
  });

  it('of a reference are written in place', () => {
    expect(
      convert('[甲][a]、![乙][b]\n\n[a]: ../pods/creation.mdx\n[b]: ./c.png "丙"', others).body,
    ).toBe(`[甲](${site}/pods/creation)、![乙](${site}/redis/c.png "丙")`);
  });

  it('of images lead to the copy beside the twin, which is named', () => {
    const {body, twin} = convert('![图](./img/a%20b.png)');
    expect(body).toBe(`![图](${site}/redis/img/a%20b.png)`);
    expect(twin.images).toEqual(['redis/img/a b.png']);
  });

  it('of a partial start from its own folder; its anchors are those of the page that shows it', () => {
    const {body, twin} = convert("import Part from './_part.mdx';\n\n<Part />", others);
    expect(body).toBe(
      `[页](${site}/pods/creation#flow)、[本页](${site}/redis/eviction#how)、![图](${site}/redis/img/a%20b.png)`,
    );
    expect(twin.images).toEqual(['redis/img/a b.png']);
  });

  it('that lead nowhere are reported', () => {
    expect(
      convert('[a](./none.mdx) ![b](../../b.png) [c](/docs/pods) [d](./_part.mdx)', others).faults,
    ).toEqual([
      expect.stringMatching(
        /^docs\/redis\/eviction\.mdx:11:1: The link "\.\/none\.mdx" leads nowhere\. Write/,
      ),
      expect.stringContaining(':11:17: The image "../../b.png" leads nowhere.'),
      expect.stringContaining(':11:35: The link "/docs/pods" leads nowhere.'),
      expect.stringContaining(':11:51: The link "./_part.mdx" leads nowhere.'),
    ]);
  });
});

describe('what only MDX has', () => {
  it('loses comments and imports, and the space around them', () => {
    expect(
      convert(
        "import {useState} from 'react';\n\n{/* 一 */}\n\n## 甲 {/* #a */}\n\n乙 {/* 二 */} 丙。{/* 三 */}\n\n- {/* 四 */}丁",
      ).body,
    ).toBe('## 甲\n\n乙 丙。\n\n- 丁');
  });

  it('puts partials in where they are shown, also those of partials', () => {
    expect(
      convert("import A from './_a.mdx';\n\n前。\n\n<A />\n\n后。", {
        'redis/_a.mdx': "import B from '../pods/_b.mdx';\n\n甲。\n\n<B />",
        'pods/_b.mdx': '乙 {/* #x */}',
      }).body,
    ).toBe('前。\n\n甲。\n\n乙\n\n后。');
  });

  it('writes braces, angle brackets and colons as the text that they are', () => {
    expect(convert('\\{a\\} \\<b> &lt;c/> redis:alpine').body).toBe(
      '{a} \\<b> \\<c/> redis:alpine',
    );
  });

  it('leaves the line --- free, which parts the pages in llms-full.txt', () => {
    expect(convert('甲\n\n---\n\n乙').body).toBe('甲\n\n***\n\n乙');
  });

  it('turns admonitions into quotes', () => {
    expect(convert(':::warning\n\n甲 {/* a */}\n\n:::').body).toBe('> **注意**\n>\n> 甲');
    expect(convert(':::note[当心]\n\n- 甲\n\n:::').body).toBe('> **当心**\n>\n> - 甲');
  });

  it('keeps emphasis next to Chinese punctuation bold for every reader of Markdown', () => {
    expect(convert('**「甲。」**乙，丙**（丁）**。').body).toBe('**「甲。」** 乙，丙 **（丁）**。');
    expect(convert('**甲**乙 *丙* 丁').body).toBe('**甲**乙 *丙* 丁');
  });

  it('reports all that has no plain Markdown, with its place and what to do', () => {
    const {faults} = convert(
      `<Tabs>\n\n甲 <Kbd>乙</Kbd>\n\n</Tabs>

值是 {1 + 1}。

{props.a}

:::tabs

:::

::youtube

<>丙</>
`,
    );
    expect(faults).toMatchInlineSnapshot(`
      [
        "docs/redis/eviction.mdx:11:1: <Tabs> has no plain Markdown. Write it as Markdown, on lines of its own use <ComparisonTable>, <SequenceDiagram> or an imported partial, or say in src/plugins/docusaurus-markdown-twin/elements.ts what it says.",
        "docs/redis/eviction.mdx:13:3: <Kbd> has no plain Markdown. Write it as Markdown, on lines of its own use <ComparisonTable>, <SequenceDiagram> or an imported partial, or say in src/plugins/docusaurus-markdown-twin/elements.ts what it says.",
        "docs/redis/eviction.mdx:17:4: The expression {1 + 1} is code that only a browser can read. Write the text itself, or put code into backticks.",
        "docs/redis/eviction.mdx:19:1: The expression {props.a} is code that only a browser can read. Write the text itself, or put code into backticks.",
        "docs/redis/eviction.mdx:21:1: The directive :::tabs has no plain Markdown. Write it as Markdown, or use one of: :::note, :::tip, :::info, :::warning, :::caution, :::danger.",
        "docs/redis/eviction.mdx:25:1: The directive ::youtube has no plain Markdown. Write it as Markdown, or use one of: :::note, :::tip, :::info, :::warning, :::caution, :::danger.",
        "docs/redis/eviction.mdx:27:1: <> has no plain Markdown. Write it as Markdown, on lines of its own use <ComparisonTable>, <SequenceDiagram> or an imported partial, or say in src/plugins/docusaurus-markdown-twin/elements.ts what it says.",
      ]
    `);
  });

  it('reports a partial that is missing, shows itself, or is given something', () => {
    const {faults} = convert(
      "import A from './_a.mdx';\nimport B from './_b.mdx';\n\n<A />\n\n<B />\n\n<A b=\"c\" />",
      {'redis/_a.mdx': "import A from './_a.mdx';\n\n<A />"},
    );
    expect(faults).toMatchInlineSnapshot(`
      [
        "docs/redis/_a.mdx:3:1: <A> shows the file that it stands in. Remove it from one of: docs/redis/eviction.mdx, docs/redis/_a.mdx.",
        "docs/redis/eviction.mdx:16:1: <B> shows docs/redis/_b.mdx, which does not exist. Correct the path of its import, or write the file.",
        "docs/redis/eviction.mdx:18:1: <A> is given something, but a partial says the same wherever it is shown. Write <A /> alone.",
      ]
    `);
  });

  it('reports a fault of a partial once, on the partial', () => {
    const {faults} = convert("import A from './_a.mdx';\n\n<A />\n\n<A />", {
      'redis/_a.mdx': '甲\n\n<Foo />',
    });
    expect(faults).toEqual([
      expect.stringMatching(/^docs\/redis\/_a\.mdx:3:1: <Foo> has no plain/),
    ]);
  });
});
