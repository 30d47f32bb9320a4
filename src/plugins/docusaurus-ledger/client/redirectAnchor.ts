import siteConfig from '@generated/docusaurus.config';
import anchors from '@generated/docusaurus-ledger/default/anchors.json';
import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import {findMovedAnchor} from './findMovedAnchor.ts';

/** Goes where an id went that this page had once. A change of the hash alone scrolls; another page is loaded. */
function redirectAnchor(): void {
  const {pathname, search, hash} = window.location;
  const target = findMovedAnchor(anchors, siteConfig.baseUrl, pathname, hash);
  if (target) {
    const [path = '', anchor] = target.split('#');
    window.location.replace(`${path}${search}${anchor ? `#${anchor}` : ''}`);
  }
}

if (ExecutionEnvironment.canUseDOM) {
  // When this module runs, no page has come alive yet, and nothing has scrolled: the old id is not on it.
  redirectAnchor();
  window.addEventListener('hashchange', redirectAnchor);
}
