import {openSearch} from '../../docusaurus-search-index/client/dialog/openSearch.ts';
import {isSearchKey, SEARCH_BUTTON, type Held, type HeldEvent} from '../held.ts';
import {nextTask} from './nextTask.ts';
import {type} from './type.ts';

/** Whether the search is to open. */
export const opensSearch = ({event, answer}: HeldEvent): boolean =>
  event instanceof KeyboardEvent ? isSearchKey(event) : answer.matches(SEARCH_BUTTON);

/** Whether something was typed for the search: a character, or a key that corrects or ends the query. */
const isTyped = ({event}: HeldEvent): boolean =>
  event instanceof KeyboardEvent &&
  !(event.ctrlKey || event.metaKey || event.altKey) &&
  /^(.|Backspace|Enter)$/u.test(event.key);

/** The query that was typed, and whether it was ended by Enter. */
export function readQuery(events: readonly HeldEvent[]): {query: string; isSent: boolean} {
  let query = '';
  for (const {event} of events) {
    const {key} = event as KeyboardEvent;
    if (key === 'Enter') {
      return {query, isSent: true};
    }
    query = key === 'Backspace' ? query.slice(0, -1) : query + key;
  }
  return {query, isSent: false};
}

/**
 * Opens the search dialog if the reader has asked for it, puts in what was typed meanwhile, and takes both away from what is held.
 * @throws if the code of the dialog cannot be loaded; then nothing is taken away
 */
export async function answerSearch({events}: Held): Promise<void> {
  if (!events.some(opensSearch)) {
    return;
  }
  await openSearch();
  const start = events.findIndex(opensSearch);
  if (start < 0) {
    return; // answered meanwhile
  }
  const [, ...later] = events.splice(start);
  events.push(...later.filter((held) => !isTyped(held) && !opensSearch(held)));
  const {query, isSent} = readQuery(later.filter(isTyped));
  const input = document.querySelector<HTMLInputElement>('.DocSearch-Input');
  if (input && query) {
    type(input, query);
    if (isSent) {
      await nextTask();
      input.dispatchEvent(
        new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true}),
      );
    }
  }
}
