/**
 * The one script that a page brings along: it waits for the first thing a reader does that may need the app, loads the app then, and
 * keeps what the reader does meanwhile. `../client/replay.ts` carries that out. The search dialog needs no app: if it is what the reader
 * wants, it is loaded alone, and the app when it is closed. The script is written into every page, so it is short.
 */
import {DIALOG_CLASS, isSearchKey, PASSAGE_KEY, SEARCH_BUTTON, type Held} from '../held.ts';

const {dataset} = document.currentScript as HTMLScriptElement;
const {documentElement: root, head} = document;

/** The first of these loads the app. Scrolling is reading. */
const SIGNS = ['pointerdown', 'pointermove', 'touchstart', 'keydown', 'focusin'];

/** What answers a click by a script only. Links are not among it, but for those beside a heading, a row or a step, which copy. */
const ANSWERS = `button,[role=button],[role=tab],[data-step],[aria-sort],a[href^="#"][aria-label],${SEARCH_BUTTON}`;

let isAwake = false;
/** The search is about to open, when what the reader types is the query, or is open. */
let isSearching = false;

const held: Held = {
  events: [],
  texts: new Map(),
  release() {
    removeEventListener('click', holdClick, true);
    removeEventListener('keydown', holdKey, true);
    removeEventListener('input', noteText, true);
  },
  resume() {
    isSearching = false;
    wake();
  },
};
window.heldInput = held;

const added = new Set<string>();

function add(tag: 'link' | 'script', addresses: string | undefined, rel?: string): void {
  for (const address of addresses?.split(' ') ?? []) {
    if (!added.has(address)) {
      added.add(address);
      head.append(
        Object.assign(
          document.createElement(tag),
          rel
            ? {rel, as: /css$/.test(address) ? 'style' : 'script', href: address}
            : {src: address, onerror: () => replace(address)},
        ),
      );
    }
  }
}

/** In whatever order the scripts come in, the bundler runs them in the right one. */
function load(scripts: string | undefined, chunks: string | undefined): void {
  add('link', dataset.styles, 'stylesheet');
  add('link', chunks, 'preload');
  add('script', scripts);
}

/** A page from a cache may name scripts that the server no longer has: then the page itself is new, too. */
async function reloadOnce(src: string): Promise<void> {
  const key = `reloaded-without:${src}`;
  const isThere = async (address: string): Promise<boolean> =>
    (await fetch(address, {method: 'HEAD', cache: 'no-store'})).ok;
  if (!sessionStorage[key] && (await isThere(location.href)) && !(await isThere(src))) {
    sessionStorage[key] = 1;
    location.reload();
  }
}

/** Without the dialog, the app may still come. */
function replace(src: string): void {
  held.resume();
  reloadOnce(src).catch(() => {});
}

type Sign = PointerEvent & KeyboardEvent;

const loadSearch = (): void => load(dataset.search, dataset.dialog);

function wake({type, target, movementX, movementY, key}: Partial<Sign> = {}): void {
  // Where the pointer rests, browsers tell a page about it when it is laid out.
  const isResting = type === 'pointermove' && movementX === 0 && movementY === 0;
  // What is pressed with it says what is wanted.
  const isModifier = /^(Control|Meta|Alt|Shift)$/.test(key!);
  if (isAwake || isSearching || isResting || isModifier) {
    return;
  }
  if ((target as Element | undefined)?.closest?.(SEARCH_BUTTON)) {
    loadSearch();
    return;
  }
  isAwake = true;
  for (const sign of SIGNS) {
    removeEventListener(sign, wake, true);
  }
  root.dataset.awake = '';
  load(dataset.scripts, dataset.chunks);
}

function search(): void {
  isSearching = true;
  loadSearch();
  held.answerSearch?.();
}

/** What is carried out later is not held again, and what the dialog is asked it answers itself. */
const isHeld = ({isTrusted}: Event): boolean =>
  isTrusted && !document.body.classList.contains(DIALOG_CLASS);

function hold(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function holdClick(event: MouseEvent): void {
  if (!isHeld(event)) {
    return;
  }
  const answer = (event.target as Element).closest(ANSWERS);
  if (!answer || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  hold(event);
  held.events.push({event, answer});
  (answer.matches(SEARCH_BUTTON) ? search : wake)();
}

function holdKey(event: KeyboardEvent): void {
  const {key, ctrlKey, metaKey, altKey} = event;
  const target = event.target as Element;
  const isChord = ctrlKey || metaKey || altKey;
  if (!isHeld(event)) {
    return;
  }
  const opensSearch = isSearchKey(event) && !(target.matches('input,textarea') && !isChord);
  if (opensSearch) {
    hold(event);
  } else if (isSearching && !isChord && /^(.|Backspace|Enter)$/u.test(key)) {
    hold(event);
  } else if (
    isChord ||
    target.matches('input,textarea,select') ||
    // Links, buttons and summaries answer these by a click.
    (/^(Enter| |Tab|Shift)$/.test(key) && !target.matches('[role=button]:not(button)'))
  ) {
    return;
  } else if (key === 'Enter') {
    hold(event);
  }
  held.events.push({event, answer: target});
  (opensSearch ? search : wake)();
}

function noteText({target}: Event): void {
  const field = target as HTMLInputElement;
  held.texts.set(field, field.value);
}

addEventListener('click', holdClick, true);
// Before what wakes the page: a key that opens the search does not.
addEventListener('keydown', holdKey, true);
addEventListener('input', noteText, true);
for (const sign of SIGNS) {
  addEventListener(sign, wake, {capture: true, passive: true});
}

/**
 * Whether the address asks for what only a script can show: a view of a table, a step of a diagram, an id that has moved, the passage
 * of a hit of the search.
 */
function needsScripts(): boolean {
  const id = location.hash.slice(1);
  const target = document.getElementById(id);
  if (location.search || (id && !target) || target?.closest('[data-wakes]')) {
    return true;
  }
  try {
    return PASSAGE_KEY in sessionStorage;
  } catch {
    return false; // a browser that keeps nothing
  }
}
addEventListener('DOMContentLoaded', () => needsScripts() && wake());
