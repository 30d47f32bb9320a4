import fs from 'node:fs';
import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {countFaults, formatFault} from '../docusaurus-page-contract/checkContent.ts';
import {listRedirects} from './listRedirects.ts';
import {readSite} from './readSite.ts';
import {renderRedirect} from './renderRedirect.ts';

/**
 * A link lives for ever. Every address that was published stands in the ledger; the build fails if one leads nowhere now, be it
 * a page, a heading, a table row or a step of a diagram. What has moved stands in the redirect table, pages and ids alike:
 *
 * - A page that moved leaves a page behind that redirects, also without JavaScript, on any host of static files.
 * - An id that moved is redirected by a small client module before the page scrolls.
 * - Addresses with the name of the current edition (`/docs/2026/…`) redirect to those without, and so do short addresses (`/go/…`)
 *   to the pages that declare them.
 * @throws an error that lists every dead address with the line to add
 */
export default function docusaurusLedger({
  siteDir,
  siteConfig,
  baseUrl,
  outDir,
}: LoadContext): Plugin<void> {
  const {site, records, faults} = readSite(siteDir);
  // While an author is writing, addresses come and go.
  if (faults.length > 0 && process.env.NODE_ENV !== 'development') {
    throw new Error(
      `${countFaults(faults)} in the published addresses:\n${faults.map(formatFault).join('\n')}`,
    );
  }
  const {pages, anchors} = listRedirects(records, site);
  return {
    name: 'docusaurus-ledger',
    getClientModules() {
      return [path.join(__dirname, 'client/redirectAnchor.ts')];
    },
    async contentLoaded({actions}) {
      await actions.createData('anchors.json', JSON.stringify(anchors));
    },
    postBuild() {
      const context = {siteUrl: siteConfig.url, baseUrl};
      for (const redirect of pages) {
        const file = path.join(outDir, `${redirect.from.slice(1)}.html`);
        fs.mkdirSync(path.dirname(file), {recursive: true});
        fs.writeFileSync(file, renderRedirect(redirect, context), {flag: 'wx'});
      }
    },
  };
}
