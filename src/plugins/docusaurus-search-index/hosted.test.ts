import {describe, expect, it} from 'vitest';
import {createSearchConfig, readHostedSearch} from './hosted.ts';

const ENV = {ALGOLIA_APP_ID: 'APP', ALGOLIA_API_KEY: 'key', ALGOLIA_INDEX_NAME: 'kb'};

describe('readHostedSearch', () => {
  it('finds nothing where no variable is set', () => {
    expect(readHostedSearch({PATH: '/bin'})).toBeUndefined();
    expect(
      readHostedSearch({ALGOLIA_APP_ID: '', ALGOLIA_API_KEY: '', ALGOLIA_INDEX_NAME: ''}),
    ).toBeUndefined();
  });

  it('finds the hosted search where all are set', () => {
    expect(readHostedSearch({...ENV, PATH: '/bin'})).toEqual({
      appId: 'APP',
      apiKey: 'key',
      indexName: 'kb',
    });
  });

  it.each([
    ['ALGOLIA_APP_ID', {...ENV, ALGOLIA_APP_ID: undefined}],
    ['ALGOLIA_API_KEY', {...ENV, ALGOLIA_API_KEY: ''}],
    ['ALGOLIA_INDEX_NAME', {...ENV, ALGOLIA_INDEX_NAME: undefined}],
    ['ALGOLIA_API_KEY and ALGOLIA_INDEX_NAME', {ALGOLIA_APP_ID: 'APP'}],
  ])('stops where %s is missing, and says so without telling the key', (missing, env) => {
    const read = () => readHostedSearch(env);
    expect(read).toThrow(
      `Hosted search needs ALGOLIA_APP_ID, ALGOLIA_API_KEY, ALGOLIA_INDEX_NAME. Set ${missing}, too, or none of them for the embedded search.`,
    );
    expect(read).not.toThrow(/: key|=key|APP$/);
  });
});

describe('createSearchConfig', () => {
  it('hands the theme the hosted search', () => {
    const hosted = {appId: 'APP', apiKey: 'key', indexName: 'kb'};
    expect(createSearchConfig(hosted)).toMatchObject({...hosted, contextualSearch: true});
  });

  it('fills the fields that the theme wants without one, with an id that is no host', () => {
    const {appId, apiKey, indexName} = createSearchConfig(undefined);
    expect([appId, apiKey, indexName].every(Boolean)).toBe(true);
    expect(() => new URL(`https://${appId}-dsn.algolia.net`)).toThrow();
  });
});
