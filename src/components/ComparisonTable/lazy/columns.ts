import {toGrid} from '../grid.ts';
import type {Column} from '../model.ts';

/** Shows some columns, and gives them the room of the others; all of them are as the server has laid them out. On the rows, since a variable above them would restyle every cell. */
export function showColumns(
  table: HTMLTableElement,
  columns: readonly Column[],
  isShown: readonly boolean[],
): void {
  const isWhole = isShown.every(Boolean);
  const grid = toGrid(columns.filter((_, column) => isShown[column]));
  table.style.minInlineSize = isWhole ? '' : `${grid['--min']}em`;
  for (const row of table.rows) {
    row.style.gridTemplateColumns = isWhole ? '' : grid['--tracks'];
    isShown.forEach((isOn, column) => {
      if (row.cells[column]) {
        row.cells[column].hidden = !isOn;
      }
    });
  }
}

/**
 * Marks the column of the cell under the pointer, or with the focus in it, instead of the one before: by the header, and by a stripe
 * behind the rows in the window. To restyle every cell, or to paint the whole height, at every move would take a large table too long.
 */
export function lightColumn(table: HTMLTableElement, target: EventTarget | null): void {
  const index = (target as Element | null)?.closest<HTMLTableCellElement>('th, td')?.cellIndex;
  const header = index ? table.tHead!.rows[0]!.cells[index] : undefined;
  const lit = table.querySelector<HTMLTableCellElement>('th[data-lit]') ?? undefined;
  const body = table.tBodies[0]!;
  if (header !== lit) {
    delete lit?.dataset.lit;
  }
  let stripe = '';
  if (header) {
    const {offsetLeft, offsetWidth, dataset} = header;
    dataset.lit = '';
    const top = Math.max(0, Math.round(-body.getBoundingClientRect().top));
    stripe = `linear-gradient(var(--weak), var(--weak)) ${offsetLeft}px ${top}px / ${offsetWidth}px ${window.innerHeight}px no-repeat`;
  }
  if (body.style.background !== stripe) {
    body.style.background = stripe;
  }
}
