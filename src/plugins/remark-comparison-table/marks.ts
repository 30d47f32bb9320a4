/** What a cell may begin with instead of a word, in the order from the best answer to the worst. */
export const MARKS = ['✓', '~', '✗'] as const;

export type Mark = (typeof MARKS)[number];

/** The mark that a text begins with, alone or followed by a space: `✓`, `✗ 1.24 起删除`. */
export function findMark(text: string): Mark | undefined {
  return MARKS.find((mark) => text === mark || text.startsWith(`${mark} `));
}
