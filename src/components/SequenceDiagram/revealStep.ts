/** Space that is kept around a message when it is scrolled into view, in CSS pixels. */
const MARGIN = 24;

type Range = {readonly start: number; readonly end: number};

/**
 * How far to scroll so that a range lies in a window; 0 if it does already.
 * @param core what has to be seen if the range is longer than the window; its middle is put in the middle
 */
export function getScrollDistance(range: Range, window: Range, core: Range = range): number {
  const [start, end] = [range.start - MARGIN, range.end + MARGIN];
  if (start >= window.start && end <= window.end) {
    return 0;
  }
  const {start: from, end: to} = end - start <= window.end - window.start ? range : core;
  return (from + to) / 2 - (window.start + window.end) / 2;
}

/** Lights a message with its two participants, and nothing else; step 0 lights nothing. */
export function lightStep(stage: HTMLElement, step: number): void {
  stage.querySelectorAll('[data-lit]').forEach((element) => element.removeAttribute('data-lit'));
  stage.toggleAttribute('data-stepping', step > 0);
  const message = stage.querySelector<SVGElement>(`.message[data-step="${step}"]`);
  if (!message) {
    return;
  }
  const {from, to} = message.dataset;
  const lit = [
    ...stage.querySelectorAll(`[data-step="${step}"]`),
    ...[...stage.querySelectorAll<SVGElement>('[data-actor]')].filter(({dataset}) =>
      [from, to].includes(dataset.actor),
    ),
  ];
  lit.forEach((element) => element.setAttribute('data-lit', ''));
}

/**
 * Scrolls to a message that is lit: sideways, and in full screen up and down, inside the diagram's box; else the page.
 * @param visible where the part of the drawing that can be seen begins and ends, in pixels of the window
 */
export function revealStep(
  stage: HTMLElement,
  step: number,
  {
    behavior,
    visible,
  }: {
    readonly behavior: ScrollBehavior;
    readonly visible: {readonly start: number; readonly end: number};
  },
): void {
  const message = stage.querySelector(`.message[data-step="${step}"]`);
  if (!message) {
    return;
  }
  const box = message.getBoundingClientRect();
  const text = message.querySelector('text')?.getBoundingClientRect() ?? box;
  const frame = stage.getBoundingClientRect();
  const involved = [
    box,
    ...[...stage.querySelectorAll('.actor[data-lit]')].map((actor) =>
      actor.getBoundingClientRect(),
    ),
  ];
  const left = getScrollDistance(
    {
      start: Math.min(...involved.map((rect) => rect.left)),
      end: Math.max(...involved.map((rect) => rect.right)),
    },
    {start: frame.left, end: frame.right},
    {start: text.left, end: text.right},
  );
  const top = getScrollDistance({start: box.top, end: box.bottom}, visible);
  if (stage.closest('dialog')) {
    stage.scrollBy({left, top, behavior});
  } else {
    stage.scrollBy({left, behavior});
    window.scrollBy({top, behavior});
  }
}
