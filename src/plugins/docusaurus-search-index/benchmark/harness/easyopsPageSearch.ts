import {SearchWorker} from '@easyops-cn/docusaurus-search-local/dist/client/client/theme/worker.js';
import type {HarnessHit} from './expose.ts';
import {HITS, presentHits} from './easyopsHits.ts';

const worker = new SearchWorker();

/** Searches with the code of the plugin's worker, but in the page. */
export async function search(query: string): Promise<HarnessHit[]> {
  return presentHits(await worker.search('/easyops/', '', query, HITS));
}
