import fs from 'node:fs';
import path from 'node:path';
import type {Root} from 'mdast';
import type {VFile} from 'vfile';
import {flattenPage} from '../docusaurus-markdown-twin/flattenPage.ts';
import {parsePage} from '../docusaurus-page-contract/page.ts';

/**
 * Everything on a page can be said in plain Markdown, since every page is published as Markdown, too: no component that
 * `docusaurus-markdown-twin` does not know, no expression. What a partial holds is reported on the partial.
 */
export default function remarkLintPlainMarkdown() {
  return (tree: Root, file: VFile): void => {
    const {siteDir} = file.data.page!;
    flattenPage(
      {file, tree},
      {
        readPartial(filePath) {
          const page = parsePage(filePath, '');
          return fs.existsSync(path.join(siteDir, filePath)) && page.tree
            ? {...page, tree: page.tree}
            : undefined;
        },
        // Links and images have a rule of their own.
        toAddress: (url) => url,
        report(_filePath, node, message) {
          file.message(message, {
            place: node.position,
            ruleId: 'plain-markdown',
            source: 'remark-lint',
          });
        },
      },
    );
  };
}
