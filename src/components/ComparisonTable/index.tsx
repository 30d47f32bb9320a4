import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type FocusEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import {translate} from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {toRowId} from '../../plugins/remark-comparison-table/ids.ts';
import {MARKS} from '../../plugins/remark-comparison-table/marks.ts';
import {useCopyLink} from '../CopyLink/useCopyLink.ts';
import Footer from './Footer.tsx';
import {toGrid} from './grid.ts';
import type {NearRows} from './lazy/farRows.ts';
import {readModel, TableCell, TableRow} from './model.ts';
import styles from './styles.module.css';
import TableBody from './TableBody.tsx';
import TableHead from './TableHead.tsx';
import Toolbar from './Toolbar.tsx';
import {useAfterPaint} from './useAfterPaint.ts';
import {useScrollState} from './useScrollState.ts';
import {useTableView} from './useTableView.ts';
import {loadTools, useTools} from './useTools.ts';
import {WHOLE, writeView, type View} from './view.ts';

export {TableCell, TableRow};

export type Props = {
  /** Address of the table on its page, and the beginning of those of its rows. */
  readonly id: string;
  readonly caption: string;
  /** Name of the edition that the cells' `olderText` comes from. */
  readonly olderEdition?: string;
  /** One `TableRow` with the headers of the columns, then one for each row. */
  readonly children: ReactNode;
};

/** In a table with more rows, those out of sight are laid out later. */
const MANY_ROWS = 20;

/** Name of the attribute of a table whose address asks for a view that the app has not yet shown. */
const WAITING = 'data-waiting';

/**
 * Runs while the page is loading, before anything below it is painted. If the address asks for a view of the table, neither the table
 * nor what follows is shown until the app shows that view, so that nobody sees another one first, and nothing moves before their
 * eyes. After eight seconds it is shown anyhow.
 */
const WAIT = `{let e=document.currentScript.parentNode;if(location.search.includes(e.id+'.')){e.setAttribute('${WAITING}','');setTimeout(()=>e.removeAttribute('${WAITING}'),8e3)}}`;

/**
 * A table in which subjects (columns) are compared. The server renders all of it. JavaScript adds: subjects to hide, rows to filter,
 * to sort and to reduce to the differences, all kept in the address; copies as Markdown and CSV; links to rows.
 */
export default function ComparisonTable({id, caption, olderEdition, children}: Props): ReactNode {
  const model = useMemo(() => readModel(children), [children]);
  const {columns, rows} = model;
  const {collectAnchor} = useBrokenLinks();
  [id, ...rows.map((row) => toRowId(id, row.id))].forEach((anchor) => collectAnchor(anchor));

  const root = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const {view, change, linkedRow, isRestored} = useTableView(id, model);
  // The controls answer at once; many rows follow in a task of their own.
  const isLarge = rows.length > MANY_ROWS;
  const shown = useAfterPaint(view, isLarge);
  const {hidden, filter, onlyDifferences, sort, showsOlder} = shown;
  const [isTouched, setTouched] = useState(false);
  const isWhole = shown === WHOLE;
  const tools = useTools(isTouched || view !== WHOLE);
  // Until then the table may show something else than the address asks for.
  const [hasStarted, setStarted] = useState(false);
  if (!hasStarted && isRestored && shown === view && (isWhole || tools)) {
    setStarted(true);
  }

  const isShown = useMemo(() => columns.map(({id}) => !hidden.includes(id)), [columns, hidden]);
  const findReasons = isWhole ? undefined : tools?.findReasons;
  const reasons = useMemo(() => {
    const texts = rows.map(({cells}) =>
      cells.filter((_, index) => isShown[index]).map(({text}) => text),
    );
    const found = findReasons?.(texts, {filter, onlyDifferences});
    // A row that somebody links to is shown in any view.
    return rows.map((row, index) => (row.id === linkedRow ? undefined : found?.[index]));
  }, [filter, findReasons, isShown, linkedRow, onlyDifferences, rows]);
  const sortTexts = sort && tools?.sortTexts;
  const order = useMemo(() => {
    const sorted = columns.findIndex(({id}) => id === sort?.column);
    return sort && sortTexts
      ? sortTexts(
          rows.map(({cells}) => cells[sorted]!.text),
          sort.isDescending,
        )
      : rows.map((_, index) => index);
  }, [columns, rows, sort, sortTexts]);
  const isWide = useScrollState(root, box, table);
  const isBrowser = useIsBrowser();

  const [announcement, setAnnouncement] = useState('');
  const isHidden = useMemo(() => reasons.map((reason) => reason !== undefined), [reasons]);
  useLayoutEffect(() => {
    tools?.showColumns(table.current!, columns, isShown);
  }, [columns, isShown, tools]);
  useLayoutEffect(() => {
    table.current!.querySelectorAll('details').forEach((older) => (older.open = showsOlder));
  }, [showsOlder]);
  useLayoutEffect(() => {
    if (hasStarted) {
      root.current!.removeAttribute(WAITING);
    }
  }, [hasStarted]);

  // It is also in view, and read out.
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    const row = rows.find((candidate) => candidate.id === linkedRow);
    if (!hasStarted) {
      return undefined;
    }
    // The browser has scrolled to the row before the app ran, unless the view has moved it since.
    const isInPlace = isFirst.current && isWhole;
    isFirst.current = false;
    if (!row) {
      return undefined;
    }
    const frame = requestAnimationFrame(() => {
      setAnnouncement(
        translate({id: 'table.linkedRow', message: '已到「{row}」一行'}, {row: row.cells[0]!.text}),
      );
      if (!isInPlace) {
        document.getElementById(toRowId(id, row.id))?.scrollIntoView();
      }
    });
    return () => cancelAnimationFrame(frame);
    // Another view later does not scroll.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hasStarted, id, linkedRow, rows]);

  const touch = (): void => setTouched(true);
  const nearRows = useRef<NearRows>(undefined);
  const handleChange = (changes: Partial<View>): void => {
    nearRows.current = isLarge ? tools?.findNearRows(table.current!) : undefined;
    change(changes);
  };
  useLayoutEffect(
    () => nearRows.current && tools?.deferFarRows(table.current!, nearRows.current),
    // Only the reader's changes, not what is loaded meanwhile.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [shown],
  );

  // The pointer is there before the code is that the touch has loaded.
  const pointed = useRef<EventTarget>(null);
  const point = (target: EventTarget | null): void => {
    pointed.current = target;
    tools?.lightColumn(table.current!, target);
  };
  useEffect(() => tools?.lightColumn(table.current!, pointed.current), [tools]);
  const handlePoint = ({target}: MouseEvent | FocusEvent): void => point(target);
  const handleLeave = (): void => point(null);
  const getCsv = async (): Promise<string> => {
    const {toCsv} = await loadTools();
    const shown = order.filter((index) => !isHidden[index]).map((index) => rows[index]!.cells);
    return toCsv(
      [columns, ...shown].map((cells) =>
        cells.filter((_, index) => isShown[index]).map(({text}) => text),
      ),
    );
  };
  const getMarkdown = async (): Promise<string> => {
    const {toMarkdown} = await loadTools();
    return toMarkdown(table.current!);
  };
  const {getText} = useCopyLink();
  const getLink = (): string =>
    getText({id, name: caption, search: writeView(window.location.search, id, view)});
  const usedMarks = MARKS.filter((mark) =>
    rows.some(({cells}) => cells.some((cell) => cell.mark === mark)),
  );
  return (
    <div ref={root} id={id} className={styles.root} onPointerEnter={touch} onFocus={touch}>
      {!isBrowser && process.env.NODE_ENV !== 'development' && (
        <script dangerouslySetInnerHTML={{__html: WAIT}} />
      )}
      <Toolbar
        caption={caption}
        model={model}
        view={view}
        reasons={reasons}
        olderEdition={olderEdition}
        onChange={handleChange}
      />
      <div
        ref={box}
        className={styles.box}
        style={toGrid(columns) as CSSProperties}
        data-large={isLarge || undefined}
        // A table wider than the column scrolls in this box; the keyboard needs a way to get there.
        {...(isWide && {
          role: 'group',
          tabIndex: 0,
          'aria-label': translate({id: 'table.label', message: '表格，可左右滚动'}),
        })}
      >
        <table
          ref={table}
          role="table"
          onMouseOver={handlePoint}
          onMouseLeave={handleLeave}
          onFocus={handlePoint}
          onBlur={handleLeave}
        >
          <caption>{caption}</caption>
          <TableHead
            columns={columns}
            sort={sort}
            wantedSort={view.sort}
            onSort={(wanted) => handleChange({sort: wanted})}
          />
          <TableBody
            tableId={id}
            model={model}
            order={order}
            isHidden={isHidden}
            linkedRow={linkedRow}
            olderEdition={olderEdition}
          />
        </table>
      </div>
      <Footer
        caption={caption}
        usedMarks={usedMarks}
        getMarkdown={getMarkdown}
        getCsv={getCsv}
        getLink={getLink}
      />
      <span role="status" className={styles.announcement}>
        {announcement}
      </span>
    </div>
  );
}
