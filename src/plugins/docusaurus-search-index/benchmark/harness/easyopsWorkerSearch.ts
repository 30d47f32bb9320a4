import {searchByWorker} from '@easyops-cn/docusaurus-search-local/dist/client/client/theme/searchByWorker.js';
import type {HarnessHit} from './expose.ts';
import {HITS, presentHits} from './easyopsHits.ts';

/** Searches with the plugin's worker. */
export async function search(query: string): Promise<HarnessHit[]> {
  return presentHits(await searchByWorker('/easyops/', '', query, HITS));
}
