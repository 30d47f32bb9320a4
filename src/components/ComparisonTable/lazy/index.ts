/** What a table needs only when the reader does something with it; loaded then. */
export {default as ColumnPanel} from './ColumnPanel.tsx';
export {lightColumn, showColumns} from './columns.ts';
export {deferFarRows, findNearRows} from './farRows.ts';
export {findReasons} from './findReasons.ts';
export {sortTexts} from './naturalOrder.ts';
export {toCsv, toMarkdown} from './serialize.ts';
