import type {CatalogSection} from '../docusaurus-home/catalog.ts';
import {toDiffAddress} from './address.ts';
import {joinBlock} from './diffBlocks.ts';
import {findChanges} from './diffSections.ts';
import type {Block, ChangesOverview, Section} from './model.ts';
import {joinRuns} from './runs.ts';
import type {EditionPages, Version} from './readEditionPages.ts';

/** What stands below `{#changes}`; a heading in it becomes a line in bold. */
function listChanges(sections: readonly Section[]): Block[] {
  return findChanges(sections).flatMap(({title, blocks}, index): Block[] => [
    ...(index > 0
      ? [
          {
            kind: 'paragraph' as const,
            depth: 0,
            runs: joinRuns(title.map((run) => ({...run, formats: ['strong' as const]}))),
          },
        ]
      : []),
    ...blocks.map(joinBlock),
  ]);
}

/**
 * Gathers what the pages say about changes since an edition, in the order of the sidebar.
 * @param newer the editions after it, newest first; what each says about changes since the one before adds up
 * @param currentPath path of the current edition, with the base URL
 * @param sections the current edition's sidebar
 * @param compared addresses of the pages that have a view of what changed
 */
export function createOverview(
  pages: EditionPages,
  {
    older,
    newer,
    currentPath,
    sections,
    compared,
  }: {
    readonly older: Version;
    readonly newer: readonly Version[];
    readonly currentPath: string;
    readonly sections: readonly CatalogSection[];
    readonly compared: ReadonlySet<string>;
  },
): ChangesOverview {
  const [current] = newer;
  const addresses = new Map(
    [...(pages.get(current?.versionName ?? '') ?? [])].map(([address, page]) => [
      page.permalink,
      address,
    ]),
  );
  return {
    older: older.label,
    newer: current?.label ?? '',
    sections: sections.flatMap((section) => {
      const listed = section.pages.flatMap(({title, permalink}) => {
        const address = addresses.get(permalink) ?? '';
        const changes = newer.flatMap(({versionName}) =>
          listChanges(pages.get(versionName)?.get(address)?.sections ?? []),
        );
        const diff = compared.has(address)
          ? toDiffAddress(currentPath, older.versionName, address)
          : undefined;
        return changes.length > 0 ? [{title, permalink, ...(diff && {diff}), changes}] : [];
      });
      const {label, permalink} = section;
      return listed.length > 0 ? [{label, permalink, pages: listed}] : [];
    }),
  };
}
