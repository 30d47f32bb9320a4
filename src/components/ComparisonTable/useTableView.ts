import {useCallback, useEffect, useState} from 'react';
import {useLocation} from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {toRowId} from '../../plugins/remark-comparison-table/ids.ts';
import type {Model} from './model.ts';
import {hasView, readView, WHOLE, writeView, type View} from './view.ts';

export type TableView = {
  readonly view: View;
  /** Changes some of the view; the address follows. */
  readonly change: (changes: Partial<View>) => void;
  /** The row that the address names, if it is one of the table. */
  readonly linkedRow: string | undefined;
  /** Whether the address has been read; the server, and the page until it is hydrated, know the whole table only. */
  readonly isRestored: boolean;
};

/** For how long the address waits for the next keystroke, in milliseconds: browsers limit how often it may change. */
const ADDRESS_DELAY = 300;

/** The view of a table, kept in the query of the address, so that it can be sent to somebody and survives a reload. */
export function useTableView(tableId: string, {columns, rows}: Model): TableView {
  const isBrowser = useIsBrowser();
  const location = useLocation();
  const [view, setView] = useState(WHOLE);

  // Whatever leads to an address with a view shows that view. A link within the page has none: the reader keeps theirs.
  const [read, setRead] = useState<typeof location>();
  if (isBrowser && location !== read) {
    setRead(location);
    if (hasView(location.search, tableId)) {
      setView(readView(location.search, tableId, columns));
    }
  }
  const isRestored = read !== undefined;
  useEffect(() => {
    if (!isRestored) {
      return undefined;
    }
    const timer = setTimeout(() => {
      const {pathname, search, hash} = window.location;
      const wanted = writeView(search, tableId, view);
      if (wanted !== search) {
        // Without the router, which would scroll.
        window.history.replaceState(window.history.state, '', pathname + wanted + hash);
      }
    }, ADDRESS_DELAY);
    return () => clearTimeout(timer);
  }, [isRestored, location, tableId, view]);

  const change = useCallback(
    (changes: Partial<View>): void => setView((current) => ({...current, ...changes})),
    [],
  );
  const linkedRow = isBrowser
    ? rows.find(({id}) => `#${toRowId(tableId, id)}` === location.hash)?.id
    : undefined;
  return {view, change, linkedRow, isRestored};
}
