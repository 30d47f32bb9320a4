import path from 'node:path';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {createCatalog} from './catalog.ts';

/**
 * Adds the home page. What it shows (sections, questions, editions) comes from the front matter and the sidebars of all
 * pages; it is given to the home page's route alone, so that no other page pays for it.
 */
export default function docusaurusHome({baseUrl, siteDir}: LoadContext): Plugin<void> {
  return {
    name: 'docusaurus-home',
    async allContentLoaded({allContent, actions}) {
      const docs = allContent['docusaurus-plugin-content-docs']?.default as
        LoadedContent | undefined;
      const catalog = await actions.createData(
        'catalog.json',
        JSON.stringify(createCatalog(docs?.loadedVersions ?? [])),
      );
      actions.addRoute({
        path: baseUrl,
        exact: true,
        component: path.join(siteDir, 'src/components/Home/index.tsx'),
        modules: {catalog},
      });
    },
  };
}
