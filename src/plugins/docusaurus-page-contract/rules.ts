import type {Root} from 'mdast';
import type {VFile} from 'vfile';
import remarkLintChineseTypography from '../remark-lint-chinese-typography/index.ts';
import remarkLintComparisonTable from '../remark-lint-comparison-table/index.ts';
import remarkLintDiagram from '../remark-lint-diagram/index.ts';
import remarkLintDiagramTitle from '../remark-lint-diagram-title/index.ts';
import remarkLintFenceLanguage from '../remark-lint-fence-language/index.ts';
import remarkLintFrontMatter from '../remark-lint-front-matter/index.ts';
import remarkLintHeadingId from '../remark-lint-heading-id/index.ts';
import remarkLintLink from '../remark-lint-link/index.ts';
import remarkLintPageAddress from '../remark-lint-page-address/index.ts';
import remarkLintPlainMarkdown from '../remark-lint-plain-markdown/index.ts';
import remarkLintShortAnswer from '../remark-lint-short-answer/index.ts';
import remarkLintSkeleton from '../remark-lint-skeleton/index.ts';
import type {Options as DiagramOptions} from '../remark-lint-diagram/index.ts';
import type {Topics} from './editions.ts';

/** A rule looks at one page's tree and reports with `file.message`. */
export type Rule = (tree: Root, file: VFile) => void | Promise<void>;

/** The rules that every page of an edition must keep. A new rule is one more line here. */
export function createRules(topics: Topics, {needsDrawings}: DiagramOptions): Rule[] {
  return [
    remarkLintFrontMatter(),
    remarkLintPageAddress({topics}),
    remarkLintShortAnswer(),
    remarkLintSkeleton(),
    remarkLintHeadingId(),
    remarkLintFenceLanguage(),
    remarkLintDiagramTitle(),
    remarkLintDiagram({needsDrawings}),
    remarkLintComparisonTable(),
    remarkLintLink(),
    remarkLintPlainMarkdown(),
    remarkLintChineseTypography(),
  ];
}
