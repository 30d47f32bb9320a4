import fs from 'node:fs';
import path from 'node:path';
import {countFaults, formatFault} from '../src/plugins/docusaurus-page-contract/checkContent.ts';
import {
  extendLedger,
  findUnrecorded,
  LEDGER_FILE,
  RELEASE_COMMAND,
} from '../src/plugins/docusaurus-ledger/ledger.ts';
import {readSite} from '../src/plugins/docusaurus-ledger/readSite.ts';

/**
 * `npm run release [-- --check] [site folder]`: writes the addresses that are about to be published into the ledger, unless one
 * that was published before is dead. With `--check` nothing is written; it fails if an address is missing.
 */
function main(): void {
  const args = process.argv.slice(2);
  const isCheck = args.includes('--check');
  const siteDir = path.resolve(args.find((arg) => !arg.startsWith('--')) ?? '.');
  const {site, records, faults} = readSite(siteDir);
  for (const fault of faults) {
    console.error(formatFault(fault));
  }
  const missing = findUnrecorded(records.ledger, site);
  if (faults.length > 0) {
    console.error(`${countFaults(faults)}. Nothing was written.`);
    process.exitCode = 1;
  } else if (isCheck && missing.length > 0) {
    missing.forEach((address) => console.error(address));
    console.error(
      `${missing.length} addresses are not in ${LEDGER_FILE} yet. Run ${RELEASE_COMMAND}, and commit it with the pages.`,
    );
    process.exitCode = 1;
  } else {
    if (!isCheck) {
      fs.writeFileSync(path.join(siteDir, LEDGER_FILE), extendLedger(records.ledger, site));
    }
    console.log(
      isCheck
        ? `Every address is in ${LEDGER_FILE}.`
        : `${missing.length} addresses were added to ${LEDGER_FILE}.`,
    );
  }
}

main();
