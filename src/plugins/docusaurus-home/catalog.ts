import type {DocMetadata, LoadedVersion} from '@docusaurus/plugin-content-docs';
import type {PageFrontMatter} from '../../frontMatter.ts';
import {toOverviewAddress} from '../docusaurus-edition-diff/address.ts';

/** A page as the home page lists it. */
export type CatalogPage = {
  readonly title: string;
  readonly permalink: string;
  /** The questions the page answers, the most asked one first. */
  readonly questions: readonly string[];
};

/** A section of the sidebar that has pages. */
export type CatalogSection = {
  readonly label: string;
  /** What the section answers, in a sentence. */
  readonly description: string;
  /** Address of the section's own index. */
  readonly permalink: string;
  readonly pages: readonly CatalogPage[];
};

/** One edition with everything that can be read in it. */
export type CatalogEdition = {
  /** Name of the version: `current`, `2022`. */
  readonly name: string;
  readonly label: string;
  readonly isCurrent: boolean;
  /** Address of the overview of what changed since the edition before; only of the current edition, if there is an older one. */
  readonly changes?: string;
  readonly sections: readonly CatalogSection[];
};

type SidebarItem = LoadedVersion['sidebars'][string][number];

function toPage({title, permalink, frontMatter}: DocMetadata): CatalogPage {
  // The page contract has been checked before any page was loaded.
  const {questions} = frontMatter as unknown as PageFrontMatter;
  return {title, permalink, questions};
}

function toSection(item: SidebarItem, docs: ReadonlyMap<string, DocMetadata>): CatalogSection[] {
  if (item.type !== 'category' || item.link?.type !== 'generated-index') {
    return [];
  }
  const pages = item.items.flatMap((child) => {
    const page = child.type === 'doc' && docs.get(child.id);
    return page ? [toPage(page)] : [];
  });
  const {permalink, description = ''} = item.link;
  return [{label: item.label, description, permalink, pages}];
}

/** Lists what every edition holds, in the order of its sidebar. Sections without an index of their own are left out. */
export function createCatalog(versions: readonly LoadedVersion[]): CatalogEdition[] {
  return versions.map((version, index) => {
    const docs = new Map(version.docs.map((doc) => [doc.id, doc]));
    return {
      name: version.versionName,
      label: version.label,
      isCurrent: version.isLast,
      ...(version.isLast &&
        versions[index + 1] && {
          changes: toOverviewAddress(version.path, versions[index + 1]!.versionName),
        }),
      sections: Object.values(version.sidebars)
        .flat()
        .flatMap((item) => toSection(item, docs)),
    };
  });
}
