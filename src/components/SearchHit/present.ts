import type {DocSearchHit} from '@docsearch/react';
import type {HitKind} from '../../plugins/docusaurus-search-index/engine/hitKinds.ts';

/** What this site's records have beside DocSearch's fields. */
export type SiteHit = DocSearchHit & {
  readonly kind?: HitKind;
  /** Edition of the page: `docs-default-2022`. */
  readonly docusaurus_tag?: string;
};

const LEVELS = ['lvl1', 'lvl2', 'lvl3', 'lvl4', 'lvl5', 'lvl6'] as const;

/**
 * Prepares a hit for DocSearch, which shows a title and a path: the title is that of the record itself, however deep it lies, and the
 * path leads to it from the page. Hits of the embedded index and of Algolia come out the same.
 * @param processUrl makes the address one of this site
 */
export function presentHit(hit: SiteHit, processUrl: (url: string) => string): SiteHit {
  const section = hit.hierarchy.lvl0;
  const highlighted = hit._highlightResult?.hierarchy;
  return {
    ...hit,
    type: LEVELS.findLast((level) => hit.hierarchy[level]) ?? 'lvl1',
    url: processUrl(hit.url),
    // The hits of a section stand below its name, by which DocSearch groups them; the path need not begin with it again.
    hierarchy: {...hit.hierarchy, lvl0: ''},
    _highlightResult: {
      ...hit._highlightResult,
      hierarchy: {...highlighted, lvl0: highlighted?.lvl0 ?? {value: section}},
    } as SiteHit['_highlightResult'],
  };
}
