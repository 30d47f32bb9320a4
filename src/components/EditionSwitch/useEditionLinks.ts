import {useActiveDocContext, useVersions} from '@docusaurus/plugin-content-docs/client';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {CURRENT_EDITION} from '../../editions.ts';
import {findTarget, type Target} from './findTarget.ts';

/** An edition and where the switch to it leads from this page. */
export type EditionLink = Target & {
  readonly name: string;
  readonly label: string;
  /** Whether this page is of that edition. */
  readonly isActive: boolean;
};

/** The links to this page in all editions, current one first. */
export function useEditionLinks(): EditionLink[] {
  const versions = useVersions(undefined);
  const context = useActiveDocContext(undefined);
  const {withBaseUrl} = useBaseUrlUtils();
  return versions.map((version) => {
    const edition = version.name === 'current' ? CURRENT_EDITION : version.name;
    return {
      ...findTarget(version, context, withBaseUrl(`/#edition-${edition}`)),
      name: version.name,
      label: version.label,
      isActive: version === context.activeVersion,
    };
  });
}
