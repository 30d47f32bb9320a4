import {randomUUID} from 'node:crypto';
import {algoliasearch, type Algoliasearch, type SynonymHit} from 'algoliasearch';
import {SETTINGS} from './settings.ts';
import type {AlgoliaObject} from './toObjects.ts';

type ClientOptions = NonNullable<Parameters<typeof algoliasearch>[2]>;

/** Where to push. */
export type PushTarget = {
  readonly appId: string;
  readonly indexName: string;
  /** A key that may change the index. It is in no message. */
  readonly adminKey: string;
  /** Where Algolia is, in place of its own addresses: for tests. */
  readonly hosts?: ClientOptions['hosts'];
};

/** What to push: all that the index is to hold. */
export type PushContent = {
  readonly objects: readonly AlgoliaObject[];
  readonly synonyms: readonly SynonymHit[];
};

/** How often to ask whether a task is done, at most every five seconds: as often as the client does in `replaceAllObjects`. */
const MAX_CHECKS = 800;

/** What a push does, one after the other, as it stands in messages. */
const STEPS = {
  start: 'making a temporary index',
  settings: 'sending settings and synonyms',
  objects: 'sending the records',
  move: 'replacing the index',
  confirm: 'waiting until the index is replaced',
} as const;
type Step = keyof typeof STEPS;

/** What the client's errors have; it does not export their classes. */
type ClientError = Error & {
  /** HTTP's status. Algolia has refused the request. */
  readonly status?: number;
  /** Nobody has answered, or with a fault of the server, at all of Algolia's addresses. */
  readonly stackTrace?: readonly {response: {status: number; content: string}}[];
};

const isRefusal = (error: ClientError): boolean => error.status !== undefined;

/** What went wrong. How to mend it. */
function explain(error: ClientError): string {
  const message = error.message.replace(/\.$/, '');
  if (error.status === 401 || error.status === 403) {
    return `Algolia refused the key: ${message}. ALGOLIA_ADMIN_KEY must be the admin key of the application ALGOLIA_APP_ID, or a key with the rights addObject, deleteIndex and editSettings; a search key cannot push.`;
  }
  if (isRefusal(error)) {
    return `Algolia refused it with ${error.status}: ${message}. Mend what it names, and push again.`;
  }
  if (error.name === 'RetryError') {
    const last = error.stackTrace?.at(-1)?.response;
    const answer = last?.status ? `it answers ${last.status}` : last?.content;
    return `Algolia cannot be reached${answer ? `: ${answer}` : ''}. Check the network and ALGOLIA_APP_ID, and push again.`;
  }
  return `${message}.`;
}

/** What readers find after a push that failed. */
function describeState(step: Step, error: ClientError, indexName: string): string {
  const isAsked = step === 'confirm' || (step === 'move' && !isRefusal(error));
  return isAsked
    ? `Algolia had been asked to replace the index "${indexName}", and may have done so: it holds all of this push, or all that it held before. Push again to be sure.`
    : `The index "${indexName}" is untouched: it holds the records, settings and synonyms of before.`;
}

/** @returns whether the index is deleted */
async function deleteIndex(client: Algoliasearch, indexName: string): Promise<boolean> {
  try {
    await client.deleteIndex({indexName});
    return true;
  } catch {
    return false;
  }
}

/** The client's error is not its cause: that holds what was sent and answered. */
const createFailure = (message: string, adminKey: string): Error =>
  new Error(message.replaceAll(adminKey, '***'));

/**
 * Replaces all that an index in Algolia holds: records, settings and synonyms. Only its rules stay.
 *
 * Everything goes into a temporary index first, and the last request moves that over the live one. So the live index changes once,
 * and as a whole: a push that fails before leaves it untouched. The client's `replaceAllObjects` does not do this by itself on the
 * live index: it replaces records as a whole, but copies settings and synonyms from the index that it replaces, so that new ones
 * would reach the live index before the records, or after them, or not at all. Here it fills the temporary index.
 *
 * Settings go before the records, which are then indexed once, and because Algolia refuses wrong settings before much has been
 * sent. The temporary index begins as a copy of the live one's rules, which are made in Algolia's dashboard; a copy of an index
 * that does not exist is an empty one, so that a first push is like all others. Its name is another one in each push: two pushes at
 * the same time do not disturb each other, and the one that ends last stays. While it runs, a push takes two indexes more than the
 * live one.
 * @throws {Error} what failed, how to mend it, and what the live index holds now; the temporary index has been deleted, or is named
 */
export async function pushRecords(
  {objects, synonyms}: PushContent,
  {appId, adminKey, indexName, hosts}: PushTarget,
): Promise<void> {
  if (objects.length === 0) {
    throw new Error(
      `There are no records to push, and the index "${indexName}" would be empty. Run "npm run build" first.`,
    );
  }
  const client = algoliasearch(appId, adminKey, {...(hosts && {hosts})});
  const temporary = `${indexName}_push_${randomUUID().slice(0, 8)}`;
  const wait = (taskID: number): Promise<unknown> =>
    client.waitForTask({indexName: temporary, taskID, maxRetries: MAX_CHECKS});
  let step: Step = 'start';
  try {
    const copied = await client.operationIndex({
      indexName,
      operationIndexParams: {operation: 'copy', destination: temporary, scope: ['rules']},
    });
    step = 'settings';
    const set = await client.setSettings({indexName: temporary, indexSettings: SETTINGS});
    // All that it has: the temporary index begins without any.
    const saved = await client.saveSynonyms({indexName: temporary, synonymHit: [...synonyms]});
    for (const {taskID} of [copied, set, saved]) {
      await wait(taskID);
    }
    step = 'objects';
    await client.replaceAllObjects({
      indexName: temporary,
      objects: [...objects],
      maxRetries: MAX_CHECKS,
    });
    step = 'move';
    const moved = await client.operationIndex({
      indexName: temporary,
      operationIndexParams: {operation: 'move', destination: indexName},
    });
    step = 'confirm';
    await wait(moved.taskID);
  } catch (error) {
    const failure = error as ClientError;
    const lines = [
      `The push failed while ${STEPS[step]}. ${explain(failure)}`,
      describeState(step, failure, indexName),
    ];
    // Nothing has been made yet in the first step, and nothing is left over by the last one.
    if (step !== 'start' && step !== 'confirm' && !(await deleteIndex(client, temporary))) {
      lines.push(
        `The temporary index "${temporary}" could not be deleted. Delete it in Algolia's dashboard, with all whose names begin like that.`,
      );
    }
    throw createFailure(lines.join('\n'), adminKey);
  }
}
