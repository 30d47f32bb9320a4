import fs from 'node:fs';
import path from 'node:path';
import {readContent} from '../docusaurus-page-contract/checkContent.ts';
import {checkLedger} from './checkLedger.ts';
import {LEDGER_FILE} from './ledger.ts';
import {listAddresses, type Site} from './listAddresses.ts';
import {REDIRECTS_FILE} from './redirects.ts';

const readFile = (file: string): string =>
  fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';

/**
 * Reads what can be addressed on a site, its ledger and its redirect table; a file that does not exist is empty.
 * @param siteDir absolute path of the site
 */
export function readSite(
  siteDir: string,
  currentEdition?: string,
): {readonly site: Site} & ReturnType<typeof checkLedger> {
  const site = listAddresses(readContent(siteDir), currentEdition);
  const files = {
    ledger: readFile(path.join(siteDir, LEDGER_FILE)),
    redirects: readFile(path.join(siteDir, REDIRECTS_FILE)),
  };
  return {site, ...checkLedger(files, site)};
}
