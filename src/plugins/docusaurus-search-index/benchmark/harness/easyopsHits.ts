import type {EasyopsHit} from '@easyops-cn/docusaurus-search-local/dist/client/client/theme/searchByWorker.js';
import {SuggestionTemplate} from '@easyops-cn/docusaurus-search-local/dist/client/client/theme/SearchBar/SuggestionTemplate.js';
import type {HarnessHit} from './expose.ts';

/** How many hits the plugin's dialog shows unless it is configured. */
export const HITS = 8;

/** Hits as the plugin's dialog shows them. */
export function presentHits(hits: readonly EasyopsHit[]): HarnessHit[] {
  return hits.map((hit) => ({
    url: hit.document.u + (hit.document.h ?? ''),
    title: hit.document.s ?? hit.document.t,
    text: SuggestionTemplate(hit),
  }));
}
