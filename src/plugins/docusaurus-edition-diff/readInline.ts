import type {Nodes} from 'mdast';
import type {Format, Run} from './model.ts';
import {splitWords} from './splitWords.ts';

/** Where the links of a page lead. */
export type ReadContext = {
  /** Text that the nodes were parsed from. */
  readonly source: string;
  /** The address behind a link, or undefined if it has none on the site. */
  readonly resolveLink: (url: string) => string | undefined;
};

const FORMATS: Readonly<Record<string, Format>> = {
  strong: 'strong',
  emphasis: 'emphasis',
  delete: 'strike',
};

type Look = Pick<Run, 'formats' | 'href'>;

const withFormat = (look: Look, format: Format): Look => ({
  ...look,
  formats: [...(look.formats ?? []), format],
});

/**
 * The words of inline Markdown, each with its formatting. Inline code, and what stands for an image, is one word. Of a link the
 * text is divided like any other; its address goes with it, but is not compared. MDX comments are left out.
 */
export function readInline(nodes: readonly Nodes[], context: ReadContext, look: Look = {}): Run[] {
  const toRuns = (text: string): Run[] =>
    splitWords(text.replace(/\s+/g, ' ')).map((word) => ({text: word, ...look}));
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
        return toRuns(node.value);
      case 'inlineCode':
        return [{text: node.value, ...withFormat(look, 'code')}];
      case 'image':
        return [{text: node.alt ?? '', ...look}];
      case 'break':
        return [{text: '\n', ...look}];
      case 'link': {
        const href = context.resolveLink(node.url);
        return readInline(node.children, context, {...look, ...(href !== undefined && {href})});
      }
      case 'strong':
      case 'emphasis':
      case 'delete':
        return readInline(node.children, context, withFormat(look, FORMATS[node.type]!));
      case 'textDirective':
        // No directive at all, but a colon in front of a word, which Docusaurus turns back into text.
        return toRuns(context.source.slice(node.position!.start.offset, node.position!.end.offset));
      case 'mdxJsxTextElement':
        return node.name === 'br'
          ? [{text: '\n', ...look}]
          : readInline(node.children, context, look);
      case 'mdxTextExpression':
        return /^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value) ? [] : toRuns(`{${node.value}}`);
      default:
        return 'children' in node ? readInline(node.children, context, look) : [];
    }
  });
}

/** Without white space at both ends, as an MDX comment leaves it behind. */
export function trimRuns(runs: readonly Run[]): Run[] {
  const isSpace = ({text}: Run): boolean => text.trim() === '';
  const start = runs.findIndex((run) => !isSpace(run));
  return start < 0 ? [] : runs.slice(start, runs.findLastIndex((run) => !isSpace(run)) + 1);
}
