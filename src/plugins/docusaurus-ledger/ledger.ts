import {formatAddress} from './address.ts';
import {DOCS_PATH, type Site} from './listAddresses.ts';
import type {AddressFault} from './redirects.ts';

/** Name of the ledger, at the root of the site. */
export const LEDGER_FILE = 'published-addresses.txt';

/** The command that adds to the ledger what is about to be published. */
export const RELEASE_COMMAND = 'npm run release';

const HEADER = `# Every address that was ever published. Written by \`${RELEASE_COMMAND}\`; lines are only added, never removed or changed.
# An address that is gone needs a line in redirects.yaml. A line that begins with # is an id on the page above it.
`;

/** Published addresses by page: path to ids, with the line of each. */
export type Ledger = ReadonlyMap<
  string,
  {readonly line: number; readonly anchors: ReadonlyMap<string, number>}
>;

/** Reads the ledger. */
export function parseLedger(text: string): {ledger: Ledger; faults: AddressFault[]} {
  const ledger = new Map<string, {line: number; anchors: Map<string, number>}>();
  const faults: AddressFault[] = [];
  let page: {line: number; anchors: Map<string, number>} | undefined;
  text.split('\n').forEach((content, index) => {
    const line = index + 1;
    if (/^\/\S*$/.test(content)) {
      page = ledger.get(content) ?? {line, anchors: new Map()};
      ledger.set(content, page);
    } else if (/^ {2}#\S+$/.test(content) && page) {
      page.anchors.set(content.slice(3), line);
    } else if (content.trim() !== '' && !content.startsWith('# ')) {
      faults.push({
        line,
        message: `"${content}" is neither a path nor "  #<id>" below one. Restore the line from the version before: the ledger is written by ${RELEASE_COMMAND}.`,
      });
    }
  });
  return {ledger, faults};
}

/** The addresses of the ledger, each with its line. */
export function* listLedger(
  ledger: Ledger,
): Generator<{readonly address: string; readonly line: number}> {
  for (const [path, {line, anchors}] of ledger) {
    yield {address: path, line};
    for (const [anchor, anchorLine] of anchors) {
      yield {address: formatAddress({path, anchor}), line: anchorLine};
    }
  }
}

/** Everything that a release publishes: what answers, and the current edition under its name, too. */
export function listPublished(site: Site): Map<string, ReadonlySet<string>> {
  const published = new Map(site.pages);
  for (const [path, ids] of site.pages) {
    const isOfOlderEdition = /^\/docs\/\d/.test(path);
    if (path.startsWith(`${DOCS_PATH}/`) && !isOfOlderEdition) {
      published.set(`${DOCS_PATH}/${site.currentEdition}${path.slice(DOCS_PATH.length)}`, ids);
    }
  }
  for (const short of site.shortAddresses.keys()) {
    published.set(short, new Set());
  }
  return published;
}

/** The ledger with what a site publishes added to it, in the order of the addresses; nothing is dropped. */
export function extendLedger(ledger: Ledger, site: Site): string {
  const all = new Map<string, Set<string>>();
  for (const [path, {anchors}] of ledger) {
    all.set(path, new Set(anchors.keys()));
  }
  for (const [path, ids] of listPublished(site)) {
    all.set(path, new Set([...(all.get(path) ?? []), ...ids]));
  }
  const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
  const lines = [...all]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([path, ids]) => [path, ...[...ids].sort(compare).map((id) => `  #${id}`)]);
  return `${HEADER}\n${lines.join('\n')}\n`;
}

/** Published addresses that the ledger does not have yet. */
export function findUnrecorded(ledger: Ledger, site: Site): string[] {
  return [...listPublished(site)].flatMap(([path, ids]) => {
    const known = ledger.get(path);
    const missing = [...ids].filter((id) => !known?.anchors.has(id));
    return [...(known ? [] : [path]), ...missing.map((anchor) => formatAddress({path, anchor}))];
  });
}
