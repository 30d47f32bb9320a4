// @vitest-environment jsdom
import {beforeEach, describe, expect, it, vi} from 'vitest';
import type {Held, HeldEvent} from '../held.ts';
import {answerSearch} from './answerSearch.ts';

const {openSearch} = vi.hoisted(() => ({openSearch: vi.fn()}));
vi.mock('../../docusaurus-search-index/client/dialog/openSearch.ts', () => ({openSearch}));

const press = (key: string, init: KeyboardEventInit = {}): HeldEvent => ({
  event: new KeyboardEvent('keydown', {key, ...init}),
  answer: document.body,
});
const CTRL_K = press('k', {ctrlKey: true});

function click(html: string): HeldEvent {
  document.body.insertAdjacentHTML('beforeend', html);
  return {event: new MouseEvent('click'), answer: document.body.lastElementChild!};
}

const hold = (...events: HeldEvent[]): Held => ({
  events,
  texts: new Map(),
  release: () => undefined,
  resume: () => undefined,
});

/** What the field was told: its text with each event. */
let told: string[];

beforeEach(() => {
  told = [];
  document.body.innerHTML = '<input class="DocSearch-Input">';
  const input = document.querySelector('input')!;
  input.addEventListener('input', () => told.push(`input ${input.value}`));
  input.addEventListener('keydown', ({key}) => told.push(`${key} ${input.value}`));
  openSearch.mockReset().mockResolvedValue(undefined);
});

describe('answerSearch', () => {
  it('opens the dialog, and types what was typed, with its corrections', async () => {
    const held = hold(CTRL_K, press('o'), press('x'), press('Backspace'), press('/'));
    await answerSearch(held);
    expect(openSearch).toHaveBeenCalledTimes(1);
    expect(told).toEqual(['input o/']);
    expect(held.events).toEqual([]);
  });

  it('sends the query if Enter was pressed, and nothing that was typed behind it', async () => {
    const held = hold(
      click('<button class="DocSearch-Button">'),
      press('o'),
      press('Enter'),
      press('x'),
    );
    await answerSearch(held);
    expect(told).toEqual(['input o', 'Enter o']);
  });

  it('leaves to the app what is not for the search', async () => {
    const before = click('<button>');
    const behind = click('<button>');
    const chord = press('c', {ctrlKey: true});
    const held = hold(before, CTRL_K, press('o'), behind, CTRL_K, chord);
    await answerSearch(held);
    expect(held.events).toEqual([before, behind, chord]);
    expect(told).toEqual(['input o']);
  });

  it('does nothing without being asked, and opens once if asked twice', async () => {
    await answerSearch(hold(press('o')));
    expect(openSearch).not.toHaveBeenCalled();
    const held = hold(CTRL_K, press('o'));
    await Promise.all([answerSearch(held), answerSearch(held)]);
    expect(told).toEqual(['input o']);
  });

  it('keeps all if the dialog cannot be had', async () => {
    openSearch.mockRejectedValue(new Error('offline'));
    const held = hold(CTRL_K, press('o'));
    await expect(answerSearch(held)).rejects.toThrow('offline');
    expect(held.events).toHaveLength(2);
  });
});
