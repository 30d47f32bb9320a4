import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';
import type {VFile} from 'vfile';

/** The lines of Mermaid that a screen reader announces; see https://mermaid.js.org/config/accessibility.html. */
const DESCRIPTIONS = [
  {keyword: 'accTitle', example: 'accTitle: <what the diagram shows>'},
  {keyword: 'accDescr', example: 'accDescr: <what happens in it, in one sentence>'},
] as const;

/** Every Mermaid diagram has a title and a description that a screen reader can announce. */
export default function remarkLintDiagramTitle() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'code', (node) => {
      if (node.lang !== 'mermaid') {
        return;
      }
      for (const {keyword, example} of DESCRIPTIONS) {
        if (
          !new RegExp(`^[ \\t]*${keyword}[ \\t]*(:[ \\t]*\\S|\\{\\s*[^\\s}])`, 'm').test(node.value)
        ) {
          file.message(
            `The Mermaid diagram has no ${keyword}. Add a line "${example}" inside the fence.`,
            {place: node.position, ruleId: 'diagram-title', source: 'remark-lint'},
          );
        }
      }
    });
  };
}
