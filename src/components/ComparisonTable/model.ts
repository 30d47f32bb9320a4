import {Children, type ReactElement, type ReactNode} from 'react';
import {findMark, type Mark} from '../../plugins/remark-comparison-table/marks.ts';

/** What the plugin `remark-comparison-table` gives for a cell, or for the header of a column. */
export type CellProps = {
  /** Plain text. */
  readonly text: string;
  /** What the cell said in the edition before, if that was something else. */
  readonly olderText?: string;
  /** Name in addresses; of a header only. */
  readonly id?: string;
  /** Whether the reader may sort by the column; of a header only. */
  readonly isSortable?: boolean;
  /** Least width of the column in em, and its share of the room that there is; of a header only. */
  readonly min?: number;
  readonly share?: number;
  /** The text with its markup, without the mark at its beginning; missing if there is no markup. */
  readonly children?: ReactNode;
};

export type RowProps = {
  /** Name in addresses, behind the id of the table; the row of headers has none. */
  readonly id?: string;
  /** One `TableCell` for each column; the first names the row. */
  readonly children: ReactNode;
};

export type Cell = CellProps & {readonly mark: Mark | undefined; readonly content: ReactNode};

/** A column; the first names the rows, every other is a subject. */
export type Column = Cell & {readonly id: string; readonly min: number; readonly share: number};

export type Row = {readonly id: string; readonly cells: readonly Cell[]};

export type Model = {readonly columns: readonly Column[]; readonly rows: readonly Row[]};

/** A row of a `ComparisonTable`. Shows nothing by itself. */
export function TableRow(_props: RowProps): ReactNode {
  return null;
}

/** A cell of a `TableRow`. Shows nothing by itself. */
export function TableCell(_props: CellProps): ReactNode {
  return null;
}

function readCell(props: CellProps): Cell {
  const {text, children} = props;
  const mark = findMark(text);
  return {...props, mark, content: children ?? (mark ? text.slice(1).trimStart() : text)};
}

/** The props of the elements that the plugin wrote; there is nothing else among the children. */
function readProps<P>(children: ReactNode): P[] {
  return Children.map(children, (child) => (child as ReactElement<P>).props) ?? [];
}

/** Reads a table from the elements that describe it: the row of headers, and the others. */
export function readModel(children: ReactNode): Model {
  const [header, ...rows] = readProps<RowProps>(children).map((row) => ({
    id: row.id!,
    cells: readProps<CellProps>(row.children).map(readCell),
  }));
  return {columns: header!.cells as Column[], rows};
}

/** Whether there can be a view in which two subjects say the same in some row. */
export function canHaveEqualRows({rows}: Model): boolean {
  return rows.some(
    ({cells}) => new Set(cells.slice(1).map(({text}) => text)).size < cells.length - 1,
  );
}
