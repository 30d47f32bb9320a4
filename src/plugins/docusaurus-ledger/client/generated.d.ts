declare module '@generated/docusaurus-ledger/default/anchors.json' {
  import type {AnchorRedirects} from '@site/src/plugins/docusaurus-ledger/listRedirects.ts';

  /** What the plugin has written for the browser. */
  const anchors: AnchorRedirects;
  export default anchors;
}
