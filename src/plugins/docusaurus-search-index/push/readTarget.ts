import type {PushTarget} from './pushRecords.ts';

const VARIABLES = {
  appId: 'ALGOLIA_APP_ID',
  indexName: 'ALGOLIA_INDEX_NAME',
  adminKey: 'ALGOLIA_ADMIN_KEY',
} as const satisfies Record<keyof Omit<PushTarget, 'hosts'>, string>;

/**
 * The index that the environment names: ALGOLIA_APP_ID and ALGOLIA_INDEX_NAME, as for the build, and ALGOLIA_ADMIN_KEY, which only
 * a push reads: it may change everything, and must not reach a built site.
 * @throws {Error} naming all variables that are not set, or one that cannot be right
 */
export function readTarget(env: NodeJS.ProcessEnv): PushTarget {
  const missing = Object.values(VARIABLES).filter((name) => !env[name]);
  if (missing.length > 0) {
    throw new Error(
      `A push needs ${missing.join(', ')}. Set ${missing.length > 1 ? 'them' : 'it'}, or use --dry-run to see what would be sent.`,
    );
  }
  // As with a line break at its end, from a file: it could not be sent, and the client would not say why.
  const broken = [VARIABLES.appId, VARIABLES.adminKey].filter(
    (name) => !/^[!-~]+$/.test(env[name]!),
  );
  if (broken.length > 0) {
    throw new Error(
      `${broken.join(', ')}: This has a space, a line break or another character that is in no ID or key of Algolia. Copy it again.`,
    );
  }
  return {
    appId: env[VARIABLES.appId]!,
    indexName: env[VARIABLES.indexName]!,
    adminKey: env[VARIABLES.adminKey]!,
  };
}
