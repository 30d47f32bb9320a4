import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {compile} from '@mdx-js/mdx';
import type {InlineCode, PhrasingContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import {afterEach, describe, expect, it} from 'vitest';
import {VFile} from 'vfile';
import {lint} from '../docusaurus-page-contract/testing.ts';
import remarkLintComparisonTable from '../remark-lint-comparison-table/index.ts';
import {breakCode} from './breakCode.ts';
import remarkComparisonTable from './index.ts';
import {measureColumns} from './measureColumns.ts';

const TABLE = `<ComparisonTable id="cni" caption="逐项对比" sortable="calico">

| 项目 | flannel | Calico 3.32 {/* #calico */} |
| --- | --- | --- |
| 封装 {/* #encapsulation */} | VXLAN | \`IPIP\`，见[下文](#more) |
| 七层策略 {/* #l7 */} | ✗ | ~ 要配合 **Istio** |

</ComparisonTable>
`;

let dir: string | undefined;
afterEach(() => {
  if (dir) {
    fs.rmSync(dir, {recursive: true, force: true});
  }
  dir = undefined;
});

/** Compiles the current edition's page, with the older one beside it if there is one. */
async function toJsx(text: string, older?: string): Promise<string> {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'comparison-table-'));
  fs.writeFileSync(`${dir}/versions.json`, '["2022"]');
  if (older !== undefined) {
    fs.mkdirSync(`${dir}/versioned_docs/version-2022/net`, {recursive: true});
    fs.writeFileSync(`${dir}/versioned_docs/version-2022/net/page.mdx`, older);
  }
  const file = new VFile({path: `${dir}/docs/net/page.mdx`, cwd: dir, value: text});
  return String(
    await compile(file, {remarkPlugins: [remarkGfm, remarkComparisonTable], jsx: true}),
  );
}

/** The cells without their figures for the layout. */
const getCells = (jsx: string): string[] =>
  (jsx.match(/<TableCell[^>]*>/g) ?? []).map((cell) => cell.replace(/ (min|share)=\{[^}]*\}/g, ''));

describe('remarkComparisonTable', () => {
  it('gives columns and rows their ids, and each cell its text and what is drawn of it', async () => {
    const jsx = await toJsx(TABLE);
    expect(jsx).toContain(
      'import ComparisonTable, {TableRow, TableCell} from "@site/src/components/ComparisonTable"',
    );
    expect(jsx).toContain('<ComparisonTable id="cni" caption="逐项对比">');
    expect(jsx.match(/<TableRow[^>]*>/g)).toEqual([
      '<TableRow>',
      '<TableRow id="encapsulation">',
      '<TableRow id="l7">',
    ]);
    expect(getCells(jsx)).toEqual([
      '<TableCell id="name" text="项目" />',
      '<TableCell id="flannel" text="flannel" />',
      '<TableCell id="calico" isSortable text="Calico 3.32" />',
      '<TableCell text="封装" />',
      '<TableCell text="VXLAN" />',
      '<TableCell text="IPIP，见下文">',
      '<TableCell text="七层策略" />',
      '<TableCell text="✗" />',
      '<TableCell text="~ 要配合 Istio">',
    ]);
    // The mark is drawn by the component; the rest of the cell keeps its markup.
    expect(jsx).toMatch(/\{"要配合 "\}<_components\.strong>\{"Istio"\}/);
    expect(jsx).toMatch(/<_components\.a href="#more">/);
    expect(jsx).not.toContain('#l7');
  });

  it('keeps what the older edition said where the same row and subject say something else now', async () => {
    const older = TABLE.replace('3.32', '3.22')
      .replace('| VXLAN |', '|  VXLAN  |')
      .replace('`IPIP`，见[下文](#more)', '`IPIP` 或 [BGP](#more)')
      .replace('{/* #l7 */} | ✗ | ~', '{/* #layer-7 */} | ✗ | ✗');
    const jsx = await toJsx(TABLE, older);
    expect(jsx).toContain('olderEdition="2022"');
    expect(getCells(jsx).filter((cell) => cell.includes('olderText'))).toEqual([
      '<TableCell id="calico" olderText="Calico 3.22" isSortable text="Calico 3.32" />',
      '<TableCell olderText="IPIP 或 BGP" text="IPIP，见下文">',
    ]);
  });

  it('compares by ids, in whatever order the columns stand', async () => {
    const older = `<ComparisonTable id="cni" caption="逐项对比">
| 项目 | Calico 3.22 {/* #calico */} | flannel |
| --- | --- | --- |
| 封装 {/* #encapsulation */} | BGP | VXLAN |
</ComparisonTable>`;
    expect(
      getCells(await toJsx(TABLE, older)).filter((cell) => cell.includes('olderText')),
    ).toEqual([
      expect.stringContaining('olderText="Calico 3.22"'),
      '<TableCell olderText="BGP" text="IPIP，见下文">',
    ]);
  });

  it('compares with no table of another id, and with no older page that is broken', async () => {
    expect(await toJsx(TABLE, TABLE.replace('"cni"', '"other"'))).not.toContain('older');
    expect(await toJsx(TABLE, '<ComparisonTable')).not.toContain('older');
  });

  it('allows sorting by every column where the author says no more than that', async () => {
    const jsx = await toJsx(TABLE.replace('sortable="calico"', 'sortable'));
    expect(jsx.match(/isSortable/g)).toHaveLength(3);
    expect(await toJsx(TABLE.replace(' sortable="calico"', ''))).not.toContain('isSortable');
  });

  it('adds nothing to a page without a table', async () => {
    expect(await toJsx('文字。\n')).not.toMatch(/import|Table/);
  });

  it('stops the build at a fault, with its place', async () => {
    await expect(toJsx(TABLE.replace(' {/* #l7 */}', ''))).rejects.toMatchObject({
      line: 6,
      column: 1,
      reason: expect.stringContaining('The row "七层策略" has no id'),
    });
  });
});

/** What is wrong with the table when a piece of it is replaced, as `line:column: first sentence`. */
async function findFaults(part: string | RegExp, replacement: string): Promise<string[]> {
  const text = TABLE.replace(part, replacement);
  expect(text).not.toBe(TABLE);
  const faults = await lint(remarkLintComparisonTable(), text);
  // Each says how to mend it, too.
  faults.forEach((fault) => expect(fault).toMatch(/\. .+\.$/));
  return faults.map((fault) => fault.replace(/\.\s.*$/, ''));
}

describe('remarkLintComparisonTable', () => {
  it('has nothing against a sound table', async () => {
    expect(await lint(remarkLintComparisonTable(), TABLE)).toEqual([]);
  });

  const ROW = '| 七层策略 {/* #l7 */} | ✗ | ~ 要配合 **Istio** |';
  const FAULTS: [string, string | RegExp, string, string[]][] = [
    ['a table without an id', 'id="cni" ', '', ['1:1: The comparison table has no id']],
    ['an empty id', '"cni"', '""', ['1:1: The comparison table has no id']],
    ['an id that is no address', '"cni"', '"CNI"', ['1:1: The id "CNI" is not allowed']],
    ['an id that is an expression', '"cni"', '{cni}', ['1:1: The comparison table has no id']],
    [
      'a table without a caption',
      ' caption="逐项对比"',
      '',
      ['1:1: The comparison table has no caption'],
    ],
    ['a blank caption', '逐项对比', ' ', ['1:1: The comparison table has no caption']],
    [
      'an attribute that does not exist',
      'sortable=',
      'sorted=',
      ['1:1: <ComparisonTable> takes no "sorted"'],
    ],
    [
      'a spread attribute',
      'sortable="calico"',
      '{...props}',
      ['1:1: <ComparisonTable> takes no "{…}"'],
    ],
    [
      'sorting by a column that does not exist',
      '"calico"',
      '"cilium"',
      ['1:1: "sortable" names the column "cilium", which does not exist'],
    ],
    [
      'no table inside',
      /\| 项目[\s\S]*Istio\*\* \|/,
      '文字。',
      ['3:1: <ComparisonTable> holds 0 tables and 1 other blocks'],
    ],
    [
      'nothing inside',
      /\| 项目[\s\S]*Istio\*\* \|/,
      '',
      ['1:1: <ComparisonTable> holds 0 tables and 0 other blocks'],
    ],
    [
      'two tables inside',
      '\n</Comp',
      '\n| a | b |\n| - | - |\n| c {/* #c */} | d |\n\n</Comp',
      ['8:1: <ComparisonTable> holds 2 tables and 0 other blocks'],
    ],
    [
      'text beside the table',
      '\n</Comp',
      '\n说明。\n\n</Comp',
      ['8:1: <ComparisonTable> holds 1 tables and 1 other blocks'],
    ],
    [
      'a line of dashes with too few cells',
      '| --- | --- | --- |',
      '| --- | --- |',
      [
        '3:1: This is no table: its header and the line of dashes below have different numbers of cells',
      ],
    ],
    [
      'a row with too few cells',
      ' | ~ 要配合 **Istio** |',
      ' |',
      ['6:1: The row "七层策略" has 2 cells, the header 3'],
    ],
    [
      'a row with too many cells',
      'Istio** |',
      'Istio** | 多余 |',
      ['6:42: The row "七层策略" has 4 cells, the header 3'],
    ],
    ['an empty cell', '| ✗ |', '| |', ['6:20: The cell "七层策略" × "flannel" is empty']],
    [
      'a cell with nothing but a comment',
      '| ✗ |',
      '| {/* 待补 */} |',
      ['6:20: The cell "七层策略" × "flannel" is empty'],
    ],
    ['a row without a name', '| 七层策略 {', '| {', ['6:1: The cell "row 2" × "项目" is empty']],
    [
      'a cell that holds an expression',
      '| ✗ |',
      '| {1 + 1} 条 |',
      ['6:22: The cell holds the expression {1 + 1}, which no search and no copy can read'],
    ],
    ['a row without an id', ' {/* #l7 */}', '', ['6:1: The row "七层策略" has no id']],
    [
      'a row id that is no address',
      '#l7',
      '#七层',
      ['6:1: The id "七层" of the row "七层策略" is not allowed'],
    ],
    ['an empty row id', '#l7', '#', ['6:1: The id "" of the row "七层策略" is not allowed']],
    [
      'a row id used twice',
      '#l7',
      '#encapsulation',
      ['6:1: The id "encapsulation" of the row "七层策略" is already used in this table on line 5'],
    ],
    ['no rows', /\| 封装[\s\S]*Istio\*\* \|/, '', ['3:1: The table has no rows']],
    [
      'headers that repeat',
      '| flannel |',
      '| Calico 3.32 {/* #other */} |',
      ['3:35: The header "Calico 3.32" of column 3 is already that of column 2'],
    ],
    ['an empty header', '| flannel |', '| |', ['3:6: The header of column 2 is empty']],
    [
      'a header that gives no id',
      ' {/* #calico */} |',
      ' |',
      [
        '1:1: "sortable" names the column "calico", which does not exist',
        '3:16: The header "Calico 3.32" has no id, and none can be read from it',
      ],
    ],
    [
      'a column id that is no address',
      '#calico',
      '#Calico',
      [
        '1:1: "sortable" names the column "calico", which does not exist',
        '3:16: The id "Calico" of column 3, "Calico 3.32", is not allowed',
      ],
    ],
    [
      'a column id used twice',
      '| flannel |',
      '| Flannel {/* #calico */} |',
      ['3:32: The id "calico" of column 3, "Calico 3.32", is already used in this table on line 3'],
    ],
    [
      'one column only',
      /\| 项目[\s\S]*Istio\*\* \|/,
      '| 项目 |\n| --- |\n| 封装 {/* #x */} |',
      [
        '1:1: "sortable" names the column "calico", which does not exist',
        '3:1: The table has one column',
      ],
    ],
    [
      'a table without the component',
      TABLE,
      '| a | b |\n| - | - |\n| c {/* #c */} | d |\n',
      ['1:1: The table stands alone'],
    ],
    [
      'the component in a line of text',
      /^([^]*)$/,
      '见 <ComparisonTable id="cni" caption="对比">a</ComparisonTable>',
      ['1:3: <ComparisonTable> stands in a line of text'],
    ],
    [
      'several faults at once, in one run',
      /id="cni"[^]*\| ✗ \|/,
      `id="CNI">\n\n| 项目 | a | 乙 |\n| --- | --- | --- |\n| 封装 | | 丙 |\n${ROW.slice(0, 20)} ✗ |`,
      [
        '1:1: The id "CNI" is not allowed',
        '1:1: The comparison table has no caption',
        '3:10: The header "乙" has no id, and none can be read from it',
        '5:1: The row "封装" has no id',
        '5:6: The cell "封装" × "a" is empty',
      ],
    ],
  ];

  it.each(FAULTS)('reports %s', async (_name, part, replacement, expected) => {
    const faults = await findFaults(part, replacement);
    const byPlace = (fault: string): number[] => fault.split(':', 2).map(Number);
    const sort = (list: readonly string[]): string[] =>
      [...list].sort((a, b) => {
        const [[line1 = 0, column1 = 0], [line2 = 0, column2 = 0]] = [byPlace(a), byPlace(b)];
        return line1 - line2 || column1 - column2;
      });
    expect(sort(faults)).toEqual(expected);
  });
});

describe('measureColumns', () => {
  const measure = (...cells: string[]): {min: number; share: number} =>
    measureColumns(
      ['x'],
      cells.map((text) => ({id: 'a', cells: [{text, content: []}]})),
    )[0]!;

  it('gives a column the room of its longest word, within limits', () => {
    expect(measure('EndpointSlice').min).toBeCloseTo(13 * 0.62 + 1.5, 1);
    expect(measure('中文可以在任何地方换行').min).toBe(5);
    expect(measure('x'.repeat(200)).min).toBe(12.5);
    expect(measure('CreateContainerConfigError').min).toBeLessThan(
      measure('createcontainerconfigerror').min,
    );
  });

  it('shares the room by the length of the texts', () => {
    expect(measure('一二三四五六七八九十').share).toBeGreaterThan(measure('一二').share);
    expect(measure('长'.repeat(100)).share).toBe(measure('长'.repeat(300)).share);
  });
});

describe('breakCode', () => {
  const split = (value: string): string[] => {
    const [node] = breakCode([{type: 'inlineCode', value} satisfies InlineCode]);
    return node!.type === 'mdxJsxTextElement'
      ? node.children.filter(({type}) => type === 'text').map((part) => toString(part))
      : [toString(node)];
  };

  it('lets long names break where their parts meet', () => {
    expect(split('PodReadyToStartContainers=True')).toEqual([
      'Pod',
      'Ready',
      'To',
      'Start',
      'Containers=',
      'True',
    ]);
    expect(split('replication_applier_status')).toEqual(['replication_', 'applier_', 'status']);
    expect(split('/etc/cni/net.d/conf')).toEqual(['/', 'etc/', 'cni/', 'net.', 'd/', 'conf']);
  });

  it('leaves short names, and words with spaces between them, alone', () => {
    expect(split('hostNetwork')).toEqual(['hostNetwork']);
    expect(split('kubectl logs --previous web')).toEqual(['kubectl logs --previous web']);
  });

  it('reaches code inside of links and emphasis, and changes no text', () => {
    const content: PhrasingContent[] = [
      {
        type: 'link',
        url: '#a',
        children: [{type: 'inlineCode', value: 'terminationGracePeriodSeconds'}],
      },
    ];
    const broken = breakCode(content);
    expect(JSON.stringify(broken)).toContain('"wbr"');
    expect(toString(broken[0])).toBe('terminationGracePeriodSeconds');
  });
});
