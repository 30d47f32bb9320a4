// Wraps the theme's component: 404.html answers for every wrong address, so while the page comes alive the switch must show
// the edition that the server chose for /404.html. By the address it would name an older edition below that edition's
// path, and React would throw the page away (error 418).
import type {ReactNode} from 'react';
import {StaticRouter} from 'react-router';
import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import useIsBrowser from '@docusaurus/useIsBrowser';
import DocsVersionDropdownNavbarItem from '@theme-original/NavbarItem/DocsVersionDropdownNavbarItem';
import type {Props} from '@theme/NavbarItem/DocsVersionDropdownNavbarItem';
import {NOT_FOUND_ID} from '../NotFound/Content/index.tsx';

/** Whether the HTML that is coming alive is that of 404.html. */
function isNotFoundPage(): boolean {
  return ExecutionEnvironment.canUseDOM && document.getElementById(NOT_FOUND_ID) !== null;
}

export default function DocsVersionDropdown(props: Props): ReactNode {
  const isAlive = useIsBrowser();
  const dropdown = <DocsVersionDropdownNavbarItem {...props} />;
  return !isAlive && isNotFoundPage() ? (
    <StaticRouter location="/404.html">{dropdown}</StaticRouter>
  ) : (
    dropdown
  );
}
