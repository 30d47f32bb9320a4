import {lintFor, loadConfig} from 'autocorrect-node';
import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';
import type {VFile} from 'vfile';
import {visit as visitYaml} from 'yaml';
import {readFrontMatter, type FrontMatterBlock} from '../docusaurus-page-contract/page.ts';

// Lint only: words are the authors' business.
loadConfig(JSON.stringify({rules: {spellcheck: 0}}));

type Report = (place: {line: number; column: number}, message: string) => void;

function reportCorrections(
  text: string,
  fileType: string,
  firstLine: number,
  report: Report,
): void {
  for (const {l, c, old, new: corrected} of lintFor(text, fileType).lines) {
    report(
      {line: l + firstLine - 1, column: c},
      `Spacing or punctuation of Chinese text: "${old.trim()}". Write "${corrected.trim()}".`,
    );
  }
}

/** Checks each Chinese text of the front matter by itself: the commas and colons between them belong to YAML. */
function checkFrontMatter({document, toPlace}: FrontMatterBlock, report: Report): void {
  if (document.errors.length > 0) {
    return; // the front matter rule reports what is wrong with the YAML
  }
  visitYaml(document, {
    Scalar(key, {value, range}) {
      if (key !== 'key' && typeof value === 'string' && /\p{Script=Han}/u.test(value)) {
        reportCorrections(value, 'text', toPlace(range?.[0] ?? 0).line, report);
      }
    },
  });
}

/**
 * Chinese text is set with full-width punctuation and a space between Han and Latin, as AutoCorrect
 * (https://github.com/huacnlee/autocorrect) has it; and emphasis marks are read as emphasis, not shown as asterisks.
 */
export default function remarkLintChineseTypography() {
  return (tree: Root, file: VFile): void => {
    const report: Report = (place, message) => {
      file.message(message, {place, ruleId: 'chinese-typography', source: 'remark-lint'});
    };
    const frontMatter = readFrontMatter(tree);
    if (frontMatter) {
      checkFrontMatter(frontMatter, report);
    }
    const text = String(file);
    const bodyStart = tree.children.find((node) => node.type === 'yaml')?.position?.end.offset ?? 0;
    const blankLines = text.slice(0, bodyStart).replace(/[^\n]/g, '');
    reportCorrections(blankLines + text.slice(bodyStart), 'mdx', 1, report);
    visit(tree, 'text', (node) => {
      if (node.value.includes('**') && node.position) {
        report(
          node.position.start,
          'Asterisks are shown instead of bold text. Let no space stand inside the marks, and close them in the same paragraph.',
        );
      }
    });
  };
}
