import fs from 'node:fs';
import path from 'node:path';
import type {SimpleLiteral} from 'estree';
import type {Root, PhrasingContent} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx';
import {visit} from 'unist-util-visit';
import type {VFile} from 'vfile';
import {findOlderTwin} from '../docusaurus-page-contract/editions.ts';
import {parsePage} from '../docusaurus-page-contract/page.ts';
import {createElement, createImport} from '../remark-diagram/mdxNodes.ts';
import {breakCode} from './breakCode.ts';
import {findMark} from './marks.ts';
import {measureColumns} from './measureColumns.ts';
import {COMPARISON_TABLE, readTables, type Cell, type ComparisonTable} from './readTables.ts';

const ROW = 'TableRow';
const CELL = 'TableCell';

/** The same page's tables as the edition before had them, by id. */
type OlderTables = {
  readonly edition: string;
  readonly tables: ReadonlyMap<string, ComparisonTable>;
};

function readOlderTables(file: VFile): OlderTables | undefined {
  const relative = path.relative(file.cwd, file.path).split(path.sep).join('/');
  const twin = findOlderTwin(file.cwd, relative);
  const twinPath = twin && path.join(file.cwd, twin.path);
  if (!twin || !twinPath || !fs.existsSync(twinPath)) {
    return undefined;
  }
  const text = fs.readFileSync(twinPath, 'utf8');
  const {tree} = parsePage(twin.path, text);
  const {tables} = tree ? readTables(tree, text) : {tables: []};
  return {edition: twin.edition.name, tables: new Map(tables.map((table) => [table.id, table]))};
}

/** The text of the older cell, if it says something else. */
function findDifference(older: Cell | undefined, {text}: Cell): string | undefined {
  const normalize = (value: string): string => value.replace(/\s+/g, ' ');
  return older && normalize(older.text) !== normalize(text) ? older.text : undefined;
}

/** Content without the mark at its beginning, which the component draws. */
function stripMark(content: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const [first, ...rest] = content;
  return first?.type === 'text' && findMark(first.value)
    ? [{...first, value: first.value.slice(1).trimStart()}, ...rest]
    : content;
}

type Attribute = string | true | SimpleLiteral;

const toLiteral = (value: number): SimpleLiteral => ({type: 'Literal', value});

function createCell(
  cell: Cell,
  attributes: Readonly<Record<string, Attribute | undefined>>,
): MdxJsxFlowElement {
  const given = Object.entries<Attribute | undefined>({...attributes, text: cell.text}).filter(
    (entry): entry is [string, Attribute] => entry[1] !== undefined,
  );
  // A cell without markup is its text; the page need not carry it twice.
  const isPlain = cell.content.every(({type}) => type === 'text');
  const content = isPlain ? [] : breakCode(stripMark(cell.content));
  return createElement(
    CELL,
    Object.fromEntries(given),
    // Phrasing content stands in a flow element: the component puts it into a cell, as it is.
    content as unknown as MdxJsxFlowElement['children'],
  );
}

/** The component that shows a table, with everything that it says. */
function createTable(table: ComparisonTable, older: OlderTables | undefined): MdxJsxFlowElement {
  const olderTable = older?.tables.get(table.id);
  const olderColumns = table.columns.map(({id}) =>
    olderTable ? olderTable.columns.findIndex((column) => column.id === id) : -1,
  );
  const widths = measureColumns(
    table.columns.map(({header}) => header.text),
    table.rows,
  );
  const columns = table.columns.map(({id, header, isSortable}, index) =>
    createCell(header, {
      id,
      olderText: findDifference(olderTable?.columns[olderColumns[index]!]?.header, header),
      isSortable: isSortable || undefined,
      min: toLiteral(widths[index]!.min),
      share: toLiteral(widths[index]!.share),
    }),
  );
  const rows = table.rows.map(({id, cells}) => {
    const olderRow = olderTable?.rows.find((row) => row.id === id);
    return createElement(
      ROW,
      {id},
      cells.map((cell, index) =>
        createCell(cell, {
          // The name of a row may be put differently; what counts is what is said of the subjects.
          olderText:
            index > 0 ? findDifference(olderRow?.cells[olderColumns[index]!], cell) : undefined,
        }),
      ),
    );
  });
  return createElement(
    COMPARISON_TABLE,
    {
      id: table.id,
      caption: table.caption,
      ...(older && olderTable && {olderEdition: older.edition}),
    },
    [createElement(ROW, {}, columns), ...rows],
  );
}

/**
 * Turns `<ComparisonTable>` around a Markdown table into typed props: columns with id and label, rows with id and cells, each cell
 * with its rendered content and its plain text, and, where the same page of the edition before has a table of the same id, with
 * what the same row said of the same subject then. The page imports the component itself, so that no other page pays for it.
 *
 * Register it in `beforeDefaultRemarkPlugins`: Docusaurus then sees what the cells hold as ordinary content.
 * @throws VFileMessage, with the place, at the first fault; the page contract has reported all of them before
 */
export default function remarkComparisonTable() {
  return (tree: Root, file: VFile): void => {
    const {tables, faults} = readTables(tree, String(file));
    if (faults[0]) {
      file.fail(faults[0].message, {place: faults[0].place, source: 'remark-comparison-table'});
    }
    if (tables.length === 0) {
      return;
    }
    const older = readOlderTables(file);
    for (const table of tables) {
      visit(tree, (node, position, parent) => {
        if (node === table.element && parent && position !== undefined) {
          parent.children[position] = createTable(table, older);
        }
      });
    }
    tree.children.unshift(
      createImport('@site/src/components/ComparisonTable', COMPARISON_TABLE, ROW, CELL),
    );
  };
}
