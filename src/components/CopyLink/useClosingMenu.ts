import {useLayoutEffect, type RefObject} from 'react';

/** Closes a menu made of `<details>` at a press or the focus elsewhere, and at Escape, which gives the focus back to its button. */
export function useClosingMenu(menu: RefObject<HTMLDetailsElement | null>): void {
  // Not after the next frame: the key that leaves the menu may follow close upon the one that opened it.
  useLayoutEffect(() => {
    const details = menu.current!;
    const closeOutside = ({target}: Pick<Event, 'target'>): void => {
      if (!details.contains(target as Node)) {
        details.removeAttribute('open');
      }
    };
    const handleKeyDown = ({key}: KeyboardEvent): void => {
      if (key === 'Escape' && details.open) {
        details.open = false;
        details.querySelector('summary')!.focus();
      }
    };
    // The focus may have left since the menu was opened, which is told later. Without any, it is on <body>: Safari gives none by a click.
    const {activeElement} = document;
    if (activeElement && activeElement !== document.body) {
      closeOutside({target: activeElement});
    }
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    details.addEventListener('keydown', handleKeyDown);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
      details.removeEventListener('keydown', handleKeyDown);
    };
  }, [menu]);
}
