const ID_COMMENT = /^\/\*\s*#(\S*)\s*\*\/$/;

/**
 * The id that an author gave a heading or a table cell by an MDX comment at its end, such as `#flow`.
 * @returns the id, which may be empty or ill-formed, or undefined when there is no such comment
 */
export function readExplicitId(node: {readonly children: readonly unknown[]}): string | undefined {
  const last = node.children.at(-1) as {type: string; value?: string} | undefined;
  return last?.type === 'mdxTextExpression' ? ID_COMMENT.exec(last.value ?? '')?.[1] : undefined;
}
