import type {MouseEvent} from 'react';

/** Whether a click follows a link in the window: with a modifier key, the browser opens or saves it elsewhere. */
export function isPlainClick({ctrlKey, metaKey, shiftKey, altKey}: MouseEvent): boolean {
  return !(ctrlKey || metaKey || shiftKey || altKey);
}
