import {useEffect, useState, type RefObject} from 'react';
import {readSelection} from './selection.ts';

/** For how long a selection is still known after it is gone, in milliseconds: on a phone, the tap on the button ends it. */
const AFTERGLOW = 400;

/**
 * The text that the reader has selected in the article around an element.
 * @param tools the element; what is selected in it is not text of the article
 */
export function useSelectedText(tools: RefObject<HTMLElement | null>): Range | undefined {
  const [range, setRange] = useState<Range>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const update = (): void => {
      clearTimeout(timer);
      const article = tools.current?.closest('article');
      const found = article ? readSelection(article, tools.current!) : undefined;
      if (found) {
        setRange(found);
      } else {
        timer = setTimeout(() => setRange(undefined), AFTERGLOW);
      }
    };
    document.addEventListener('selectionchange', update);
    return () => {
      document.removeEventListener('selectionchange', update);
      clearTimeout(timer);
    };
  }, [tools]);
  return range;
}
