import {exposePagefind} from './pagefindApi.ts';

exposePagefind({noWorker: false});
