// Replaces the theme's component: where an edition has no such page, the switch leads to the index of the section, not to an
// unrelated page. And 404.html answers for every wrong address, so while the page comes alive the switch must show the edition
// that the server chose for /404.html. By the address it would name an older edition below that edition's path, and React would
// throw the page away (error 418).
import type {ReactNode} from 'react';
import {StaticRouter} from 'react-router';
import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import {useLocation} from '@docusaurus/router';
import {translate} from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {
  useDocsPreferredVersion,
  useDocsVersionCandidates,
} from '@docusaurus/plugin-content-docs/client';
import {useEditionLinks} from '@site/src/components/EditionSwitch/useEditionLinks.ts';
import DropdownNavbarItem from '@theme/NavbarItem/DropdownNavbarItem';
import type {Props} from '@theme/NavbarItem/DocsVersionDropdownNavbarItem';
import {NOT_FOUND_ID} from '../NotFound/Content/index.tsx';

/** Whether the HTML that is coming alive is that of 404.html. */
function isNotFoundPage(): boolean {
  return ExecutionEnvironment.canUseDOM && document.getElementById(NOT_FOUND_ID) !== null;
}

function Dropdown({
  mobile = false,
  docsPluginId,
  dropdownActiveClassDisabled: _isNeverActive,
  dropdownItemsBefore,
  dropdownItemsAfter,
  versions: _versions,
  ...props
}: Props): ReactNode {
  const {search, hash} = useLocation();
  const links = useEditionLinks();
  const {savePreferredVersionName} = useDocsPreferredVersion(docsPluginId);
  const [displayed] = useDocsVersionCandidates(docsPluginId);
  const items = links.map(({name, label, path, isSamePage, isActive}) => ({
    label,
    to: isSamePage && !path.includes('#') ? `${path}${search}${hash}` : path,
    isActive: () => isActive,
    onClick: () => savePreferredVersionName(name),
  }));
  const shown = links.find(({name}) => name === displayed.name) ?? links[0];
  return (
    <DropdownNavbarItem
      {...props}
      mobile={mobile}
      label={
        mobile
          ? translate({id: 'theme.navbar.mobileVersionsDropdown.label', message: '版本'})
          : shown?.label
      }
      to={mobile ? undefined : shown?.path}
      items={[...dropdownItemsBefore, ...items, ...dropdownItemsAfter]}
    />
  );
}

export default function DocsVersionDropdown(props: Props): ReactNode {
  const isAlive = useIsBrowser();
  const dropdown = <Dropdown {...props} />;
  return !isAlive && isNotFoundPage() ? (
    <StaticRouter location="/404.html">{dropdown}</StaticRouter>
  ) : (
    dropdown
  );
}
