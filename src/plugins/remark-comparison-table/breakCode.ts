import type {PhrasingContent} from 'mdast';
import type {MdxJsxTextElement} from 'mdast-util-mdx-jsx';

/** Code without a space may be this long before it gets places where a line may break. */
export const LONGEST_UNBROKEN = 14;

/** Where identifiers and paths may break: behind a separator, and in front of a capital behind a small letter. */
export const CODE_BREAKS = /(?<=[/._=:])(?=[^/._=:])|(?<=[a-z0-9])(?=[A-Z])/;

/**
 * Lets long code in a table cell break where its parts meet, as in `PodReadyTo|Start|Containers=|True`: otherwise one name makes
 * a column so wide that the table scrolls sideways. What the code says, and what is copied, stays the same.
 */
export function breakCode(content: readonly PhrasingContent[]): PhrasingContent[] {
  return content.map((node): PhrasingContent => {
    if (node.type === 'inlineCode') {
      const isLong = node.value.split(/\s/).some(({length}) => length > LONGEST_UNBROKEN);
      const parts = isLong ? node.value.split(CODE_BREAKS) : [];
      return parts.length > 1 ? createCode(parts) : node;
    }
    return 'children' in node
      ? ({...node, children: breakCode(node.children as PhrasingContent[])} as PhrasingContent)
      : node;
  });
}

function createCode(parts: readonly string[]): MdxJsxTextElement {
  const lineBreak: MdxJsxTextElement = {
    type: 'mdxJsxTextElement',
    name: 'wbr',
    attributes: [],
    children: [],
  };
  return {
    type: 'mdxJsxTextElement',
    name: 'code',
    attributes: [],
    children: parts.flatMap((value, index) => [
      ...(index > 0 ? [lineBreak] : []),
      {type: 'text' as const, value},
    ]),
  };
}
