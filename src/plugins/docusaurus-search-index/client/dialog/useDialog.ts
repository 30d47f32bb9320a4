import {useLayoutEffect, useState} from 'react';
import {translate} from '@docusaurus/Translate';
import {nextTask} from '../../../docusaurus-first-view/client/nextTask.ts';
import {getPendingAnswer} from '../pending.ts';

const getInput = (): HTMLInputElement | null => document.querySelector('.DocSearch-Input');

/**
 * Has DocSearch ask its client again, for the query that stands there: it does so when an input method has finished, and this says
 * so. The focus stays where it is.
 */
export function askAgain(): void {
  getInput()?.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}));
}

/** Whether a key belongs to an input method. Safari says so only by the code 229 for the key that ends the composition. */
const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** What Tab can reach in the dialog. Hits are chosen by arrow keys. */
function listStops(dialog: HTMLElement): HTMLElement[] {
  const all = dialog.querySelectorAll<HTMLElement>('a[href], button, input');
  return [...all].filter(
    (element) =>
      !element.hidden &&
      element.getClientRects().length > 0 &&
      !element.matches('.DocSearch-Hit a') &&
      !element.matches('[type="radio"]:not(:checked)'),
  );
}

/** DocSearch's own trap knows only what was there when the dialog opened. */
function moveFocus(event: KeyboardEvent, dialog: HTMLElement): void {
  const stops = listStops(dialog);
  const place = stops.indexOf(document.activeElement as HTMLElement);
  const step = event.shiftKey ? -1 : 1;
  event.preventDefault();
  event.stopPropagation();
  stops[(place + step + stops.length) % stops.length]?.focus();
}

/** A query that cannot be written as UTF-8 cannot stand in an address either. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Replaces what is no character, before DocSearch sees it. */
function cleanInput(input: HTMLInputElement): void {
  const clean = input.value.replace(LONE_SURROGATE, '\ufffd');
  if (clean !== input.value) {
    // Past React's own setter, which would hide the change from DocSearch.
    const {set} = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
    set!.call(input, clean);
  }
}

/**
 * Carries out a key as soon as what stands in the field is answered, unless the reader has typed on. DocSearch itself would open a hit
 * of the query before, or, without one, drop the answer that is to come.
 * @param answer what to wait for
 */
async function repeatWhenAnswered(event: KeyboardEvent, answer: Promise<void>): Promise<void> {
  const field = event.target as HTMLInputElement;
  const query = field.value;
  event.preventDefault();
  event.stopPropagation();
  await answer;
  // DocSearch takes in an answer in promises behind this one.
  await nextTask();
  if (field.isConnected && field.value === query) {
    field.dispatchEvent(new KeyboardEvent(event.type, event));
  }
}

/** DocSearch calls the element around its dialog a button. */
function nameDialog(): void {
  const container = document.querySelector('.DocSearch-Container')!;
  container.setAttribute('role', 'dialog');
  container.setAttribute('aria-modal', 'true');
  container.setAttribute('aria-label', translate({id: 'search.dialog', message: '搜索'}));
  ['aria-expanded', 'aria-haspopup', 'aria-labelledby', 'aria-controls'].forEach((name) =>
    container.removeAttribute(name),
  );
  container.setAttribute('tabindex', '-1');
}

function handleKey(event: KeyboardEvent): void {
  const dialog = document.querySelector<HTMLElement>('.DocSearch-Modal')!;
  if (isComposing(event)) {
    event.stopPropagation();
  } else if (event.key === 'Tab') {
    moveFocus(event, dialog);
  } else if (event.key === 'Enter' && event.target === getInput()) {
    const answer = getPendingAnswer();
    if (answer) {
      void repeatWhenAnswered(event, answer);
    }
  }
}

function handleInput({target}: Event): void {
  if (target === getInput()) {
    cleanInput(target as HTMLInputElement);
  }
}

/**
 * Corrects how DocSearch's dialog handles keys, as long as it is open, and makes room in it.
 * @returns an element below the dialog's search box
 */
export function useDialog(): HTMLElement {
  const [host] = useState(() => document.createElement('div'));
  useLayoutEffect(() => {
    nameDialog();
    // DocSearch does so after the next frame, and what a quick reader types until then would be lost.
    getInput()?.focus();
    // At the end of the box: between what DocSearch renders, Preact would put what comes next in front of it, and move what is there.
    document.querySelector('.DocSearch-SearchBar')!.append(host);
    window.addEventListener('keydown', handleKey, true);
    document.addEventListener('input', handleInput, true);
    return () => {
      window.removeEventListener('keydown', handleKey, true);
      document.removeEventListener('input', handleInput, true);
    };
  }, [host]);
  return host;
}
