/**
 * The one script that a page brings along: it waits for the first thing a reader does that may need the app, loads the app then, and
 * keeps what the reader does meanwhile. `../client/replay.ts` carries that out. It is written into every page, so it is short.
 */
import {isSearchKey, SEARCH_BUTTON, type Held} from '../held.ts';

const {dataset} = document.currentScript as HTMLScriptElement;
const {documentElement: root, head} = document;

/** The first of these loads the app. Scrolling is reading. */
const SIGNS = ['pointerdown', 'pointermove', 'touchstart', 'keydown', 'focusin'];

/** What answers a click by a script only. Links are not among it, but for those beside a heading, a row or a step, which copy. */
const ANSWERS = `button,[role=button],[role=tab],[data-step],[aria-sort],a[href^="#"][aria-label],${SEARCH_BUTTON}`;

let isAwake = false;
/** The search is about to open: what the reader types is the query. */
let isSearching = false;

const held: Held = {
  events: [],
  texts: new Map(),
  release() {
    removeEventListener('click', holdClick, true);
    removeEventListener('keydown', holdKey, true);
    removeEventListener('input', noteText, true);
  },
};
window.heldInput = held;

function add(tag: 'link' | 'script', properties: object): void {
  head.append(Object.assign(document.createElement(tag), properties));
}

const list = (text: string | undefined): string[] => text?.split(' ').filter(Boolean) ?? [];

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

function wake({type, movementX, movementY}: Partial<PointerEvent> = {}): void {
  // Where the pointer rests, browsers tell a page about it when it is laid out.
  const isResting = type === 'pointermove' && movementX === 0 && movementY === 0;
  if (isAwake || isResting) {
    return;
  }
  isAwake = true;
  for (const sign of SIGNS) {
    removeEventListener(sign, wake, true);
  }
  root.dataset.awake = '';
  for (const href of list(dataset.styles)) {
    add('link', {rel: 'stylesheet', href});
  }
  for (const href of list(dataset.chunks)) {
    add('link', {rel: 'preload', as: 'script', href});
  }
  for (const src of list(dataset.scripts)) {
    // In the order of the list.
    add('script', {src, async: false, onerror: () => reloadOnce(src).catch(() => {})});
  }
}

function hold(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function holdClick(event: MouseEvent): void {
  if (!event.isTrusted) {
    return; // it is carried out
  }
  const target = event.target as Element;
  const control = (target.closest('label')?.control ?? target) as HTMLInputElement;
  const answer = /^(radio|checkbox)$/.test(control.type) ? control : target.closest(ANSWERS);
  if (!answer || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  hold(event);
  held.events.push({event, answer});
  isSearching ||= answer.matches(SEARCH_BUTTON);
}

function holdKey(event: KeyboardEvent): void {
  const {key, ctrlKey, metaKey, altKey} = event;
  const target = event.target as Element;
  const isChord = ctrlKey || metaKey || altKey;
  if (!event.isTrusted) {
    return;
  }
  if (isSearchKey(event) && !(target.matches('input,textarea') && !isChord)) {
    isSearching = true;
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
}

function noteText({target}: Event): void {
  const field = target as HTMLInputElement;
  held.texts.set(field, field.value);
}

for (const sign of SIGNS) {
  addEventListener(sign, wake, {capture: true, passive: true});
}
addEventListener('click', holdClick, true);
addEventListener('keydown', holdKey, true);
addEventListener('input', noteText, true);

/** Whether the address asks for what only a script can show: a view of a table, a step of a diagram, an id that has moved. */
function needsScripts(): boolean {
  const id = location.hash.slice(1);
  const target = document.getElementById(id);
  return Boolean(location.search || (id && !target) || target?.closest('[data-wakes]'));
}
addEventListener('DOMContentLoaded', () => needsScripts() && wake());
