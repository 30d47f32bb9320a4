import {memo, type MouseEvent, type ReactNode} from 'react';
import Translate, {translate} from '@docusaurus/Translate';
import {toRowId} from '../../plugins/remark-comparison-table/ids.ts';
import {isPlainClick} from '../CopyLink/isPlainClick.ts';
import {useCopyLink} from '../CopyLink/useCopyLink.ts';
import Mark from './Mark.tsx';
import type {Cell, Column, Model, Row} from './model.ts';

/** What a cell says, with its mark; the element around it is what is copied and compared. */
export function CellValue({cell: {mark, content}}: {readonly cell: Cell}): ReactNode {
  return (
    <span data-value="">
      {mark && <Mark mark={mark} />}
      {mark && content !== '' && ' '}
      {content}
    </span>
  );
}

type OlderProps = {
  readonly text: string;
  /** Name of the older edition. */
  readonly edition: string;
  /** What the subject was called, if it was called otherwise. */
  readonly subject: string | undefined;
};

/** What the cell said in an older edition, on demand; without JavaScript too. */
function OlderText({text, edition, subject}: OlderProps): ReactNode {
  return (
    <details>
      <summary
        title={translate(
          {id: 'table.older', message: '与 {edition} 版不同，看当时怎么说'},
          {edition},
        )}
      />
      <span>
        <b>
          <Translate id="table.olderEdition" values={{edition}}>
            {'{edition} 版'}
          </Translate>
          {subject !== undefined && `（${subject}）`}
        </b>
        {`：${text}`}
      </span>
    </details>
  );
}

type CellsProps = {
  readonly rowId: string;
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly olderEdition: string | undefined;
};

/** What is in a row. It never changes; which of it is shown is the table's affair. */
const Cells = memo(function Cells({rowId, row, columns, olderEdition}: CellsProps): ReactNode {
  const {copy} = useCopyLink();
  const [name, ...cells] = row.cells as [Cell, ...Cell[]];
  const copyLink = (event: MouseEvent): void => {
    if (isPlainClick(event)) {
      void copy({id: rowId, name: name.text});
    }
  };
  return (
    <>
      <th scope="row" role="rowheader">
        <CellValue cell={name} />
        <a
          href={`#${rowId}`}
          aria-label={translate({id: 'table.rowLink', message: '本行的链接'})}
          onClick={copyLink}
        />
      </th>
      {cells.map((cell, index) => {
        const column = columns[index + 1]!;
        return (
          <td key={column.id} role="cell" data-label={column.text}>
            <CellValue cell={cell} />
            {cell.olderText !== undefined && (
              <OlderText text={cell.olderText} edition={olderEdition!} subject={column.olderText} />
            )}
          </td>
        );
      })}
    </>
  );
});

export type Props = {
  readonly tableId: string;
  readonly model: Model;
  /** Positions of all rows in the order in which they stand. */
  readonly order: readonly number[];
  /** Whether the row at the same place of the model is hidden. */
  readonly isHidden: readonly boolean[];
  readonly linkedRow: string | undefined;
  readonly olderEdition: string | undefined;
};

/** The rows of a table, in the order of the view. */
export default function TableBody({
  tableId,
  model: {columns, rows},
  order,
  isHidden,
  linkedRow,
  olderEdition,
}: Props): ReactNode {
  return (
    <tbody role="rowgroup">
      {order.map((position) => {
        const row = rows[position]!;
        const rowId = toRowId(tableId, row.id);
        return (
          <tr
            key={row.id}
            id={rowId}
            role="row"
            hidden={isHidden[position]}
            data-lit={row.id === linkedRow || undefined}
          >
            <Cells rowId={rowId} row={row} columns={columns} olderEdition={olderEdition} />
          </tr>
        );
      })}
      {isHidden.every(Boolean) && (
        <tr role="row" data-empty="">
          <td role="cell">
            <Translate id="table.nothing">没有符合的行。</Translate>
          </td>
        </tr>
      )}
    </tbody>
  );
}
