/** What a page is to load when the reader does something. */
export type Deferred = {
  /** Addresses of the code of this page, which the app is about to ask for. */
  readonly chunks: readonly string[];
  /** Addresses of the stylesheets that only scripts need. */
  readonly styles: readonly string[];
  /** Addresses of the script and the stylesheet of the search dialog. */
  readonly dialog: readonly string[];
  /** The script that waits for the reader, see `inline/wake.ts`. */
  readonly waker: string;
};

const SCRIPTS = /<script src=["']?([^"'\s>]+)["']? defer(?:="")?><\/script>/g;

/** Names of the entries of the bundle: the app, and what opens the search without it. */
const APP = 'main';
export const SEARCH_ENTRY = 'search-entry';

const isEntry = (name: string, address: string): boolean => address.includes(`/${name}.`);

/** Docusaurus has no use for a click before it has come alive; here it is kept until then. */
const DISABLED_TOGGLE =
  /<button class="([^"]*) toggleButtonDisabled_[\w-]+" type=["']?button["']? disabled(?:="")?/g;

/** Addresses of the scripts that start the app. */
export function listScripts(html: string): string[] {
  return [...html.matchAll(SCRIPTS)].map(([, address]) => address!);
}

/**
 * Takes the app's scripts out of a page, and puts in the one that loads them when the reader does something.
 * @param html a page as Docusaurus built it
 * @throws {Error} if the page starts no app
 */
export function deferScripts(html: string, {chunks, styles, dialog, waker}: Deferred): string {
  const all = listScripts(html);
  if (all.length === 0) {
    throw new Error('the page has no <script src="…" defer>');
  }
  const scripts = all.filter((address) => !isEntry(SEARCH_ENTRY, address));
  const search = all.filter((address) => !isEntry(APP, address));
  const attributes = Object.entries({scripts, styles, chunks, search, dialog})
    .filter(([, addresses]) => addresses.length > 0)
    .map(([name, addresses]) => ` data-${name}="${addresses.join(' ')}"`);
  return html
    .replace(SCRIPTS, '')
    .replace(DISABLED_TOGGLE, '<button class="$1" type=button')
    .replace('</head>', () => `<script${attributes.join('')}>${waker}</script></head>`);
}
