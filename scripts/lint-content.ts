import path from 'node:path';
import {
  checkContent,
  countFaults,
  formatFault,
} from '../src/plugins/docusaurus-page-contract/checkContent.ts';

/** `npm run lint:content [site folder]`: prints every fault in the content, and exits with 1 if there is one. */
async function main(): Promise<void> {
  const faults = await checkContent(path.resolve(process.argv[2] ?? '.'));
  for (const fault of faults) {
    console.error(formatFault(fault));
  }
  console.log(
    faults.length === 0 ? 'The content keeps the page contract.' : `${countFaults(faults)}.`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}

void main();
