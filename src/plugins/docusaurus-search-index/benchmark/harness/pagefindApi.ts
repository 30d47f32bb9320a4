import {expose} from './expose.ts';

/** How many results of Pagefind are shown, each a page with its passages. Its own interface shows 5 at a time. */
const RESULTS = 10;

/** What Pagefind's script exports, as far as it is used here (https://pagefind.app/docs/api/). */
type Pagefind = {
  options(options: {readonly noWorker: boolean}): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{
    readonly results: readonly {
      data(): Promise<{
        readonly url: string;
        readonly excerpt: string;
        readonly meta: {readonly title: string};
      }>;
    }[];
  }>;
};

// A variable, so that the script is loaded as it is.
const SCRIPT: string = '/pagefind/pagefind.js';
let loading: Promise<Pagefind> | undefined;

async function load(noWorker: boolean): Promise<Pagefind> {
  const pagefind = (await import(SCRIPT)) as Pagefind;
  await pagefind.options({noWorker});
  await pagefind.init();
  return pagefind;
}

/** Searches with Pagefind, in its worker or in the page. */
export function exposePagefind({noWorker}: {readonly noWorker: boolean}): void {
  expose(async (query) => {
    loading ??= load(noWorker);
    const {results} = await (await loading).search(query);
    const shown = await Promise.all(results.slice(0, RESULTS).map((result) => result.data()));
    return shown.map(({url, excerpt, meta}) => ({url, title: meta.title, text: excerpt}));
  });
}
