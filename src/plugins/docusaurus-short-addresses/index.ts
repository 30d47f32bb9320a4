import path from 'node:path';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {listShortAddresses} from './listShortAddresses.ts';

/**
 * Adds the page `/go`, which lists the short addresses that pages declare in their front matter (`go: pod-creation`). The
 * addresses themselves, `/go/pod-creation`, are redirects, see docusaurus-ledger.
 */
export default function docusaurusShortAddresses({baseUrl, siteDir}: LoadContext): Plugin<void> {
  return {
    name: 'docusaurus-short-addresses',
    async allContentLoaded({allContent, actions}) {
      const docs = allContent['docusaurus-plugin-content-docs']?.default as
        LoadedContent | undefined;
      const addresses = await actions.createData(
        'addresses.json',
        JSON.stringify(listShortAddresses(docs?.loadedVersions ?? [])),
      );
      actions.addRoute({
        path: `${baseUrl}go`,
        exact: true,
        component: path.join(siteDir, 'src/components/ShortAddresses/index.tsx'),
        modules: {addresses},
      });
    },
  };
}
