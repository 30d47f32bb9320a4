/** Places, among the rows that are shown, of those in the window: from `first` up to and including `last`. */
export type NearRows = {readonly first: number; readonly last: number};

/** Rows before and behind the window that are laid out with those in it. */
const MARGIN = 1;
/** Rows that each later frame lays out. */
const ROWS_PER_FRAME = 3;

function getShownRows(table: HTMLTableElement): HTMLTableRowElement[] {
  return [...table.tBodies[0]!.rows].filter(({hidden}) => !hidden);
}

/** Finds the rows in the window. To be called before anything changes: the browser knows the places then, and need not lay out. */
export function findNearRows(table: HTMLTableElement): NearRows {
  const rows = getShownRows(table);
  const first = rows.findIndex((row) => row.getBoundingClientRect().bottom > 0);
  const next = rows.findIndex((row) => row.getBoundingClientRect().top > window.innerHeight);
  return {first: first - MARGIN, last: (next < 0 ? rows.length : next) + MARGIN};
}

/**
 * Lets the browser answer at once in a large table: rows out of sight keep the height that they had, and are laid out a few in each
 * of the next frames. To be called when the rows have changed, and before the browser lays them out.
 * @param near what `findNearRows` found before the change
 * @returns a function that shows all rows at once
 */
export function deferFarRows(table: HTMLTableElement, {first, last}: NearRows): () => void {
  const rows = getShownRows(table);
  // The window shows the same places as before, or the last ones if there are fewer rows now.
  const start = Math.min(first, Math.max(0, rows.length - (last - first) - 1));
  const far = rows.filter((_, index) => index < start || index > start + last - first);
  far.forEach(({style}) => (style.contentVisibility = 'hidden'));
  let frame = 0;
  const showSome = (): void => {
    far.splice(0, ROWS_PER_FRAME).forEach(({style}) => (style.contentVisibility = ''));
    if (far.length > 0) {
      frame = requestAnimationFrame(showSome);
    }
  };
  // The first frame shows the change; the others follow.
  frame = requestAnimationFrame(() => (frame = requestAnimationFrame(showSome)));
  return () => {
    cancelAnimationFrame(frame);
    far.forEach(({style}) => (style.contentVisibility = ''));
  };
}
