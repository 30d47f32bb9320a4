import {formatFault} from '../src/benchmark/scale/report.ts';
import {runScale} from '../src/benchmark/scale/runScale.ts';
import {PROJECT_DIR} from './install.mjs';

/**
 * `npm run scale [-- 100 1000 3000]`: builds the site with that many pages, see runScale, and exits with 1 if a plugin of the site
 * grows faster than the number of pages. Takes some minutes a thousand pages.
 *
 * - `--work <folder>`: where a folder `site-scale` is made, outside of the project; what an earlier run has left in it is removed.
 * - `--json <file>`: writes down all that was measured.
 */
async function main(): Promise<void> {
  try {
    const faults = await runScale({
      args: process.argv.slice(2),
      siteDir: PROJECT_DIR,
      print: (line) => console.log(line),
    });
    faults.forEach((fault) => console.error(`✗ ${formatFault(fault)}`));
    if (faults.length > 0) {
      process.exitCode = 1;
    } else {
      console.log('✓ No plugin of the site grows faster than the number of pages.');
    }
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

await main();
