import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';
import type {VFile} from 'vfile';
import {CODE_LANGUAGES} from '../docusaurus-prism/languages.ts';

const ALLOWED: readonly string[] = ['mermaid', ...CODE_LANGUAGES];

/** Every fence names its language, and one that the site can highlight; indented code has none and is not allowed. */
export default function remarkLintFenceLanguage() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'code', (node) => {
      const remedy = `Write one of: ${ALLOWED.join(', ')}.`;
      const report = (message: string): void => {
        file.message(message, {
          place: node.position,
          ruleId: 'fence-language',
          source: 'remark-lint',
        });
      };
      if (!node.lang) {
        report(`The code block has no language. ${remedy}`);
      } else if (!ALLOWED.includes(node.lang)) {
        report(`The language "${node.lang}" is not known. ${remedy}`);
      }
    });
  };
}
