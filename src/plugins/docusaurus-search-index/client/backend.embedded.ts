import {answerEmbedded} from './answerEmbedded.ts';
import type {Backend} from './backend.ts';
import './embedded.css';

/** Without a hosted service, the embedded index answers everything. */
export const isHosted: Backend['isHosted'] = false;

export const answer: Backend['answer'] = (queries) => answerEmbedded(queries, 'embedded');
