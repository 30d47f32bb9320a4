import type {Place} from './place.ts';

/** What a reader who switches to another edition wants to see there. */
export type Wish = {
  /** The address without hash that the switch leads to. */
  readonly path: string;
  /** Where the reader was, innermost first. */
  readonly places: readonly Place[];
  /** Title of the page, if the other edition has no such page. */
  readonly missingPage?: string;
};

const KEY = 'edition-switch';

/** Keeps a wish until the page that it is for has come. Without a storage the switch leads to the page, and no further. */
export function rememberWish(wish: Wish): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(wish));
  } catch {
    // Storage is blocked or full.
  }
}

/** The wish for a page, once. */
export function takeWish(path: string): Wish | undefined {
  try {
    const wish = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Wish | null;
    sessionStorage.removeItem(KEY);
    return wish?.path === path ? wish : undefined;
  } catch {
    return undefined;
  }
}
