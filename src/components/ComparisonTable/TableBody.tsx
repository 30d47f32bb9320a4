import {memo, useCallback, useMemo, type MouseEvent, type ReactNode} from 'react';
import Translate, {translate} from '@docusaurus/Translate';
import {toRowId} from '../../plugins/remark-comparison-table/ids.ts';
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
  readonly isOpen: boolean;
};

/** What the cell said in an older edition, on demand; without JavaScript too. */
function OlderText({text, edition, subject, isOpen}: OlderProps): ReactNode {
  const label = translate(
    {id: 'table.older', message: '与 {edition} 版不同，看当时怎么说'},
    {edition},
  );
  return (
    <details open={isOpen}>
      <summary title={label} />
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

type RowProps = {
  readonly tableId: string;
  readonly row: Row;
  readonly columns: readonly Column[];
  /** Whether the column at the same place is shown. */
  readonly isShown: readonly boolean[];
  readonly isHidden: boolean;
  readonly isLinked: boolean;
  readonly olderEdition: string | undefined;
  readonly showsOlder: boolean;
  readonly onCopyLink: (rowId: string, name: string) => void;
};

const TableRow = memo(function TableRow({
  tableId,
  row,
  columns,
  isShown,
  isHidden,
  isLinked,
  olderEdition,
  showsOlder,
  onCopyLink,
}: RowProps): ReactNode {
  const [name, ...cells] = row.cells as [Cell, ...Cell[]];
  const rowId = toRowId(tableId, row.id);
  const copyLink = (event: MouseEvent): void => {
    // With a modifier key the browser opens the link elsewhere.
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      onCopyLink(rowId, name.text);
    }
  };
  return (
    <tr id={rowId} role="row" hidden={isHidden} data-lit={isLinked || undefined}>
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
          <td key={column.id} role="cell" data-label={column.text} hidden={!isShown[index + 1]}>
            <CellValue cell={cell} />
            {cell.olderText !== undefined && olderEdition !== undefined && (
              <OlderText
                text={cell.olderText}
                edition={olderEdition}
                subject={column.olderText}
                isOpen={showsOlder}
              />
            )}
          </td>
        );
      })}
    </tr>
  );
});

export type Props = {
  readonly tableId: string;
  readonly model: Model;
  readonly isShown: readonly boolean[];
  /** Positions of all rows in the order in which they stand. */
  readonly order: readonly number[];
  /** Whether the row at the same place of the model is hidden. */
  readonly isHidden: readonly boolean[];
  readonly linkedRow: string | undefined;
  readonly olderEdition: string | undefined;
  readonly showsOlder: boolean;
  readonly onAnnounce: (message: string) => void;
};

/** The rows of a table, in the order and with the columns of the view. */
export default function TableBody({
  tableId,
  model: {columns, rows},
  isShown,
  order,
  isHidden,
  linkedRow,
  olderEdition,
  showsOlder,
  onAnnounce,
}: Props): ReactNode {
  const handleCopyLink = useCallback(
    (rowId: string, name: string): void => {
      const {origin, pathname} = window.location;
      navigator.clipboard.writeText(`${origin}${pathname}#${rowId}`).then(
        () =>
          onAnnounce(
            translate(
              {id: 'table.rowLinkCopied', message: '已复制「{row}」一行的链接'},
              {row: name},
            ),
          ),
        () =>
          onAnnounce(
            translate(
              {id: 'table.rowLinkFailed', message: '无法复制；「{row}」一行的链接在地址栏里'},
              {row: name},
            ),
          ),
      );
    },
    [onAnnounce],
  );
  const hasAllHidden = isHidden.every(Boolean);
  const shownCount = useMemo(() => isShown.filter(Boolean).length, [isShown]);
  return (
    <tbody role="rowgroup">
      {order.map((position) => {
        const row = rows[position]!;
        return (
          <TableRow
            key={row.id}
            tableId={tableId}
            row={row}
            columns={columns}
            isShown={isShown}
            isHidden={isHidden[position]!}
            isLinked={row.id === linkedRow}
            olderEdition={olderEdition}
            showsOlder={showsOlder}
            onCopyLink={handleCopyLink}
          />
        );
      })}
      {hasAllHidden && (
        <tr role="row">
          <td role="cell" colSpan={shownCount}>
            <Translate id="table.nothing">没有符合的行。</Translate>
          </td>
        </tr>
      )}
    </tbody>
  );
}
