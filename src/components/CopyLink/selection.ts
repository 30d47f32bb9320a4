/** Headings that a link can name. */
const SECTION = ':is(h2, h3)[id]';

/**
 * The text that is selected in an article.
 * @param tools part of the article that is no text of the page
 * @returns a copy, which does not change with the selection; undefined if no text is selected there
 */
export function readSelection(article: Element, tools: Element): Range | undefined {
  const selection = article.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.toString().trim() === '') {
    return undefined;
  }
  const range = selection.getRangeAt(0);
  const container = range.commonAncestorContainer;
  return article.contains(container) && !tools.contains(container) ? range.cloneRange() : undefined;
}

/** Id of the section that a passage is in or begins in: that of the last heading before it; none above the first heading. */
export function findSection(article: Element, range: Range): string | undefined {
  return [...article.querySelectorAll(SECTION)].findLast((heading) => {
    const place = heading.ownerDocument.createRange();
    place.selectNode(heading);
    return place.compareBoundaryPoints(Range.START_TO_START, range) <= 0;
  })?.id;
}

/** A passage as a title names it: its first characters. */
export function abridge(passage: string, length = 20): string {
  const characters = [...passage.replace(/\s+/g, ' ').trim()];
  return characters.length > length
    ? `${characters.slice(0, length).join('')}…`
    : characters.join('');
}
