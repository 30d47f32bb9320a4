import {pushRecords, type PushContent, type PushTarget} from './pushRecords.ts';
import {readSavedRecords} from './readSavedRecords.ts';
import {readTarget} from './readTarget.ts';
import {toSynonyms} from './settings.ts';
import {getSize, RECORD_LIMIT, toObjects} from './toObjects.ts';

const USAGE = 'Use: npm run search:push, or npm run search:push -- --dry-run';

/** What the command has been given. */
export type PushCommand = {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Docusaurus' folder for what it generates, `.docusaurus`. */
  readonly generatedFilesDir: string;
  /** Gets each line that the command has to say. */
  readonly print: (line: string) => void;
  readonly hosts?: PushTarget['hosts'];
};

/** @throws {Error} if there is an argument that the command does not know */
function isDryRun(args: readonly string[], env: NodeJS.ProcessEnv): boolean {
  const unknown = args.filter((arg) => arg !== '--dry-run');
  if (unknown.length > 0) {
    throw new Error(`Unknown argument: ${unknown.join(' ')}. ${USAGE}`);
  }
  // npm keeps an option for itself that does not stand behind "--"; who forgets that must not push.
  return args.includes('--dry-run') || env.npm_config_dry_run === 'true';
}

function countBy<Item>(items: readonly Item[], getKey: (item: Item) => string): [string, number][] {
  const counts = new Map<string, number>();
  items.forEach((item) => counts.set(getKey(item), (counts.get(getKey(item)) ?? 0) + 1));
  return [...counts];
}

/** What a push sends, line by line: objects of each edition by kind, the largest one, synonyms. */
function describeContent({objects, synonyms}: PushContent, siteUrl: string): string[] {
  const getEdition = ({docusaurus_tag: tag, language}: (typeof objects)[number]): string =>
    `${tag} (${language})`;
  const editions = countBy(objects, getEdition).map(([edition, count]) => {
    const kinds = countBy(
      objects.filter((object) => getEdition(object) === edition),
      ({kind}) => kind,
    );
    return `Objects of ${edition}: ${count} (${kinds.map(([kind, n]) => `${n} ${kind}`).join(', ')})`;
  });
  const largest = objects.reduce((a, b) => (getSize(b) > getSize(a) ? b : a));
  return [
    ...editions,
    `Largest object: ${getSize(largest)} bytes of at most ${RECORD_LIMIT}: ${largest.objectID}`,
    `Synonyms: ${synonyms.length}`,
    `Addresses begin with: ${siteUrl}`,
  ];
}

/**
 * `npm run search:push`: sends the records of the last build and the glossary to Algolia. With `--dry-run` it only says what it
 * would send, for which it needs no key.
 * @throws {Error} if an argument is unknown, a variable or the records are missing, or the push fails
 */
export async function runPush({
  args,
  env,
  generatedFilesDir,
  print,
  hosts,
}: PushCommand): Promise<void> {
  const target = isDryRun(args, env) ? undefined : {...readTarget(env), ...(hosts && {hosts})};
  const {siteUrl, sets, glossary} = readSavedRecords(generatedFilesDir);
  const content = {objects: toObjects(sets, siteUrl), synonyms: toSynonyms(glossary)};
  describeContent(content, siteUrl).forEach((line) => print(line));
  if (!target) {
    print('Nothing was sent: this was a dry run.');
    return;
  }
  await pushRecords(content, target);
  print(`The index "${target.indexName}" now holds this, and nothing else.`);
}
