import type {ReactNode} from 'react';
import useIsBrowser from '@docusaurus/useIsBrowser';
import type {Column} from './model.ts';
import {CellValue} from './TableBody.tsx';
import type {View} from './view.ts';

type SortHeaderProps = {
  readonly column: Column;
  readonly sort: View['sort'];
  readonly onSort: (sort: View['sort']) => void;
};

/** Header of a column that can be sorted by: ascending, descending, and back to the author's order. */
function SortHeader({column, sort, onSort}: SortHeaderProps): ReactNode {
  const direction = sort?.column === column.id ? sort : undefined;
  const next = !direction
    ? {column: column.id, isDescending: false}
    : direction.isDescending
      ? undefined
      : {column: column.id, isDescending: true};
  return (
    <button type="button" onClick={() => onSort(next)}>
      <CellValue cell={column} />
    </button>
  );
}

export type Props = {
  readonly columns: readonly Column[];
  /** Order in which the rows stand. */
  readonly sort: View['sort'];
  /** Order that the reader has asked for; in a large table the rows follow a moment later. */
  readonly wantedSort: View['sort'];
  readonly onSort: (sort: View['sort']) => void;
};

/** The headers of all columns. What sorts is a button as soon as something answers to it. */
export default function TableHead({columns, sort, wantedSort, onSort}: Props): ReactNode {
  const isBrowser = useIsBrowser();
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            role="columnheader"
            aria-sort={
              !column.isSortable
                ? undefined
                : sort?.column !== column.id
                  ? 'none'
                  : sort.isDescending
                    ? 'descending'
                    : 'ascending'
            }
          >
            {column.isSortable && isBrowser ? (
              <SortHeader column={column} sort={wantedSort} onSort={onSort} />
            ) : (
              <CellValue cell={column} />
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}
