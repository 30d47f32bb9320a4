import {liteClient} from '@search/algolia';
import type {Upstream} from './backend.ts';

/** Algolia's own client. */
export const createUpstream = (appId: string, apiKey: string): Upstream =>
  liteClient(appId, apiKey) as unknown as Upstream;
