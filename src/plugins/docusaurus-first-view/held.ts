/** What the reader did, with the element that is to answer. */
export type HeldEvent = {readonly event: Event; readonly answer: Element};

/** What the reader has done before the scripts were there. */
export type Held = {
  /** In the order in which they came; what has been carried out is taken away. */
  readonly events: HeldEvent[];
  /** Text fields that the reader has typed into, with what stood in them last. */
  readonly texts: Map<HTMLInputElement, string>;
  /** Ends the holding: from now on the page answers itself. */
  readonly release: () => void;
  /** The search dialog is closed, or cannot be opened: the app is loaded. */
  readonly resume: () => void;
  /** Opens the search dialog for what was held; there as soon as the dialog's own script is. */
  answerSearch?: () => void;
};

declare global {
  interface Window {
    /** Set by the inline script of a page whose scripts wait for the reader. */
    heldInput?: Held;
  }
}

/** DocSearch sets this on <body> as long as its dialog is open. */
export const DIALOG_CLASS = 'DocSearch--active';

/** Where the words of a search are kept until the page that a hit leads to is there, in the storage of the tab. */
export const PASSAGE_KEY = 'search-passage';

/** What opens the search dialog by a click. */
export const SEARCH_BUTTON = '.DocSearch-Button,[data-opens-search]';

/** Whether a key opens the search dialog. */
export const isSearchKey = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey ? event.key.toLowerCase() === 'k' : event.key === '/';
