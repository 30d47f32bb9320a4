import type {DocSearchHit} from '@docsearch/react';
import type {HitKind} from '../../plugins/docusaurus-search-index/engine/index.ts';

/** What this site's records have beside DocSearch's fields. */
export type SiteHit = DocSearchHit & {
  readonly kind?: HitKind;
  /** Edition of the page: `docs-default-2022`. */
  readonly docusaurus_tag?: string;
};

const LEVELS = ['lvl1', 'lvl2', 'lvl3', 'lvl4', 'lvl5', 'lvl6'] as const;
const DIVIDER = ' › ';

/**
 * Prepares a hit for DocSearch, which shows a title and a path: the title is that of the record itself, however deep it lies, and the
 * path leads to it from the page. Hits of the embedded index and of Algolia come out the same.
 * @param processUrl makes the address one of this site
 */
export function presentHit(hit: SiteHit, processUrl: (url: string) => string): SiteHit {
  const levels = LEVELS.filter((level) => hit.hierarchy[level]);
  const type = levels.at(-1) ?? 'lvl1';
  const highlighted = hit._highlightResult?.hierarchy;
  const path = levels
    .slice(0, -1)
    .map((level) => highlighted?.[level]?.value ?? hit.hierarchy[level])
    .join(DIVIDER);
  const hierarchy = {
    ...hit._snippetResult?.hierarchy,
    ...(path && {lvl1: {value: path, matchLevel: 'none' as const, matchedWords: []}}),
  };
  return {
    ...hit,
    type,
    url: processUrl(hit.url),
    // A page is shown with its text, which DocSearch does by itself.
    _snippetResult: {...hit._snippetResult, hierarchy} as SiteHit['_snippetResult'],
  };
}
