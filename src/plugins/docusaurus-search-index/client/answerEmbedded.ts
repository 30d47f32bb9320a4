import type {Answer} from './backend.ts';
import type {AlgoliaQuery} from './requests.ts';
import type {Engine} from './state.ts';

/** The engine and its adapter are a file of their own that is loaded with the first search. */
const loadEngine = () => import(/* webpackChunkName: "search-engine" */ './embedded.ts');

/** Loads engine and manifest before the reader has typed anything. */
export function warmUp(tag: string): void {
  loadEngine()
    .then((engine) => engine.warmUp(tag))
    .catch(() => undefined);
}

/**
 * Answers from the embedded index.
 * @param engine what the answer is called
 * @throws {Error} if engine or index cannot be loaded
 */
export async function answerEmbedded(
  queries: readonly AlgoliaQuery[],
  engine: Engine,
): Promise<Answer> {
  const {answerQueries} = await loadEngine();
  return {...(await answerQueries(queries)), engine};
}
