import {CURRENT_EDITION} from '../../editions.ts';
import type {EditionContent} from '../docusaurus-page-contract/checkContent.ts';
import {collectIds, readField} from '../docusaurus-page-contract/page.ts';

/** The pages that answer, by path, each with the ids that a link may name. */
export type Pages = ReadonlyMap<string, ReadonlySet<string>>;

/** What can be addressed now. */
export type Site = {
  readonly pages: Pages;
  /** Paths of the pages that short addresses stand for, by short address. */
  readonly shortAddresses: ReadonlyMap<string, string>;
  /** Name of the current edition. */
  readonly currentEdition: string;
};

/** Where the documentation lies, and where short addresses do. */
export const DOCS_PATH = '/docs';
export const SHORT_PATH = '/go';

/** Path before the pages of an edition: `/docs`, `/docs/2022`. */
export function getEditionPath(versionName: string): string {
  return versionName === 'current' ? DOCS_PATH : `${DOCS_PATH}/${versionName}`;
}

/**
 * Lists what can be addressed: pages of all editions with their headings, tables, rows, diagrams and steps, indexes of
 * sections, short addresses, the home page and the search.
 */
export function listAddresses(
  editions: readonly EditionContent[],
  currentEdition: string = CURRENT_EDITION,
): Site {
  const names = editions.map(({edition}) =>
    edition.name === 'current' ? currentEdition : edition.name,
  );
  const pages = new Map<string, ReadonlySet<string>>([
    ['/', new Set(names.map((name) => `edition-${name}`))],
    ['/search', new Set()],
    [SHORT_PATH, new Set()],
  ]);
  const shortAddresses = new Map<string, string>();
  for (const content of editions) {
    const editionPath = getEditionPath(content.edition.name);
    for (const {address, isPartial, tree} of content.pages) {
      if (isPartial || !tree) {
        continue;
      }
      const path = `${editionPath}/${address}`;
      pages.set(path, collectIds(tree));
      pages.set(path.slice(0, path.lastIndexOf('/')), new Set());
      const name = readField(tree, 'go')?.value;
      if (content.edition.name === 'current' && typeof name === 'string') {
        shortAddresses.set(`${SHORT_PATH}/${name}`, path);
      }
    }
  }
  return {pages, shortAddresses, currentEdition};
}
