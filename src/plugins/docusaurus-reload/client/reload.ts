import siteConfig from '@generated/docusaurus.config';
import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import {findAsset, reloadIfGone} from './reloadIfGone.ts';

if (ExecutionEnvironment.canUseDOM) {
  const assets = new URL(`${siteConfig.baseUrl}assets/`, window.location.href).href;
  // An element that could not load says so to itself only: the event does not bubble, but is seen on its way down.
  window.addEventListener(
    'error',
    ({target}) => {
      const asset = findAsset(target, assets);
      if (asset) {
        void reloadIfGone(asset, window);
      }
    },
    true,
  );
}
