import type {ThemeConfig} from '@docusaurus/preset-classic';

/** Where hosted Algolia is, and the key that may search there. */
export type HostedSearch = {
  readonly appId: string;
  readonly apiKey: string;
  readonly indexName: string;
};

/** What stands in the configuration of the theme while nothing is hosted: it wants the fields, and nobody reads them. */
const EMBEDDED: HostedSearch = {
  appId: 'embedded search',
  apiKey: 'embedded search',
  indexName: 'embedded',
};

const VARIABLES = {
  appId: 'ALGOLIA_APP_ID',
  apiKey: 'ALGOLIA_API_KEY',
  indexName: 'ALGOLIA_INDEX_NAME',
} as const;

/**
 * The hosted search that the environment names: ALGOLIA_APP_ID, ALGOLIA_API_KEY (the search-only key, it is published) and
 * ALGOLIA_INDEX_NAME.
 * @returns nothing if none of them is set: search is embedded
 * @throws {Error} if only some of them are set
 */
export function readHostedSearch(env: NodeJS.ProcessEnv): HostedSearch | undefined {
  const names = Object.values(VARIABLES);
  const missing = names.filter((name) => !env[name]);
  if (missing.length === names.length) {
    return undefined;
  }
  if (missing.length > 0) {
    throw new Error(
      `Hosted search needs ${names.join(', ')}. Set ${missing.join(' and ')}, too, or none of them for the embedded search.`,
    );
  }
  return {
    appId: env[VARIABLES.appId]!,
    apiKey: env[VARIABLES.apiKey]!,
    indexName: env[VARIABLES.indexName]!,
  };
}

/** How many hits the dialog asks for. */
const HITS_PER_PAGE = 15;

/** What a hit needs: DocSearch's own list lacks what the labels of hits say. */
const ATTRIBUTES = ['hierarchy', 'content', 'anchor', 'url', 'type', 'kind', 'docusaurus_tag'];

/** The configuration of theme-search-algolia. */
export function createSearchConfig(
  hosted: HostedSearch | undefined,
): NonNullable<ThemeConfig['algolia']> {
  return {
    ...(hosted ?? EMBEDDED),
    contextualSearch: true,
    searchPagePath: 'search',
    searchParameters: {hitsPerPage: HITS_PER_PAGE, attributesToRetrieve: ATTRIBUTES},
  };
}
