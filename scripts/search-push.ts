import path from 'node:path';
import {GENERATED_FILES_DIR_NAME} from '@docusaurus/utils';
import {runPush} from '../src/plugins/docusaurus-search-index/push/runPush.ts';

/**
 * `npm run search:push`: sends what the last build has put into the embedded index to Algolia, see runPush; `-- --dry-run` only
 * says what it would send. Exits with 1 if anything is wrong.
 */
async function main(): Promise<void> {
  try {
    await runPush({
      args: process.argv.slice(2),
      env: process.env,
      generatedFilesDir: path.resolve(GENERATED_FILES_DIR_NAME),
      print: (line) => console.log(line),
    });
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

void main();
