import type {Root} from 'mdast';
import type {VFile} from 'vfile';
import {TOPICS_FILE, type Topics} from '../docusaurus-page-contract/editions.ts';
import {readField} from '../docusaurus-page-contract/page.ts';

/**
 * A page's address is the path of its file, and that path is one that the edition promises in `topics.yaml`; the title agrees.
 * `slug` and `id`, which would change the address, are not front matter fields at all.
 */
export default function remarkLintPageAddress({topics}: {readonly topics: Topics}) {
  return (tree: Root, file: VFile): void => {
    const {isPartial, address, edition} = file.data.page!;
    if (isPartial) {
      return;
    }
    const report = (message: string, line = 1): void => {
      file.message(message, {
        place: {line, column: 1},
        ruleId: 'page-address',
        source: 'remark-lint',
      });
    };
    const list = `${edition.folder}/${TOPICS_FILE}`;
    const [section = '', page = '', ...deeper] = address.split('/');
    if (page === '' || deeper.length > 0) {
      report(
        `"${address}" is not an address of the form section/page. Move the file to ${edition.folder}/<section>/<page>.mdx.`,
      );
      return;
    }
    const title = topics.get(section)?.get(page);
    if (title === undefined) {
      report(
        `The address "${address}" is not in ${list}. Rename the file back, or add the page there if it is new.`,
      );
      return;
    }
    const ownTitle = readField(tree, 'title');
    if (ownTitle && ownTitle.value !== title) {
      report(
        `The title "${ownTitle.value}" is "${title}" in ${list}. Write the same in both places.`,
        ownTitle.line,
      );
    }
  };
}
