import type {Root} from 'mdast';
import type {Node} from 'unist';
import {visit} from 'unist-util-visit';
import type {VFile} from 'vfile';
import {ADDRESS_NAME} from '../docusaurus-page-contract/editions.ts';
import {readExplicitId} from '../docusaurus-page-contract/explicitId.ts';
import {readText, RESERVED_IDS} from '../docusaurus-page-contract/page.ts';
import {readTableIds} from '../remark-comparison-table/readTables.ts';
import {readDiagramIds} from '../remark-diagram/readDiagrams.ts';

/**
 * Every heading has an explicit ASCII id in comment syntax, ids (of headings, tables and their rows, diagrams and their steps alike) are unique on the page,
 * the body has no `h1`, no heading deeper than `h3`, and no level is skipped.
 */
export default function remarkLintHeadingId() {
  return (tree: Root, file: VFile): void => {
    const firstLineById = new Map<string, number>();
    let previousDepth = 1;
    const report = (node: Node, message: string): void => {
      file.message(message, {place: node.position, ruleId: 'heading-id', source: 'remark-lint'});
    };
    const checkId = (node: Node, id: string): void => {
      if (!ADDRESS_NAME.test(id)) {
        report(
          node,
          `The id "${id}" is not allowed. Start with a lower-case ASCII letter, go on with letters, digits and hyphens.`,
        );
      } else if (RESERVED_IDS.includes(id)) {
        report(
          node,
          `The id "${id}" belongs to the theme, which puts it on every page. Choose another.`,
        );
      } else if (firstLineById.has(id)) {
        report(
          node,
          `The id "${id}" is already used on line ${firstLineById.get(id)}. Choose another.`,
        );
      } else {
        firstLineById.set(id, node.position!.start.line);
      }
    };
    visit(tree, (node) => {
      if (node.type === 'heading') {
        const text = readText(node);
        const id = readExplicitId(node);
        if (node.depth === 1) {
          report(
            node,
            `"${text}" is a second title. The title stands in the front matter: start the body's headings at ##.`,
          );
        } else if (node.depth > 3) {
          report(
            node,
            `"${text}" is nested too deeply. Use ## and ### only, or split the section.`,
          );
        } else if (node.depth > previousDepth + 1) {
          report(
            node,
            `"${text}" skips a level. Put a ## heading before it, or make it a ## heading.`,
          );
        }
        previousDepth = node.depth;
        if (id === undefined) {
          report(
            node,
            `The heading "${text}" has no id. Close the line with a comment: {/* #short-english-name */}.`,
          );
        } else {
          checkId(node, id);
        }
      }
      // The rules for diagrams and tables report an id that is no address.
      [...readDiagramIds(node), ...readTableIds(node)]
        .filter((id) => ADDRESS_NAME.test(id))
        .forEach((id) => checkId(node, id));
    });
  };
}
