import type {DocusaurusConfig} from '@docusaurus/types';

/** What of a theme's configuration decides which of its components can show. */
type ThemeConfig = {
  readonly announcementBar?: unknown;
  readonly navbar: {readonly items: readonly {readonly type?: string}[]};
  readonly footer?: {readonly links?: readonly unknown[]; readonly logo?: unknown};
  readonly docs: {readonly sidebar: {readonly hideable: boolean}};
};

/** Items of the navbar that the theme knows by their type, and that no other item is made of. */
const NAVBAR_ITEMS = {
  doc: 'DocNavbarItem',
  docsVersion: 'DocsVersionNavbarItem',
  html: 'HtmlNavbarItem',
  localeDropdown: 'LocaleDropdownNavbarItem',
  search: 'SearchNavbarItem',
};

/**
 * Lists the components of the theme that the site cannot show, since its configuration does not ask for what they are there for.
 * @returns their names behind `@theme/`
 */
export function listUnused(config: Pick<DocusaurusConfig, 'themeConfig'>): string[] {
  const {announcementBar, navbar, footer, docs} = config.themeConfig as unknown as ThemeConfig;
  const types = new Set(navbar.items.map(({type}) => type));
  return [
    ...(announcementBar ? [] : ['AnnouncementBar']),
    ...(footer?.links?.length ? [] : ['Footer/Links']),
    ...(footer?.logo ? [] : ['Footer/Logo']),
    ...(docs.sidebar.hideable
      ? []
      : ['DocSidebar/Desktop/CollapseButton', 'DocRoot/Layout/Sidebar/ExpandButton']),
    ...Object.entries(NAVBAR_ITEMS)
      .filter(([type]) => !types.has(type))
      .map(([, name]) => `NavbarItem/${name}`),
  ];
}
