import type {ReactNode} from 'react';
import Translate from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {
  useActiveDocContext,
  useLatestVersion,
  useVersions,
} from '@docusaurus/plugin-content-docs/client';
import {toDiffAddress, toShortLabel} from '../../plugins/docusaurus-edition-diff/address.ts';
import styles from './styles.module.css';

/**
 * Leads from a page to the view of what changed on it: from the current edition to the comparison with the newest older one that has the
 * page, from an older edition to the comparison with the current one. Nothing if the page has no twin.
 *
 * Which editions have the page stands in the docs plugin's own global data, so that it costs nothing more.
 */
export default function CompareLink(): ReactNode {
  const {activeVersion, activeDoc, alternateDocVersions} = useActiveDocContext(undefined);
  const current = useLatestVersion(undefined);
  const versions = useVersions(undefined);
  const brokenLinks = useBrokenLinks();
  if (!activeVersion || !activeDoc) {
    return null;
  }
  const older = activeVersion.isLast
    ? versions.find(({name, isLast}) => !isLast && alternateDocVersions[name])
    : activeVersion;
  if (!older || !alternateDocVersions[current.name]) {
    return null;
  }
  const other = activeVersion.isLast ? older : current;
  const address = toDiffAddress(current.path, older.name, activeDoc.id);
  brokenLinks.collectLink(address);
  return (
    // A <Link> would fetch the view's data as soon as it is seen, which is at once on every page.
    <a href={address} className={styles.link}>
      <Translate id="compareLink" values={{edition: toShortLabel(other.label)}}>
        {'与 {edition}对比'}
      </Translate>
    </a>
  );
}
