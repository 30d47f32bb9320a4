import {findNearestAddresses} from '../../theme/NotFound/Content/findNearestAddresses.ts';
import type {Fault} from '../docusaurus-page-contract/checkContent.ts';
import {formatAddress, parseAddress} from './address.ts';
import {LEDGER_FILE, listLedger, parseLedger, type Ledger} from './ledger.ts';
import type {Site} from './listAddresses.ts';
import {parseRedirects, REDIRECTS_FILE, type AddressFault, type Redirects} from './redirects.ts';
import {resolveAddress} from './resolveAddress.ts';

/** The two files as they are. */
export type LedgerFiles = {readonly ledger: string; readonly redirects: string};

/** The two files, read. */
export type Records = {readonly ledger: Ledger; readonly redirects: Redirects};

const toFault = (file: string, {line, message}: AddressFault): Fault => ({
  file,
  line,
  column: 1,
  message,
});

/** The line of the redirect table that would mend a dead address; its target is a proposal. */
function proposeRedirect(address: string, site: Site, redirects: Redirects): string {
  const {path, anchor} = parseAddress(address);
  const page = resolveAddress({path, anchor: ''}, site, redirects);
  if (anchor && page) {
    return `${address}: ${formatAddress(page)}`;
  }
  const [nearest = '<address that stands in its place>'] = findNearestAddresses(path, [
    ...site.pages.keys(),
  ]);
  return `${address}: ${nearest}`;
}

/** Addresses that were published and lead nowhere now. Those on a page that is gone are left to the page. */
function checkPublished({ledger, redirects}: Records, site: Site): Fault[] {
  const faults: Fault[] = [];
  for (const {address, line} of listLedger(ledger)) {
    const {path, anchor} = parseAddress(address);
    const isPageDead = !resolveAddress({path, anchor: ''}, site, redirects);
    if (resolveAddress(address, site, redirects) || (anchor && isPageDead)) {
      continue;
    }
    // One line mends the address with and without the name of the current edition.
    const unpinned = address.replace(`/docs/${site.currentEdition}/`, '/docs/');
    if (unpinned !== address && !resolveAddress(unpinned, site, redirects)) {
      continue;
    }
    faults.push(
      toFault(LEDGER_FILE, {
        line,
        message: `${address} was published and leads nowhere now. Restore it, or add to ${REDIRECTS_FILE} the line "${proposeRedirect(address, site, redirects)}" with the address that stands in its place.`,
      }),
    );
  }
  return faults;
}

/** Lines of the redirect table that never apply, or lead nowhere. */
function checkRedirects(redirects: Redirects, site: Site): Fault[] {
  return [...redirects.values()].flatMap(({from, to, line}) => {
    const source = parseAddress(from);
    const ids = site.pages.get(source.path);
    if (ids && (source.anchor === '' || ids.has(source.anchor))) {
      const message = `${from} exists, so that this line never applies. Remove it, or the ${source.anchor ? 'id' : 'page'}.`;
      return [toFault(REDIRECTS_FILE, {line, message})];
    }
    if (!resolveAddress(to, site, redirects)) {
      const message = `${formatAddress(to)} leads nowhere. Name an address that exists, as /docs/<section>/<page>#<id>.`;
      return [toFault(REDIRECTS_FILE, {line, message})];
    }
    return [];
  });
}

/**
 * Reads ledger and redirect table, and checks that every address that was ever published still leads somewhere.
 * @returns the records, and all faults of both files
 */
export function checkLedger(
  files: LedgerFiles,
  site: Site,
): {readonly records: Records; readonly faults: readonly Fault[]} {
  const {ledger, faults: ledgerFaults} = parseLedger(files.ledger);
  const {redirects, faults: redirectFaults} = parseRedirects(files.redirects);
  const records = {ledger, redirects};
  return {
    records,
    faults: [
      ...ledgerFaults.map((fault) => toFault(LEDGER_FILE, fault)),
      ...redirectFaults.map((fault) => toFault(REDIRECTS_FILE, fault)),
      ...checkRedirects(redirects, site),
      ...checkPublished(records, site),
    ],
  };
}
