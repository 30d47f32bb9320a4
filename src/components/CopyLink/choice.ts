import {useSyncExternalStore} from 'react';
import {createStorageSlot} from '@docusaurus/theme-common';
import {EDITIONS, FORMATS, type LinkedPage, type LinkEdition, type LinkFormat} from './link.ts';

/** How a reader wants links to be copied. */
export type Choice = {
  readonly format: LinkFormat;
  /**
   * Edition of links that are copied on a page of the current edition, and on a page of an older one. They are two choices: on an
   * older page, a link to the current edition leads to another text than the reader sees, so nobody should get one unasked.
   */
  readonly edition: LinkEdition;
  readonly olderEdition: LinkEdition;
  /** Whether the key copies; readers who speak to their computer need a way to turn off a key without modifier (WCAG 2.1.4). */
  readonly hasKey: boolean;
};

export const DEFAULT_CHOICE: Choice = {
  format: 'url',
  edition: 'current',
  olderEdition: 'pinned',
  hasKey: true,
};

const STORAGE_KEY = 'copy-link';

const isOneOf = <T>(values: readonly T[], value: unknown): value is T =>
  values.includes(value as T);

/** Reads what was stored; whatever is missing, or not known, is as if it had not been chosen. */
export function parseChoice(stored: string | null): Choice {
  let found: Partial<Record<keyof Choice, unknown>> = {};
  try {
    const parsed: unknown = JSON.parse(stored ?? '{}');
    found = typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    // Somebody else's text: nothing has been chosen.
  }
  const {format, edition, olderEdition, hasKey} = found;
  return {
    format: isOneOf(FORMATS, format) ? format : DEFAULT_CHOICE.format,
    edition: isOneOf(EDITIONS, edition) ? edition : DEFAULT_CHOICE.edition,
    olderEdition: isOneOf(EDITIONS, olderEdition) ? olderEdition : DEFAULT_CHOICE.olderEdition,
    hasKey: typeof hasKey === 'boolean' ? hasKey : DEFAULT_CHOICE.hasKey,
  };
}

/** The choice in this window. A browser that stores nothing still keeps it until the page is left. */
let kept: Choice | undefined;
const listeners = new Set<() => void>();

/** The choice of the reader. In a browser only. */
export function readChoice(): Choice {
  return (kept ??= parseChoice(createStorageSlot(STORAGE_KEY).get()));
}

/** Changes some of the choice, and stores it. */
export function changeChoice(changes: Partial<Choice>): void {
  kept = {...readChoice(), ...changes};
  createStorageSlot(STORAGE_KEY).set(JSON.stringify(kept));
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Other windows choose too.
  const stop = createStorageSlot(STORAGE_KEY).listen(({newValue}) => {
    kept = parseChoice(newValue);
    listener();
  });
  return () => {
    listeners.delete(listener);
    stop();
  };
}

/** The choice of the reader, and each change of it. On the server and while the page comes alive, nothing has been chosen. */
export function useChoice(): Choice {
  return useSyncExternalStore(subscribe, readChoice, () => DEFAULT_CHOICE);
}

/** The edition that the choice means on a page. */
export function getEdition({edition, olderEdition}: Choice, {isOlder}: LinkedPage): LinkEdition {
  return isOlder ? olderEdition : edition;
}
