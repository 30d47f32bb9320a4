import {PASSAGE_KEY} from '../../../docusaurus-first-view/held.ts';
import {searchState} from '../state.ts';

/** Remembers what is to be marked on the page that is being opened. */
export function notePassage(): void {
  try {
    sessionStorage.setItem(PASSAGE_KEY, JSON.stringify(searchState.get().marks));
  } catch {
    // the page will be there, if without marks
  }
}

/** What is to be marked on this page, longest first; the next page does not get it again. */
export function takePassage(): readonly string[] {
  try {
    const text = sessionStorage.getItem(PASSAGE_KEY);
    sessionStorage.removeItem(PASSAGE_KEY);
    const marks: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(marks) ? marks.map(String) : [];
  } catch {
    return [];
  }
}
