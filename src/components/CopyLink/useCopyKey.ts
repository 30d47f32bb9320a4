import {useEffect, useEffectEvent} from 'react';

/** The key that copies a link. */
export const COPY_KEY = 'c';

/** Where a letter is text, or means something else. */
const FIELD =
  'input:not([type="radio"], [type="checkbox"]), select, textarea, [contenteditable]:not([contenteditable="false"])';
const OPEN_DIALOG = 'dialog[open], [role="dialog"], .DocSearch--active';

/** Whether a pressed key is meant for the page: alone, not in a field, and with no dialog above the page. */
export function isMeantForPage(event: KeyboardEvent): boolean {
  const {key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing, target} = event;
  return (
    key.toLowerCase() === COPY_KEY &&
    !(ctrlKey || metaKey || altKey || shiftKey || repeat || isComposing) &&
    !event.defaultPrevented &&
    !(target instanceof Element && target.closest(FIELD)) &&
    !document.querySelector(OPEN_DIALOG)
  );
}

/** Calls a function when the reader presses the key, as long as that is wanted. */
export function useCopyKey(isWanted: boolean, onPress: () => void): void {
  const press = useEffectEvent(onPress);
  useEffect(() => {
    if (!isWanted) {
      return undefined;
    }
    const handleKeyDown = (event: KeyboardEvent): void => {
      if (isMeantForPage(event)) {
        press();
      }
    };
    document.addEventListener('keydown', handleKeyDown);
    return () => document.removeEventListener('keydown', handleKeyDown);
  }, [isWanted]);
}
