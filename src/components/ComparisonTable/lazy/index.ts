/** What a table needs only when the reader does something with it; loaded then. */
export {default as ColumnPanel} from './ColumnPanel.tsx';
export {deferFarRows, findNearRows} from './farRows.ts';
export {sortTexts} from './naturalOrder.ts';
export {toCsv, toInlineMarkdown, toMarkdownTable} from './serialize.ts';
