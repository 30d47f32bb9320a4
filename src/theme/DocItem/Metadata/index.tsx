// Wraps the theme's component: the canonical address of a page in an older edition is the same page of the current one, where
// there is one, so that search engines show readers the current page.
import type {ReactNode} from 'react';
import Head from '@docusaurus/Head';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Metadata from '@theme-original/DocItem/Metadata';
import {useEditionLinks} from '@site/src/components/EditionSwitch/useEditionLinks.ts';

export default function DocItemMetadata(): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const [current] = useEditionLinks();
  const canonical =
    current?.isSamePage && !current.isActive ? siteConfig.url + current.path : undefined;
  return (
    <>
      <Metadata />
      {canonical !== undefined && (
        <Head>
          <link rel="canonical" href={canonical} />
          <meta property="og:url" content={canonical} />
        </Head>
      )}
    </>
  );
}
