import {isSearchKey, SEARCH_BUTTON, type Held} from '../held.ts';

/** For how long to wait for the search dialog, whose code is loaded when it opens, in milliseconds. */
const DIALOG_TIMEOUT = 10_000;

/** React answers in a task of its own. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Puts text into a field as typing does, past what React remembers of it. */
function type(field: HTMLInputElement, text: string): void {
  const {set} = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
  // React's own setter on the field notes the old value; then the new one is a change.
  field.value = '';
  set!.call(field, text);
  field.dispatchEvent(new Event('input', {bubbles: true}));
}

function untilFound(selector: string): Promise<HTMLInputElement | null> {
  return new Promise((resolve) => {
    const look = (): void => {
      const found = document.querySelector<HTMLInputElement>(selector);
      if (found) {
        observer.disconnect();
        clearTimeout(timer);
        resolve(found);
      }
    };
    const observer = new MutationObserver(look);
    const timer = setTimeout(() => {
      observer.disconnect();
      resolve(null);
    }, DIALOG_TIMEOUT);
    observer.observe(document.body, {childList: true, subtree: true});
    look();
  });
}

type HeldEvent = Held['events'][number];

/** What has been typed behind the event that opens the search, and the Enter that ends it, if there is one. */
function readQuery(events: readonly HeldEvent[]): {query: string; enter?: HeldEvent} {
  let query = '';
  for (const held of events) {
    const key = held.event instanceof KeyboardEvent ? held.event.key : '';
    if (key === 'Enter') {
      return {query, enter: held};
    }
    query = key === 'Backspace' ? query.slice(0, -1) : query + (key.length === 1 ? key : '');
  }
  return {query};
}

function opensSearch({event, answer}: HeldEvent): boolean {
  return event instanceof KeyboardEvent ? isSearchKey(event) : answer.matches(SEARCH_BUTTON);
}

function repeat({event, answer}: HeldEvent): void {
  if (event instanceof KeyboardEvent) {
    answer.dispatchEvent(new KeyboardEvent(event.type, event));
    return;
  }
  // The head of a column has a button as soon as there is something to answer it.
  const target = answer.matches('[aria-sort]') ? answer.querySelector('button') : answer;
  // An element of an SVG drawing has no click().
  target?.dispatchEvent(new MouseEvent(event.type, event as MouseEvent));
}

/**
 * Carries out what the reader did while the page had no scripts, in the same order: clicks, keys, text that was typed into a field or
 * for the search, a selection.
 * @param held what was kept; more may come while the first is carried out
 */
export async function replay({events, texts, release}: Held): Promise<void> {
  for (const [field, text] of texts) {
    type(field, text);
  }
  if (!window.getSelection()?.isCollapsed) {
    document.dispatchEvent(new Event('selectionchange'));
  }
  for (let index = 0; index < events.length; index++) {
    const held = events[index]!;
    await nextTask();
    repeat(held);
    if (opensSearch(held)) {
      const input = await untilFound('.DocSearch-Input');
      const {query, enter} = readQuery(events.slice(index + 1));
      if (input && query) {
        type(input, query);
        if (enter) {
          await nextTask();
          repeat({...enter, answer: input});
        }
      }
      break;
    }
  }
  release();
}
