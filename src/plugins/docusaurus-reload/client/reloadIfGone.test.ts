import {JSDOM} from 'jsdom';
import {beforeEach, describe, expect, it, vi} from 'vitest';
import {findAsset, reloadIfGone, type ReloadableWindow} from './reloadIfGone.ts';

const SITE = 'https://kb.example.org/kb/';
const ASSETS = `${SITE}assets/`;
const CHUNK = `${ASSETS}js/table.0a1b2c3d.js`;
const PAGE = `${SITE}docs/page`;

/** What the server answers, by address. */
let statuses: Record<string, number>;
let storage: Storage;
const reload = vi.fn();

function createWindow(
  html = '',
  changes: Partial<Record<keyof ReloadableWindow, unknown>> = {},
): ReloadableWindow {
  const {window} = new JSDOM(html, {url: PAGE});
  return {
    document: window.document,
    location: {href: `${PAGE}#part`, reload},
    navigator: {onLine: true},
    sessionStorage: storage,
    fetch: async (address: string, options: RequestInit) => {
      expect(options).toEqual({method: 'HEAD', cache: 'no-store'});
      const status = statuses[address.split('#')[0]!];
      if (status === undefined) {
        throw new TypeError('Failed to fetch');
      }
      return {status};
    },
    ...changes,
  } as unknown as ReloadableWindow;
}

beforeEach(() => {
  statuses = {[CHUNK]: 404, [PAGE]: 200};
  storage = new JSDOM('', {url: PAGE}).window.sessionStorage;
  reload.mockClear();
});

describe('a page one of whose files is gone', () => {
  it('is loaded again, once for each file', async () => {
    await reloadIfGone(CHUNK, createWindow());
    expect(reload).toHaveBeenCalledTimes(1);
    await reloadIfGone(CHUNK, createWindow());
    expect(reload).toHaveBeenCalledTimes(1);
    const other = `${ASSETS}js/search.11111111.js`;
    statuses[other] = 410;
    await reloadIfGone(other, createWindow());
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['the file is there after all', {[CHUNK]: 200, [PAGE]: 200}],
    ['the server is out of order', {[CHUNK]: 503, [PAGE]: 503}],
    ['the server has nothing at all', {[CHUNK]: 404, [PAGE]: 404}],
    ['the server does not answer', {}],
    ['the page cannot be fetched', {[CHUNK]: 404}],
  ])('is not if %s', async (_, answers) => {
    statuses = answers;
    await reloadIfGone(CHUNK, createWindow());
    expect(reload).not.toHaveBeenCalled();
  });

  it('is not while the reader is offline', async () => {
    await reloadIfGone(CHUNK, createWindow('', {navigator: {onLine: false}}));
    expect(reload).not.toHaveBeenCalled();
  });

  it('is not if the tab cannot remember that it was', async () => {
    const window = createWindow();
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
    await reloadIfGone(CHUNK, window);
    expect(reload).not.toHaveBeenCalled();
  });

  it.each(['<input type="search">', '<input>', '<textarea></textarea>'])(
    'is not if the reader has typed into %s, and is when that is deleted',
    async (html) => {
      const window = createWindow(html);
      const field = window.document.querySelector<HTMLInputElement>('input, textarea')!;
      field.value = 'noeviction';
      // As React does.
      field.defaultValue = 'noeviction';
      await reloadIfGone(CHUNK, window);
      expect(reload).not.toHaveBeenCalled();
      field.value = '';
      await reloadIfGone(CHUNK, window);
      expect(reload).toHaveBeenCalledTimes(1);
    },
  );

  it('is although a field holds what nobody has typed, or a box is ticked', async () => {
    const window = createWindow(
      '<input readonly value="https://kb.example.org"><input type="checkbox" value="a">',
    );
    window.document.querySelector<HTMLInputElement>('[type=checkbox]')!.click();
    await reloadIfGone(CHUNK, window);
    expect(reload).toHaveBeenCalledTimes(1);
  });
});

describe('the file that an element could not load', () => {
  const find = (html: string): string | undefined => {
    const {document} = new JSDOM(html, {url: PAGE}).window;
    return findAsset(document.querySelector('script, link, img'), ASSETS);
  };

  it.each([
    '<script src="/kb/assets/js/table.0a1b2c3d.js"></script>',
    '<link rel="stylesheet" href="/kb/assets/js/table.0a1b2c3d.js">',
  ])('is found: %s', (html) => expect(find(html)).toBe(CHUNK));

  it.each([
    '<link rel="prefetch" href="/kb/assets/js/table.0a1b2c3d.js">',
    '<link rel="preload" as="script" href="/kb/assets/js/table.0a1b2c3d.js">',
    '<img src="/kb/assets/images/table.0a1b2c3d.png">',
    '<script src="/assets/js/table.0a1b2c3d.js"></script>',
    '<script src="https://example.org/kb/assets/js/table.0a1b2c3d.js"></script>',
    '<script>1</script>',
  ])('is none that the page needs: %s', (html) => expect(find(html)).toBeUndefined());

  it('is none if something else has failed', () => {
    expect(findAsset(null, ASSETS)).toBeUndefined();
    expect(findAsset(new EventTarget(), ASSETS)).toBeUndefined();
  });
});
