import type {Root} from 'mdast';
import type {VFile} from 'vfile';
import {parse} from 'yaml';
import {TOPICS_FILE, type Topics} from '../docusaurus-page-contract/editions.ts';

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
    const yaml = tree.children.find((node) => node.type === 'yaml');
    let ownTitle: unknown;
    try {
      ownTitle = (parse(yaml?.value ?? '') as {title?: unknown} | null)?.title;
    } catch {
      return; // the front matter rule reports what is wrong with the YAML
    }
    if (typeof ownTitle === 'string' && ownTitle !== title) {
      const line = yaml!.value.split('\n').findIndex((text) => text.startsWith('title:')) + 2;
      report(
        `The title "${ownTitle}" is "${title}" in ${list}. Write the same in both places.`,
        line,
      );
    }
  };
}
