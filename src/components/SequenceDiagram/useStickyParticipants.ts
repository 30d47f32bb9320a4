import {useEffect, type RefObject} from 'react';

/** Space that stays below the participants at the lower edge, in units of the drawing. */
const MARGIN = 8;

/** The row of participants in a drawing. */
export function getParticipants(stage: HTMLElement): SVGGElement | null {
  return stage.querySelector<SVGGElement>('.actors');
}

/** Where the visible part of a drawing begins, in pixels of the window: below all that stays above it while it is scrolled. */
export function getUpperLimit(stage: HTMLElement): number {
  if (stage.closest('dialog')) {
    return stage.getBoundingClientRect().top;
  }
  const navbar = document.querySelector('.navbar')?.getBoundingClientRect().bottom ?? 0;
  const toolbar = stage.parentElement?.previousElementSibling?.clientHeight ?? 0;
  return Math.max(0, navbar) + toolbar;
}

/**
 * How far the participants have to move down in the drawing to stay in sight.
 * @param top where the drawing begins, and `limit` where the visible part begins, both in pixels of the window
 * @param room how far they may move, and `scale` pixels of the window, in units of the drawing
 */
export function getShift({
  top,
  limit,
  room,
  scale,
}: Readonly<Record<'top' | 'limit' | 'room' | 'scale', number>>): number {
  return Math.min(room, Math.max(0, (limit - top) / scale));
}

/**
 * Keeps the names of the participants in sight while a drawing taller than the window is scrolled: below the bars on the page, at
 * the upper edge of the box in full screen.
 * @param mode changes whenever the drawing was put into the page anew
 */
export function useStickyParticipants(stage: RefObject<HTMLElement | null>, mode: unknown): void {
  useEffect(() => {
    const element = stage.current;
    const svg = element?.querySelector('svg');
    const participants = element && getParticipants(element);
    if (!element || !svg || !participants) {
      return undefined;
    }
    let room = 0;
    let frame: number | undefined;
    const place = (): void => {
      frame = undefined;
      const box = svg.getBoundingClientRect();
      const shift = getShift({
        top: box.top,
        limit: getUpperLimit(element),
        room,
        scale: box.height / svg.viewBox.baseVal.height,
      });
      participants.style.transform = shift > 0 ? `translateY(${shift}px)` : '';
      participants.toggleAttribute('data-stuck', shift > 0);
    };
    const schedule = (): void => {
      frame ??= requestAnimationFrame(place);
    };
    const stop = (): void => {
      window.removeEventListener('scroll', schedule, {capture: true});
      window.removeEventListener('resize', schedule);
      if (frame !== undefined) {
        cancelAnimationFrame(frame);
        frame = undefined;
      }
    };
    // A drawing that is not in sight costs nothing, above all while the page loads.
    const observer = new IntersectionObserver(([entry]) => {
      stop();
      if (entry?.isIntersecting) {
        const {y, height} = participants.getBBox();
        const view = svg.viewBox.baseVal;
        room = view.y + view.height - y - height - MARGIN;
        // Scrolling does not bubble; the capture phase hears the page and the box alike.
        window.addEventListener('scroll', schedule, {capture: true, passive: true});
        window.addEventListener('resize', schedule);
        schedule();
      }
    });
    observer.observe(element);
    return () => {
      stop();
      observer.disconnect();
    };
  }, [stage, mode]);
}
