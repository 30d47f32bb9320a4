import {beforeEach, describe, expect, it, vi} from 'vitest';
import type * as choiceModule from './choice.ts';

/** Stands in for the browser's storage: text by key; `isBlocked` as in a browser that stores nothing. */
const storage = vi.hoisted(() => ({texts: new Map<string, string>(), isBlocked: false}));
vi.mock('@docusaurus/theme-common', () => ({
  createStorageSlot: (key: string) => ({
    get: () => (storage.isBlocked ? null : (storage.texts.get(key) ?? null)),
    set: (text: string) => !storage.isBlocked && storage.texts.set(key, text),
    listen: () => () => {},
  }),
}));

/** The module as a page that is just loaded has it. */
async function load(): Promise<typeof choiceModule> {
  vi.resetModules();
  return import('./choice.ts');
}

beforeEach(() => {
  storage.texts.clear();
  storage.isBlocked = false;
});

describe('the choice', () => {
  it('is the bare address that follows the current edition; on an older page, the page itself', async () => {
    const {readChoice} = await load();
    expect(readChoice()).toEqual({
      format: 'url',
      edition: 'current',
      olderEdition: 'pinned',
      hasKey: true,
    });
  });

  it('is remembered when the page is loaded again', async () => {
    (await load()).changeChoice({format: 'markdown'});
    (await load()).changeChoice({edition: 'pinned'});
    expect((await load()).readChoice()).toMatchObject({format: 'markdown', edition: 'pinned'});
  });

  it('is kept as long as the page is open where nothing can be stored', async () => {
    storage.isBlocked = true;
    const {changeChoice, readChoice} = await load();
    changeChoice({format: 'titled'});
    expect(readChoice().format).toBe('titled');
    expect((await load()).readChoice().format).toBe('url');
  });

  it('of the edition is made for pages of the current one and for older ones apart', async () => {
    const {changeChoice, getEdition, readChoice} = await load();
    const page = {title: '', current: '/a', pinned: '/b', edition: '2022'};
    changeChoice({edition: 'pinned', olderEdition: 'current'});
    expect(getEdition(readChoice(), {...page, isOlder: false})).toBe('pinned');
    expect(getEdition(readChoice(), {...page, isOlder: true})).toBe('current');
  });

  it('ignores what it does not know', async () => {
    const {DEFAULT_CHOICE, parseChoice} = await load();
    for (const stored of [
      null,
      '',
      'null',
      '[]',
      '{',
      '{"format":"pdf","edition":1,"hasKey":"no"}',
    ]) {
      expect(parseChoice(stored)).toEqual(DEFAULT_CHOICE);
    }
    expect(parseChoice('{"format":"titled","x":1}')).toEqual({...DEFAULT_CHOICE, format: 'titled'});
  });
});
