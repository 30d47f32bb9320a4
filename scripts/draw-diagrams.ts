import {parseArgs} from 'node:util';
import {countFaults, formatFault} from '../src/plugins/docusaurus-page-contract/checkContent.ts';
import {drawAll} from '../src/plugins/remark-diagram/drawAll.ts';
import {ensureChromium, PROJECT_DIR} from './install.mjs';

/**
 * `npm run diagrams`: draws the Mermaid fences whose drawing is missing or stale, with Chromium, and removes drawings that are no
 * longer used; `--all` draws all of them again. Exits with 1 if a diagram cannot be drawn.
 */
const {values: options} = parseArgs({options: {all: {type: 'boolean', default: false}}});

async function main(): Promise<void> {
  try {
    const executablePath = ensureChromium();
    const {drawn, current, removed, faults} = await drawAll(PROJECT_DIR, {
      isForced: options.all,
      ...(executablePath && {executablePath}),
    });
    drawn.forEach((file) => console.log(`drawn    ${file}`));
    removed.forEach((file) => console.log(`removed  ${file}`));
    faults.forEach((fault) => console.error(formatFault(fault)));
    console.log(
      `${drawn.length} drawn, ${current.length} were current, ${removed.length} removed, ${countFaults(faults)}.`,
    );
    process.exitCode = faults.length === 0 ? 0 : 1;
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

void main();
