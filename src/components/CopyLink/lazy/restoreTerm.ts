/** How many characters of the text may have been left out of the term, such as accents that are characters of their own. */
const MAX_LEFT_OUT = 20;

/**
 * Finds the characters at one end of a text that a normalized term was made of.
 * @param text begins, or ends, with them; space around them does not count
 * @param normalize what the term went through
 * @returns the term itself if the text does not begin, or end, with it
 */
export function restoreTerm(
  term: string,
  text: string,
  side: 'start' | 'end',
  normalize: (text: string) => string,
): string {
  const maxLength = term.length + MAX_LEFT_OUT;
  // A text may be a whole page: only what may be needed of it is looked at.
  const trimmed = side === 'start' ? text.trimStart() : text.trimEnd();
  const end = side === 'start' ? trimmed.slice(0, 2 * maxLength) : trimmed.slice(-2 * maxLength);
  const line = end.replace(/\s+/g, ' ');
  for (let length = 1; length <= Math.min(maxLength, line.length); length++) {
    const piece = side === 'start' ? line.slice(0, length) : line.slice(-length);
    if (normalize(piece).trim() === term) {
      return piece.trim();
    }
  }
  return term;
}
