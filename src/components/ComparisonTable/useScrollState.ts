import {useEffect, useState, type RefObject} from 'react';

/**
 * Watches how a table lies in its box and in the window, for the stylesheet: `data-fits` on the root when nothing scrolls sideways,
 * `data-stuck` while the header covers rows, `data-scrolled` while the first column covers others. `--header-height` is the
 * header's, in pixels.
 * @returns whether the table is wider than its box
 */
export function useScrollState(
  root: RefObject<HTMLElement | null>,
  box: RefObject<HTMLElement | null>,
  table: RefObject<HTMLTableElement | null>,
): boolean {
  const [isWide, setWide] = useState(false);
  useEffect(() => {
    const [rootNode, boxNode, tableNode] = [root.current!, box.current!, table.current!];
    const header = tableNode.tHead!;
    const [body] = tableNode.tBodies;
    const update = (): void => {
      const isStuck = header.getBoundingClientRect().bottom > body!.getBoundingClientRect().top + 1;
      rootNode.toggleAttribute('data-stuck', isStuck);
      rootNode.toggleAttribute('data-scrolled', boxNode.scrollLeft > 0);
    };
    const measure = (): void => {
      const isTooWide = tableNode.offsetWidth > boxNode.clientWidth + 1;
      rootNode.toggleAttribute('data-fits', !isTooWide);
      rootNode.style.setProperty('--header-height', `${header.offsetHeight}px`);
      setWide(isTooWide);
      update();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(boxNode);
    observer.observe(tableNode);
    boxNode.addEventListener('scroll', update, {passive: true});
    window.addEventListener('scroll', update, {passive: true});
    return () => {
      observer.disconnect();
      boxNode.removeEventListener('scroll', update);
      window.removeEventListener('scroll', update);
    };
  }, [box, root, table]);
  return isWide;
}
