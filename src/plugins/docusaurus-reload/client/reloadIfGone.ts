/** What `reloadIfGone` needs of a window. */
export type ReloadableWindow = Pick<Window, 'document' | 'fetch' | 'location'> & {
  readonly navigator: Pick<Navigator, 'onLine'>;
  /** Reading it may throw, when the browser keeps nothing. */
  readonly sessionStorage: Storage;
};

/** Under this name, and the address of a file that was gone, the tab remembers that the page was loaded again because of it. */
const MARK = 'reloaded-without:';

/**
 * The script or stylesheet of the site that an element could not load. What is only fetched in advance (`preload`, `prefetch`) is not
 * needed yet.
 * @param target of an `error` event
 * @param assets address of the folder in which the files of the build lie
 * @returns its address, or nothing if the element is another
 */
export function findAsset(target: EventTarget | null, assets: string): string | undefined {
  const {tagName, src, rel, href} = (target ?? {}) as Partial<HTMLScriptElement & HTMLLinkElement>;
  const address =
    tagName === 'SCRIPT' ? src : tagName === 'LINK' && rel === 'stylesheet' ? href : undefined;
  return address?.startsWith(assets) ? address : undefined;
}

/** Whether the server has no such file, while it does have the page: a server that is being restarted or is not reached is no reason. */
async function isGone(asset: string, {fetch, location}: ReloadableWindow): Promise<boolean> {
  const ask = async (address: string): Promise<number> =>
    (await fetch(address, {method: 'HEAD', cache: 'no-store'})).status;
  try {
    const [ofAsset, ofPage] = await Promise.all([ask(asset), ask(location.href)]);
    return (ofAsset === 404 || ofAsset === 410) && ofPage === 200;
  } catch {
    return false;
  }
}

/**
 * Whether the reader has typed something that would be lost. What a field held at first does not tell: React keeps `defaultValue` equal
 * to what is typed.
 */
function hasTyped(document: Document): boolean {
  const fields = [
    ...document.querySelectorAll('textarea'),
    ...document.querySelectorAll<HTMLInputElement>(
      'input:not([type=checkbox], [type=radio], [type=range], [type=button], [type=submit], [type=reset], [type=hidden])',
    ),
  ];
  return fields.some(({value, readOnly}) => value !== '' && !readOnly);
}

/** Notes that the page is loaded again because of a file. @returns false if it was before, or if that cannot be remembered */
function note(asset: string, window: ReloadableWindow): boolean {
  try {
    const {sessionStorage} = window;
    if (sessionStorage.getItem(MARK + asset) !== null) {
      return false;
    }
    sessionStorage.setItem(MARK + asset, '');
    return true;
  } catch {
    return false;
  }
}

/**
 * Loads the page again if the server no longer has one of its files: only once for each file, so that a broken site does not make it go
 * round in circles; not while the reader is offline, and not if something that was typed would be lost.
 * @param asset address of the file that could not be loaded
 */
export async function reloadIfGone(asset: string, window: ReloadableWindow): Promise<void> {
  if (!window.navigator.onLine || !(await isGone(asset, window))) {
    return;
  }
  if (!hasTyped(window.document) && note(asset, window)) {
    window.location.reload();
  }
}
