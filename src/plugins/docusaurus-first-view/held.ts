/** What the reader has done before the scripts were there. */
export type Held = {
  /** In the order in which they came, each with the element that is to answer. */
  readonly events: {readonly event: Event; readonly answer: Element}[];
  /** Text fields that the reader has typed into, with what stood in them last. */
  readonly texts: Map<HTMLInputElement, string>;
  /** Ends the holding: from now on the page answers itself. */
  readonly release: () => void;
};

declare global {
  interface Window {
    /** Set by the inline script of a page whose scripts wait for the reader. */
    heldInput?: Held;
  }
}

/** What opens the search dialog by a click. */
export const SEARCH_BUTTON = '.DocSearch-Button,[data-opens-search]';

/** Whether a key opens the search dialog. */
export const isSearchKey = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey ? event.key.toLowerCase() === 'k' : event.key === '/';
