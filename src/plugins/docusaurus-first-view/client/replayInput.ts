import type {Held, HeldEvent} from '../held.ts';
import {answerSearch, opensSearch} from './answerSearch.ts';
import {nextTask} from './nextTask.ts';
import {type} from './type.ts';

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
export async function replay(held: Held): Promise<void> {
  const {events, texts, release} = held;
  for (const [field, text] of texts) {
    type(field, text);
  }
  if (!window.getSelection()?.isCollapsed) {
    document.dispatchEvent(new Event('selectionchange'));
  }
  while (events.length > 0) {
    await nextTask();
    if (events[0] && opensSearch(events[0])) {
      await answerSearch(held).catch(() => events.shift()); // docusaurus-reload sees to it
    } else {
      events.splice(0, 1).forEach(repeat);
    }
  }
  release();
}
