import {toGrid} from '../grid.ts';
import type {Column} from '../model.ts';

/** Does something to all cells of a column. React renders every cell once and for all: hundreds of them would take it too long. */
function eachCell(
  table: HTMLTableElement,
  column: number,
  change: (cell: HTMLTableCellElement) => void,
): void {
  for (const {cells} of table.rows) {
    if (cells[column]) {
      change(cells[column]);
    }
  }
}

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

/** Marks the column of the cell under the pointer, or with the focus in it, instead of the one before. */
export function lightColumn(table: HTMLTableElement, target: EventTarget | null): void {
  const cell = (target as Element | null)?.closest<HTMLTableCellElement>('th, td');
  const lit = table.querySelector<HTMLTableCellElement>('th[data-lit]');
  if (cell?.cellIndex !== lit?.cellIndex) {
    if (lit) {
      eachCell(table, lit.cellIndex, ({dataset}) => delete dataset.lit);
    }
    if (cell?.cellIndex) {
      eachCell(table, cell.cellIndex, ({dataset}) => (dataset.lit = ''));
    }
  }
}
