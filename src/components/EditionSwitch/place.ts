/** A part of a page that has an address. */
export type Place = {readonly id: string; readonly title: string};

/** Part of the window's height, from the top, in which the heading stands that a reader is under. */
const READING_LINE = 1 / 3;

const toPlace = (element: Element): Place => ({
  id: element.id,
  // The link behind a heading has no text of its own, but a zero-width space.
  title: element.textContent.replace(/\u200b/g, '').trim(),
});

/**
 * Where a reader is on the page: what the address names, if it can be seen, then the headings above, innermost first.
 * @param hash of the address, with its `#`
 * @returns empty above the first heading
 */
export function findPlaces({document, innerHeight}: Window, hash: string): Place[] {
  const isSeen = (element: Element): boolean => {
    const {top, bottom} = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const id = hash.slice(1);
  const target = id ? document.getElementById(id) : null;
  // A step of a diagram is in the list below it, and is mostly looked at in the drawing.
  const message = document.getElementById(id.replace(/-step-(?=\d+$)/, '-message-'));
  const seen = [target, message].find((element) => element !== null && isSeen(element));
  const named = seen ? target : null;
  const line = seen ? seen.getBoundingClientRect().top : innerHeight * READING_LINE;
  const above = [...document.querySelectorAll('article :is(h2, h3)[id]')].filter(
    (heading) => heading.getBoundingClientRect().top <= line,
  );
  const last = above.at(-1);
  const section =
    last?.tagName === 'H3' ? above.findLast(({tagName}) => tagName === 'H2') : undefined;
  const places = [named, last, section].filter((element) => element != null);
  return [...new Set(places)].map(toPlace);
}
