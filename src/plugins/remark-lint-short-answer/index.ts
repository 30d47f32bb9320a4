import {createExcerpt} from '@docusaurus/utils';
import type {Root} from 'mdast';
import type {VFile} from 'vfile';
import {readText} from '../docusaurus-page-contract/page.ts';

const MIN_LENGTH = 40;
const MAX_LENGTH = 160;

/**
 * The page opens with the short answer: one paragraph on one line, plain text, 40–160 Unicode characters.
 * Docusaurus takes the first line as the description, so the line must also survive its `createExcerpt` unchanged.
 */
export default function remarkLintShortAnswer() {
  return (tree: Root, file: VFile): void => {
    if (file.data.page!.isPartial) {
      return;
    }
    const first = tree.children.find((node) => node.type !== 'yaml');
    const report = (message: string): void => {
      file.message(message, {
        place: first?.position ?? {line: 1, column: 1},
        ruleId: 'short-answer',
        source: 'remark-lint',
      });
    };
    if (first?.type !== 'paragraph') {
      report(
        `The page does not open with the short answer. Write one paragraph of ${MIN_LENGTH}–${MAX_LENGTH} characters below the front matter.`,
      );
      return;
    }
    if (first.children.some((node) => node.type !== 'text')) {
      report(
        'The short answer holds markup. Write it as plain text, without code, links or emphasis.',
      );
      return;
    }
    const text = readText(first);
    if (text.includes('\n')) {
      report('The short answer is broken into several lines. Write it on one line.');
      return;
    }
    const {length} = [...text];
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      report(
        `The short answer has ${length} characters. Write ${MIN_LENGTH}–${MAX_LENGTH} characters.`,
      );
    }
    if (createExcerpt(text) !== text) {
      report(
        `The short answer would reach search engines as "${createExcerpt(text)}". Avoid underscores, colons around words, braces and brackets in it.`,
      );
    }
  };
}
