import type {RootContent, Table, TableCell} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx';
import {readText} from '../docusaurus-page-contract/page.ts';
import {findMark} from '../remark-comparison-table/marks.ts';
import {COMPARISON_TABLE} from '../remark-comparison-table/readTables.ts';
import {readAttribute} from '../remark-diagram/mdxNodes.ts';
import {SEQUENCE_DIAGRAM} from '../remark-diagram/readDiagrams.ts';

/** Only `~` is not understood by itself. */
const LEGEND = '表中的 ~ 表示部分，或有条件。';

function hasPartlyMark({children: rows}: Table): boolean {
  const cells: TableCell[] = rows.flatMap(({children}) => children);
  return cells.some((cell) => findMark(readText(cell)) === '~');
}

/** The caption in bold, the table, and what `~` means if a cell begins with it. */
function sayTable(element: MdxJsxFlowElement): RootContent[] {
  const caption = readAttribute(element, 'caption');
  const hasLegend = element.children.some(
    (child) => child.type === 'table' && hasPartlyMark(child),
  );
  return [
    {
      type: 'paragraph',
      children: [{type: 'strong', children: [{type: 'text', value: String(caption)}]}],
    },
    ...element.children,
    ...(hasLegend
      ? [{type: 'paragraph' as const, children: [{type: 'text' as const, value: LEGEND}]}]
      : []),
  ];
}

/**
 * What each component of a page says in plain Markdown, by its name; what it returns may hold the syntax of the page itself. A
 * component that authors may use gets a line here.
 */
export const ELEMENTS: Readonly<Record<string, (element: MdxJsxFlowElement) => RootContent[]>> = {
  [COMPARISON_TABLE]: sayTable,
  // The fence, which names who says what to whom, and the list whose item N explains message N.
  [SEQUENCE_DIAGRAM]: ({children}) => children,
};
