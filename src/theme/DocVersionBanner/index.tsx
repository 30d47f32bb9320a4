// Replaces the theme's banner, which warns that an older version is "no longer maintained": here an older edition is right
// for its time, so the banner is a note and not an alarm, and names the same page of the current edition. Every page has it, so
// that it is also the place where links to other editions are made to keep the reader's place.
import type {ReactNode} from 'react';
import clsx from 'clsx';
import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import {
  useActivePlugin,
  useDocsPreferredVersion,
  useDocsVersion,
} from '@docusaurus/plugin-content-docs/client';
import {ThemeClassNames} from '@docusaurus/theme-common';
import ArrivalNote from '@site/src/components/EditionSwitch/ArrivalNote.tsx';
import {
  useEditionLinks,
  type EditionLink,
} from '@site/src/components/EditionSwitch/useEditionLinks.ts';
import {useKeepPlace} from '@site/src/components/EditionSwitch/useKeepPlace.ts';
import type {Props} from '@theme/DocVersionBanner';
import styles from './styles.module.css';

type BannerProps = Props & {
  /** What the edition of the page is called. */
  readonly label: string;
  /** The current edition. */
  readonly current: EditionLink;
};

function OlderEditionBanner({className, label, current}: BannerProps): ReactNode {
  const {pluginId} = useActivePlugin({failfast: true})!;
  const {savePreferredVersionName} = useDocsPreferredVersion(pluginId);
  return (
    <aside
      className={clsx(className, ThemeClassNames.docs.docVersionBanner, styles.banner)}
      aria-label={translate({id: 'editionBanner.label', message: '关于这个版本'})}
    >
      <Translate id="editionBanner.older" values={{edition: <strong>{label}</strong>}}>
        {'这是 {edition}：内容按当时的产品版本核对，适用于仍在运行那些版本的集群。'}
      </Translate>{' '}
      <Link to={current.path} onClick={() => savePreferredVersionName(current.name)}>
        {current.isSamePage ? (
          <Translate id="editionBanner.samePage" values={{edition: current.label}}>
            {'看这一页的 {edition}'}
          </Translate>
        ) : (
          <Translate id="editionBanner.otherPage" values={{edition: current.label}}>
            {'{edition}没有这一页，看它所在的分类'}
          </Translate>
        )}
      </Link>
    </aside>
  );
}

export default function DocVersionBanner({className}: Props): ReactNode {
  const {banner, label} = useDocsVersion();
  const links = useEditionLinks();
  useKeepPlace(links);
  const [current] = links;
  return (
    <>
      <ArrivalNote label={label} />
      {banner && current && (
        <OlderEditionBanner className={className} label={label} current={current} />
      )}
    </>
  );
}
