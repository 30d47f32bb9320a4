import {DIALOG_CLASS, isSearchKey, SEARCH_BUTTON} from '../../../docusaurus-first-view/held.ts';

const load = () => import(/* webpackChunkName: "search-dialog" */ './SearchDialog.tsx');

const isOpen = (): boolean => document.body.classList.contains(DIALOG_CLASS);

/** Loads the code of the dialog, which is about to be opened. */
export function preloadSearch(): void {
  load().catch(() => undefined); // opening it says so
}

/**
 * Opens the search dialog. It needs no app: it is rendered beside it.
 * @returns when it is there, with the focus in its field
 * @throws if its code cannot be loaded
 */
export async function openSearch(): Promise<void> {
  const {show} = await load();
  if (!isOpen()) {
    show();
  }
}

async function closeSearch(): Promise<void> {
  const {hide} = await load();
  hide();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, select, textarea'))
  );
}

/** The keys of DocSearch; "/" on a button, too, as after the dialog was closed. */
function handleKey(event: KeyboardEvent): void {
  const isText = event.key === '/' && isTyping(event.target);
  const isAsked = isSearchKey(event) && !event.altKey && !isText;
  if (isAsked || (isOpen() && event.key === 'Escape')) {
    event.preventDefault();
    void (isOpen() ? closeSearch : openSearch)();
  }
}

let isListening = false;

/** From now on keys open and close the dialog. Once is enough. */
export function listenForKeys(): void {
  if (!isListening) {
    isListening = true;
    window.addEventListener('keydown', handleKey);
  }
}

/** Gives the focus back to what opens the dialog. */
export function focusSearchButton(): void {
  document.querySelector<HTMLElement>(SEARCH_BUTTON)?.focus();
}
