import {createFinder} from '../highlight.ts';

/** Name in `::highlight()`. */
const HIGHLIGHT = 'search-passage';
/** Attribute of the block that holds most of what is marked; it is styled where the browser has no highlights. */
const BLOCK_ATTRIBUTE = 'data-search-passage';
const BLOCK = 'p, li, tr, pre, h1, h2, h3, h4, caption, figcaption';
const HEADING = 'h1, h2, h3, h4, h5, h6';
const NOT_TEXT = 'script, style, svg, button, .hash-link, [hidden]';

/** What belongs to an address: a row or a step, all that follows a heading, or without one the beginning of the page. */
function findScope(hash: string): Element[] {
  const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (target && !target.matches(HEADING)) {
    // The explanation of a step is shown in the diagram, too.
    const panel = target.closest('ol')?.parentElement?.querySelector('figure [aria-live]');
    return panel && target.tagName === 'LI' ? [target, panel] : [target];
  }
  const heading = target || document.querySelector('article h1');
  const scope: Element[] = heading ? [heading] : [];
  const first = heading?.parentElement?.tagName === 'HEADER' ? heading.parentElement : heading;
  for (
    let next = first?.nextElementSibling;
    next && !next.matches(HEADING);
    next = next.nextElementSibling
  ) {
    scope.push(next);
  }
  return scope;
}

/** Where a pattern is found in the text of elements. */
function findRanges(scope: readonly Element[], marks: readonly string[]): Range[] {
  const find = createFinder(marks);
  const ranges: Range[] = [];
  for (const element of scope) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest(NOT_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    while (walker.nextNode()) {
      for (const [start, end] of find(walker.currentNode.textContent ?? '')) {
        const range = new Range();
        range.setStart(walker.currentNode, start);
        range.setEnd(walker.currentNode, end);
        ranges.push(range);
      }
    }
  }
  return ranges;
}

/** The block in which most is marked; of equal ones the first. */
function findBestBlock(ranges: readonly Range[]): Element | undefined {
  const marked = new Map<Element, Set<string>>();
  for (const range of ranges) {
    const block = range.startContainer.parentElement?.closest(BLOCK);
    if (block) {
      const texts = marked.get(block) ?? new Set();
      texts.add(range.toString().toLowerCase());
      marked.set(block, texts);
    }
  }
  let best: Element | undefined;
  let most = 0;
  for (const [block, texts] of marked) {
    const length = [...texts].join('').length;
    if (length > most) {
      most = length;
      best = block;
    }
  }
  return best;
}

function isInView(element: Element): boolean {
  const {top, bottom} = element.getBoundingClientRect();
  const navbar = document.querySelector('.navbar')?.getBoundingClientRect().bottom ?? 0;
  return top >= navbar && bottom <= window.innerHeight;
}

/** Waits until the page has scrolled to its address, and tables and diagrams have shown what it names. */
const waitForPage = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 50));
  });

/** Takes the marks away. */
export function clearMarks(): void {
  CSS.highlights?.delete(HIGHLIGHT);
  document
    .querySelectorAll(`[${BLOCK_ATTRIBUTE}]`)
    .forEach((element) => element.removeAttribute(BLOCK_ATTRIBUTE));
}

/**
 * Marks words in the part of the page that an address names, and brings the passage with most of them into view if it is not.
 * The text of the page is not touched. Escape takes the marks away.
 * @param hash of the address, with its `#`, or empty
 * @param marks longest first
 */
export async function markPassage(hash: string, marks: readonly string[]): Promise<void> {
  await waitForPage();
  clearMarks();
  const scope = findScope(hash);
  const ranges = findRanges(scope, marks);
  if (CSS.highlights) {
    CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
  }
  const best = findBestBlock(ranges);
  best?.setAttribute(BLOCK_ATTRIBUTE, '');
  const isStep = scope[0]?.tagName === 'LI';
  if (best && !isStep && !isInView(best)) {
    best.scrollIntoView({block: 'center'});
  }
  const handleKey = ({key}: KeyboardEvent): void => {
    if (key === 'Escape') {
      clearMarks();
      window.removeEventListener('keydown', handleKey);
    }
  };
  window.addEventListener('keydown', handleKey);
}
