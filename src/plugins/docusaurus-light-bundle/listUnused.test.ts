import {describe, expect, it} from 'vitest';
import {listUnused} from './listUnused.ts';

const PLAIN = {
  navbar: {items: [{type: 'docSidebar'}, {label: 'Code', href: '/'}]},
  footer: {links: []},
  docs: {sidebar: {hideable: false}},
};

const UNUSED = [
  'AnnouncementBar',
  'Footer/Links',
  'Footer/Logo',
  'DocSidebar/Desktop/CollapseButton',
  'DocRoot/Layout/Sidebar/ExpandButton',
  'NavbarItem/DocNavbarItem',
  'NavbarItem/DocsVersionNavbarItem',
  'NavbarItem/HtmlNavbarItem',
  'NavbarItem/LocaleDropdownNavbarItem',
  'NavbarItem/SearchNavbarItem',
];

describe('listUnused', () => {
  it('lists what a site does without', () => {
    expect(listUnused({themeConfig: PLAIN})).toEqual(UNUSED);
  });

  it.each([
    [{announcementBar: {content: 'Hello'}}, ['AnnouncementBar']],
    [{footer: {links: [{label: 'Code', href: '/'}]}}, ['Footer/Links']],
    [{footer: {logo: {src: 'logo.svg'}}}, ['Footer/Logo']],
    [
      {docs: {sidebar: {hideable: true}}},
      ['DocSidebar/Desktop/CollapseButton', 'DocRoot/Layout/Sidebar/ExpandButton'],
    ],
    [{navbar: {items: [{type: 'search'}]}}, ['NavbarItem/SearchNavbarItem']],
  ])('keeps what %j asks for', (more, used) => {
    expect(listUnused({themeConfig: {...PLAIN, ...more}})).toEqual(
      UNUSED.filter((name) => !used.includes(name)),
    );
  });
});
