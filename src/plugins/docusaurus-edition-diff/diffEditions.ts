import {diffSections} from './diffSections.ts';
import type {PageDiff, PageLink} from './model.ts';
import type {EditionPage, EditionPages, Version} from './readEditionPages.ts';

const toLink = ({permalink, against}: EditionPage, {label}: Version): PageLink => ({
  edition: label,
  permalink,
  against,
});

/**
 * Compares all pages that two editions have in common.
 * @param overview address of the overview of all changes since the older edition
 * @returns what changed, with the page's address in its edition (`pods/creation`); nothing for a page without a twin
 */
export function diffEditions(
  pages: EditionPages,
  {
    older,
    newer,
    overview,
  }: {readonly older: Version; readonly newer: Version; readonly overview: string},
): {readonly address: string; readonly diff: PageDiff}[] {
  const olderPages = pages.get(older.versionName);
  return [...(pages.get(newer.versionName) ?? [])].flatMap(([address, page]) => {
    const twin = olderPages?.get(address);
    return twin
      ? [
          {
            address,
            diff: {
              title: page.title,
              overview,
              older: toLink(twin, older),
              newer: toLink(page, newer),
              sections: diffSections(twin.sections, page.sections),
            },
          },
        ]
      : [];
  });
}
