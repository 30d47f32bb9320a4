import {expose} from './expose.ts';

expose(async (query) => (await import('./easyopsWorkerSearch.ts')).search(query));
