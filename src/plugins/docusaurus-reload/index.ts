import path from 'node:path';
import type {Plugin} from '@docusaurus/types';

/**
 * A tab may be older than the site: when the reader does something for which a script or a stylesheet is loaded, that file may be gone
 * from the server since a release. Then the page is loaded again, once, and is the new one. A release keeps the files of the one before
 * (see src/hosting/), so that this is the case only after two releases, and on hosts to which the build alone is copied.
 *
 * Docusaurus itself loads a page again that the reader has gone to and whose code is gone; all other code that is loaded on demand
 * (search, tables, diagrams) would just not come.
 */
export default function docusaurusReload(): Plugin<void> {
  return {
    name: 'docusaurus-reload',
    getClientModules() {
      return [path.join(__dirname, 'client/reload.ts')];
    },
  };
}
