import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {checkContent, countFaults, formatFault} from './checkContent.ts';
import {readEditions} from './editions.ts';

async function assertContract(siteDir: string): Promise<void> {
  // `docusaurus start` sets "development"; its pages draw in the browser what has no drawing yet.
  const needsDrawings = process.env.NODE_ENV !== 'development';
  const faults = await checkContent(siteDir, {needsDrawings});
  if (faults.length > 0) {
    throw new Error(
      `${countFaults(faults)} in the content:\n${faults.map(formatFault).join('\n')}`,
    );
  }
}

/**
 * Makes the page contract part of the build: all editions are checked before any page is read, and again whenever a page
 * changes while `docusaurus start` runs. Every fault of the whole content is in the one error.
 *
 * The check runs when the plugin is created, ahead of the docs plugin, since that one stops at the first page it cannot read.
 * @throws an error that lists every fault as `file:line:column: what is wrong. How to mend it.`
 */
export default async function docusaurusPageContract({
  siteDir,
}: LoadContext): Promise<Plugin<void>> {
  await assertContract(siteDir);
  let isFirstLoad = true;
  return {
    name: 'docusaurus-page-contract',
    getPathsToWatch() {
      return readEditions(siteDir).map(({folder}) => path.join(siteDir, folder, '**/*.{mdx,yaml}'));
    },
    async loadContent() {
      if (!isFirstLoad) {
        await assertContract(siteDir);
      }
      isFirstLoad = false;
    },
  };
}
