import {answerEmbedded} from './answerEmbedded.ts';
import type {Answer, Backend, Upstream} from './backend.ts';
import type {AlgoliaQuery} from './requests.ts';

/** How long the hosted service has for an answer. */
const TIMEOUT_MS = 2000;
/** How long it is not asked again after it failed, so that not every letter waits for it. */
const PAUSE_MS = 60_000;

let failureTime = -Infinity;
/** What the requests that wait for an answer do when another one fails. */
const waiting = new Set<(reason: unknown) => void>();

export const isHosted: Backend['isHosted'] = true;

type Results = {results: unknown[]};

/** A promise and what settles it; only the first call counts. */
function createDeferred(): {
  promise: Promise<Results>;
  resolve: (value: Results) => void;
  reject: (reason: unknown) => void;
} {
  let resolve!: (value: Results) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<Results>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return {promise, resolve, reject};
}

function declareFailure(): void {
  failureTime = performance.now();
  waiting.forEach((giveUp) => giveUp(new Error('The hosted search failed.')));
  waiting.clear();
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

/** @throws {Error} if the service does not answer in time, or another request failed in the meantime */
async function askUpstream(queries: readonly AlgoliaQuery[], upstream: Upstream): Promise<Answer> {
  const {promise, resolve, reject} = createDeferred();
  waiting.add(reject);
  const timer = setTimeout(
    () => reject(new Error(`The hosted search did not answer in ${TIMEOUT_MS} ms.`)),
    TIMEOUT_MS,
  );
  upstream.search({requests: queries}).then(resolve, reject);
  try {
    const {results} = await promise;
    return {results, engine: 'hosted', marks: readMarks(results)};
  } finally {
    clearTimeout(timer);
    waiting.delete(reject);
  }
}

/** The hosted service answers; if it does not in time, refuses or is blocked, the embedded index does. */
export const answer: Backend['answer'] = async (queries, upstream) => {
  if (upstream && performance.now() - failureTime > PAUSE_MS) {
    try {
      return await askUpstream(queries, upstream);
    } catch {
      declareFailure();
    }
  }
  return answerEmbedded(queries, 'fallback');
};
