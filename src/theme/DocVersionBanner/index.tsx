// Replaces the theme's banner, which warns that an older version is "no longer maintained": here an older edition is right
// for its time, so the banner is a note and not an alarm, and names the same page of the current edition.
import type {ReactNode} from 'react';
import clsx from 'clsx';
import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import {
  useActivePlugin,
  useDocsPreferredVersion,
  useDocsVersion,
  useDocVersionSuggestions,
} from '@docusaurus/plugin-content-docs/client';
import {ThemeClassNames} from '@docusaurus/theme-common';
import type {Props} from '@theme/DocVersionBanner';
import styles from './styles.module.css';

function OlderEditionBanner({className, label}: Props & {readonly label: string}): ReactNode {
  const {pluginId} = useActivePlugin({failfast: true})!;
  const {savePreferredVersionName} = useDocsPreferredVersion(pluginId);
  const {latestDocSuggestion, latestVersionSuggestion} = useDocVersionSuggestions(pluginId);
  const sameOrMainPage =
    latestDocSuggestion ??
    latestVersionSuggestion.docs.find(({id}) => id === latestVersionSuggestion.mainDocId);
  return (
    <aside
      className={clsx(className, ThemeClassNames.docs.docVersionBanner, styles.banner)}
      aria-label={translate({id: 'editionBanner.label', message: '关于这个版本'})}
    >
      <Translate id="editionBanner.older" values={{edition: <strong>{label}</strong>}}>
        {'这是 {edition}：内容按当时的产品版本核对，适用于仍在运行那些版本的集群。'}
      </Translate>{' '}
      {sameOrMainPage && (
        <Link
          to={sameOrMainPage.path}
          onClick={() => savePreferredVersionName(latestVersionSuggestion.name)}
        >
          {latestDocSuggestion ? (
            <Translate
              id="editionBanner.samePage"
              values={{edition: latestVersionSuggestion.label}}
            >
              {'看这一页的 {edition}'}
            </Translate>
          ) : (
            <Translate
              id="editionBanner.otherPage"
              values={{edition: latestVersionSuggestion.label}}
            >
              {'看 {edition}'}
            </Translate>
          )}
        </Link>
      )}
    </aside>
  );
}

export default function DocVersionBanner({className}: Props): ReactNode {
  const {banner, label} = useDocsVersion();
  return banner ? <OlderEditionBanner className={className} label={label} /> : null;
}
