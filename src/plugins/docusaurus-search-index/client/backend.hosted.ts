import {answerEmbedded} from './answerEmbedded.ts';
import type {Answer, Backend, Upstream} from './backend.ts';
import type {AlgoliaQuery} from './requests.ts';

/** How long the hosted service has for an answer. */
const TIMEOUT_MS = 2000;
/** How long it is not asked again after it failed, so that not every letter waits for it. */
const PAUSE_MS = 60_000;

let failureTime = -Infinity;

export const isHosted: Backend['isHosted'] = true;

function rejectLater(ms: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`The hosted search did not answer in ${ms} ms.`)), ms);
  });
}

/** What the service marked in its answer: Algolia names the words. */
function readMarks(results: readonly unknown[]): string[] {
  const words = new Set<string>();
  JSON.stringify(results, (key, value: unknown) => {
    if (key === 'matchedWords' && Array.isArray(value)) {
      value.forEach((word) => words.add(String(word)));
    }
    return value;
  });
  return [...words].sort((a, b) => b.length - a.length);
}

async function askUpstream(queries: readonly AlgoliaQuery[], upstream: Upstream): Promise<Answer> {
  const {results} = await Promise.race([
    upstream.search({requests: queries}),
    rejectLater(TIMEOUT_MS),
  ]);
  return {results, engine: 'hosted', marks: readMarks(results)};
}

/** The hosted service answers; if it does not in time, refuses or is blocked, the embedded index does. */
export const answer: Backend['answer'] = async (queries, upstream) => {
  if (upstream && performance.now() - failureTime > PAUSE_MS) {
    try {
      return await askUpstream(queries, upstream);
    } catch {
      failureTime = performance.now();
    }
  }
  return answerEmbedded(queries, 'fallback');
};
