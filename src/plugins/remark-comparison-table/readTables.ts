import type {Paragraph, PhrasingContent, Root, Table, TableCell, TableRow} from 'mdast';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import type {Node, Point} from 'unist';
import {SKIP, visit} from 'unist-util-visit';
import {ADDRESS_NAME} from '../docusaurus-page-contract/editions.ts';
import {readExplicitId} from '../docusaurus-page-contract/explicitId.ts';
import {readAttribute} from '../remark-diagram/mdxNodes.ts';
import {toRowId} from './ids.ts';

/** The component around a Markdown table. */
export const COMPARISON_TABLE = 'ComparisonTable';

/** What a cell says. */
export type Cell = {
  /** Plain text; a line break in the cell is a `\n`. */
  readonly text: string;
  /** Inline Markdown, without the comment that holds an id. */
  readonly content: readonly PhrasingContent[];
};

/** A column; the first one names the rows, every other is a subject. */
export type Column = {
  /** Name in addresses, the same in every edition. */
  readonly id: string;
  readonly header: Cell;
  /** Whether the reader may sort by it. */
  readonly isSortable: boolean;
};

/** A row; its first cell names it. */
export type Row = {readonly id: string; readonly cells: readonly Cell[]};

/** A comparison table of a page, sound in itself: every row has one cell for each column. */
export type ComparisonTable = {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly element: MdxJsxFlowElement;
};

/** What is wrong with a table, and how to mend it. */
export type TableFault = {readonly place: Point; readonly message: string};

type Report = (node: Node, message: string) => void;

/** Id of the first column, unless the author gives it another. */
const NAME_COLUMN = 'name';

/** What a row or a column may be called: it stands behind the table's id in an address. */
const PART_ID = /^[a-z0-9-]+$/;

/** A header of these characters is its own id; one with a version number or Chinese text needs an explicit one. */
const PLAIN_HEADER = /^[a-z0-9][a-z0-9 -]*$/i;

function isComparisonTable(node: Node): node is MdxJsxFlowElement {
  return node.type === 'mdxJsxFlowElement' && (node as MdxJsxFlowElement).name === COMPARISON_TABLE;
}

function isInlineComparisonTable(node: Node): node is MdxJsxTextElement {
  return node.type === 'mdxJsxTextElement' && (node as MdxJsxTextElement).name === COMPARISON_TABLE;
}

/** The table inside an element, if it holds only one. */
function findTable(element: MdxJsxFlowElement): Table | undefined {
  const tables = element.children.filter((child) => child.type === 'table');
  return tables.length === 1 ? tables[0] : undefined;
}

/**
 * Ids that a node brings to its page, the table's first and then those of its rows, each once. Only the form is looked at; empty
 * for what is no comparison table.
 */
export function readTableIds(node: Node): string[] {
  if (!isComparisonTable(node)) {
    return [];
  }
  const id = readAttribute(node, 'id');
  if (typeof id !== 'string' || !ADDRESS_NAME.test(id)) {
    return [];
  }
  const rowIds = (findTable(node)?.children.slice(1) ?? [])
    .map(({children: [first]}) => first && readExplicitId(first))
    .filter((rowId) => rowId !== undefined && PART_ID.test(rowId));
  return [...new Set([id, ...rowIds.map((rowId) => toRowId(id, rowId!))])];
}

function isComment(node: Node): boolean {
  return (
    node.type === 'mdxTextExpression' &&
    /^\/\*[\s\S]*\*\/$/.test((node as {value?: string}).value ?? '')
  );
}

/** The inline Markdown of a cell, without comments and the space around them. */
function readContent(cell: TableCell): PhrasingContent[] {
  const content = cell.children.filter((child) => !isComment(child));
  const last = content.at(-1);
  if (last?.type !== 'text') {
    return content;
  }
  const value = last.value.trimEnd();
  return value ? [...content.slice(0, -1), {...last, value}] : content.slice(0, -1);
}

function isLineBreak(node: Node): boolean {
  return (
    node.type === 'break' ||
    (node.type === 'mdxJsxTextElement' && (node as MdxJsxTextElement).name === 'br')
  );
}

/** A node's text as a reader sees it. */
function readPlainText(nodes: readonly Node[], source: string): string {
  return nodes
    .map((node) => {
      if (isLineBreak(node)) {
        return '\n';
      }
      if (node.type === 'textDirective') {
        // No directive at all, but a colon in front of a word, which Docusaurus turns back into text.
        return source.slice(node.position!.start.offset, node.position!.end.offset);
      }
      const {value, alt, children} = node as {
        value?: string;
        alt?: string | null;
        children?: readonly Node[];
      };
      return value ?? alt ?? readPlainText(children ?? [], source);
    })
    .join('');
}

function readCell(cell: TableCell, source: string, report: Report): Cell {
  const content = readContent(cell);
  for (const child of content) {
    if (child.type === 'mdxTextExpression') {
      report(
        child,
        `The cell holds the expression {${child.value}}, which no search and no copy can read. Write the text itself, or put code into backticks.`,
      );
    }
  }
  return {content, text: readPlainText(content, source).trim()};
}

/** Reports a missing, ill-formed or repeated id of a row or a column, and keeps the others in mind. */
function checkPartId(
  id: string | undefined,
  node: Node,
  {
    what,
    missing,
    lines,
    report,
  }: {
    readonly what: string;
    readonly missing: string;
    readonly lines: Map<string, number>;
    readonly report: Report;
  },
): void {
  if (id === undefined) {
    report(node, missing);
  } else if (!PART_ID.test(id)) {
    report(
      node,
      `The id "${id}" of ${what} is not allowed. Use lower-case ASCII letters, digits and hyphens.`,
    );
  } else if (lines.has(id)) {
    report(
      node,
      `The id "${id}" of ${what} is already used in this table on line ${lines.get(id)}. Choose another.`,
    );
  } else {
    lines.set(id, node.position!.start.line);
  }
}

function readColumns(
  header: TableRow,
  element: MdxJsxFlowElement,
  {source, report}: {readonly source: string; readonly report: Report},
): Column[] {
  const sortable = readAttribute(element, 'sortable');
  const sortableIds = typeof sortable === 'string' ? sortable.split(/\s+/).filter(Boolean) : [];
  const idLines = new Map<string, number>();
  const labels = new Map<string, number>();
  const columns = header.children.map((node, index): Column => {
    const cell = readCell(node, source, report);
    const {text} = cell;
    const explicitId = readExplicitId(node);
    const id =
      explicitId ??
      (index === 0
        ? NAME_COLUMN
        : PLAIN_HEADER.test(text)
          ? text.toLowerCase().replaceAll(' ', '-')
          : undefined);
    const isRepeated = labels.has(text);
    if (text === '') {
      report(node, `The header of column ${index + 1} is empty. Write what the column holds.`);
    } else if (isRepeated) {
      report(
        node,
        `The header "${text}" of column ${index + 1} is already that of column ${labels.get(text)}. Say in what the two differ.`,
      );
    } else {
      labels.set(text, index + 1);
    }
    if (explicitId !== undefined || (text !== '' && !isRepeated)) {
      checkPartId(id, node, {
        what: `column ${index + 1}, "${text}",`,
        missing: `The header "${text}" has no id, and none can be read from it. Close the cell with a comment: {/* #short-english-name */}; without a version number, so that it can stay in the next edition.`,
        lines: idLines,
        report,
      });
    }
    return {
      id: id ?? '',
      header: cell,
      isSortable: sortable === true || (id !== undefined && sortableIds.includes(id)),
    };
  });
  if (columns.length < 2) {
    report(
      header,
      'The table has one column. Let the first name the rows, and add one for each subject.',
    );
  }
  for (const id of sortableIds) {
    if (!columns.some((column) => column.id === id)) {
      report(
        element,
        `"sortable" names the column "${id}", which does not exist. Use ids of columns, separated by spaces: ${columns.map((column) => column.id).join(', ')}; or write "sortable" alone for all of them.`,
      );
    }
  }
  return columns;
}

function readRows(
  rows: readonly TableRow[],
  columns: readonly Column[],
  {source, report}: {readonly source: string; readonly report: Report},
): Row[] {
  const idLines = new Map<string, number>();
  return rows.map((row, index): Row => {
    const [first] = row.children;
    const id = first && readExplicitId(first);
    const cells = row.children.map((cell) => readCell(cell, source, report));
    const name = cells[0]?.text || `row ${index + 1}`;
    checkPartId(id, first ?? row, {
      what: `the row "${name}"`,
      missing: `The row "${name}" has no id. Close its first cell with a comment: {/* #short-english-name */}.`,
      lines: idLines,
      report,
    });
    if (cells.length !== columns.length) {
      report(
        row.children[columns.length] ?? row,
        `The row "${name}" has ${cells.length} cells, the header ${columns.length}. ${
          cells.length < columns.length
            ? 'Add what is missing'
            : 'Remove what is too much, or write a | inside a cell as \\|'
        }.`,
      );
    }
    cells.slice(0, columns.length).forEach(({text}, column) => {
      if (text === '') {
        report(
          row.children[column]!,
          `The cell "${name}" × "${columns[column]!.header.text}" is empty. Write what holds there, such as 无 or 不适用.`,
        );
      }
    });
    return {id: id ?? '', cells};
  });
}

/** Reports what is wrong with the element itself. */
function checkElement(element: MdxJsxFlowElement, report: Report): {id: string; caption: string} {
  const id = readAttribute(element, 'id');
  const caption = readAttribute(element, 'caption');
  const form = `<${COMPARISON_TABLE} id="short-english-name" caption="what is compared">`;
  if (typeof id !== 'string' || id === '') {
    report(element, `The comparison table has no id. Write ${form}.`);
  } else if (!ADDRESS_NAME.test(id)) {
    report(
      element,
      `The id "${id}" is not allowed. Start with a lower-case ASCII letter, go on with letters, digits and hyphens.`,
    );
  }
  if (typeof caption !== 'string' || caption.trim() === '') {
    report(element, `The comparison table has no caption. Write ${form}.`);
  }
  for (const attribute of element.attributes) {
    const name = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
    if (!['id', 'caption', 'sortable'].includes(name)) {
      report(
        element,
        `<${COMPARISON_TABLE}> takes no "${name}". It has "id", "caption" and "sortable".`,
      );
    }
  }
  return {id: String(id), caption: String(caption).trim()};
}

/** The one table in the element; reports when there is none, more than one, or something else. */
function checkContent(element: MdxJsxFlowElement, report: Report): Table | undefined {
  const tables = element.children.filter((child) => child.type === 'table');
  const others = element.children.filter(
    (child) => child.type !== 'table' && child.type !== 'mdxFlowExpression',
  );
  const broken = others.find(
    (child): child is Paragraph => child.type === 'paragraph' && isTableText(child),
  );
  if (tables.length === 0 && broken) {
    report(
      broken,
      'This is no table: its header and the line of dashes below have different numbers of cells. Let both have as many.',
    );
  } else if (tables.length !== 1 || others.length > 0) {
    report(
      tables[1] ?? others[0] ?? element,
      `<${COMPARISON_TABLE}> holds ${tables.length} tables and ${others.length} other blocks. Put one Markdown table into it, and nothing else.`,
    );
  }
  return findTable(element);
}

function isTableText({children: [first]}: Paragraph): boolean {
  return first?.type === 'text' && first.value.startsWith('|');
}

function readTable(
  element: MdxJsxFlowElement,
  source: string,
  reportFault: Report,
): ComparisonTable | undefined {
  let isSound = true;
  const report: Report = (node, message) => {
    isSound = false;
    reportFault(node, message);
  };
  const {id, caption} = checkElement(element, report);
  const [header, ...rows] = checkContent(element, report)?.children ?? [];
  if (!header) {
    return undefined;
  }
  const columns = readColumns(header, element, {source, report});
  if (rows.length === 0) {
    report(
      header,
      'The table has no rows. Add one for each thing in which the subjects are compared.',
    );
  }
  const table = {id, caption, columns, rows: readRows(rows, columns, {source, report}), element};
  return isSound ? table : undefined;
}

/**
 * Finds the comparison tables of a page.
 * @param source the page's text, which the tree was parsed from
 * @returns the sound tables in the order of the page, and everything that is wrong with the others, in the same order
 */
export function readTables(
  tree: Root,
  source: string,
): {tables: ComparisonTable[]; faults: TableFault[]} {
  const tables: ComparisonTable[] = [];
  const faults: TableFault[] = [];
  const report: Report = (node, message) => faults.push({place: node.position!.start, message});
  visit(tree, (node) => {
    if (isComparisonTable(node)) {
      const table = readTable(node, source, report);
      if (table) {
        tables.push(table);
      }
      return SKIP;
    }
    if (isInlineComparisonTable(node)) {
      report(
        node,
        `<${COMPARISON_TABLE}> stands in a line of text. Put the opening and the closing tag on lines of their own, with the table between them.`,
      );
      return SKIP;
    }
    if (node.type === 'table') {
      report(
        node,
        `The table stands alone. Put it into <${COMPARISON_TABLE} id="short-english-name" caption="what is compared">, so that its rows have addresses.`,
      );
    }
    return undefined;
  });
  return {tables, faults};
}
