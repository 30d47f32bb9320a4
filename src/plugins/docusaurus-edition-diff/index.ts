import path from 'node:path';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {readContent} from '../docusaurus-page-contract/checkContent.ts';
import {createCatalog} from '../docusaurus-home/catalog.ts';
import {toDiffAddress, toOverviewAddress} from './address.ts';
import {createOverview} from './createOverview.ts';
import {diffEditions} from './diffEditions.ts';
import {readEditionPages} from './readEditionPages.ts';

/**
 * What changed since an older edition: a view for each page that has a twin there, in which sections are compared by id, and one
 * overview of all that the pages themselves say about it (`{#changes}`). All is compared while the site is built; the result is given
 * to the routes of these views alone, so that no page pays for it.
 *
 * The current edition is compared with every older one, so that the addresses (`/docs/changes-since-2022/…`) stay when the next edition
 * is cut.
 */
export default function docusaurusEditionDiff({siteDir}: LoadContext): Plugin<void> {
  return {
    name: 'docusaurus-edition-diff',
    async allContentLoaded({allContent, actions}) {
      const docs = allContent['docusaurus-plugin-content-docs']?.default as
        LoadedContent | undefined;
      const versions = docs?.loadedVersions ?? [];
      const current = versions.find(({isLast}) => isLast);
      if (!current) {
        return;
      }
      const pages = await readEditionPages(readContent(siteDir), versions);
      const [catalog] = createCatalog([current]);
      const addView = async (address: string, name: string, data: Record<string, object>) => {
        const [[prop, content]] = Object.entries(data) as [[string, object]];
        const file = await actions.createData(
          `${address.slice(1).replaceAll('/', '.')}.json`,
          JSON.stringify(content),
        );
        actions.addRoute({
          path: address,
          exact: true,
          component: path.join(siteDir, 'src/components', name, 'index.tsx'),
          modules: {[prop]: file},
        });
      };
      for (const older of versions.slice(versions.indexOf(current) + 1)) {
        const overview = toOverviewAddress(current.path, older.versionName);
        const diffs = diffEditions(pages, {older, newer: current, overview});
        for (const {address, diff} of diffs) {
          const view = toDiffAddress(current.path, older.versionName, address);
          await addView(view, 'EditionDiff', {diff});
        }
        await addView(overview, 'ChangesOverview', {
          overview: createOverview(pages, {
            older,
            newer: versions.slice(versions.indexOf(current), versions.indexOf(older)),
            currentPath: current.path,
            sections: catalog!.sections,
            compared: new Set(diffs.map(({address}) => address)),
          }),
        });
      }
    },
  };
}
