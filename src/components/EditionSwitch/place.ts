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
  const target = hash.length > 1 ? document.getElementById(hash.slice(1)) : null;
  const named = target !== null && isSeen(target) ? target : undefined;
  const line = named ? named.getBoundingClientRect().top : innerHeight * READING_LINE;
  const above = [...document.querySelectorAll('article :is(h2, h3)[id]')].filter(
    (heading) => heading.getBoundingClientRect().top <= line,
  );
  const last = above.at(-1);
  const section =
    last?.tagName === 'H3' ? above.findLast(({tagName}) => tagName === 'H2') : undefined;
  const places = [named, last, section].filter((element) => element !== undefined);
  return [...new Set(places)].map(toPlace);
}
