import {expose} from './expose.ts';

expose(async (query) => (await import('./easyopsPageSearch.ts')).search(query));
