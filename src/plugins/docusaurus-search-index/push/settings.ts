import type {IndexSettings, SynonymHit} from 'algoliasearch';

/**
 * The settings of the index in Algolia, all that are not its defaults. A push replaces the settings of the index as a whole: what
 * is changed in Algolia's dashboard is gone after the next one.
 *
 * They follow those of DocSearch's own indexes (https://docsearch.algolia.com/docs/templates) where no reason is given.
 */
export const SETTINGS = {
  // What the dialog, the search page and the reader's own filters filter by.
  attributesForFaceting: ['type', 'lang', 'language', 'version', 'docusaurus_tag', 'kind'],
  // A match further up ranks higher; where it stands in a title does not matter. The section of the sidebar says least.
  searchableAttributes: [
    'unordered(hierarchy.lvl1)',
    'unordered(keywords)',
    'unordered(hierarchy.lvl2)',
    'unordered(hierarchy.lvl3)',
    'unordered(hierarchy.lvl4)',
    'unordered(hierarchy.lvl5)',
    'unordered(hierarchy.lvl6)',
    'unordered(questions)',
    'content',
    'unordered(hierarchy.lvl0)',
  ],
  // `kind` and `docusaurus_tag` are for the labels of hits. Keywords and questions are only searched.
  attributesToRetrieve: [
    'hierarchy',
    'content',
    'anchor',
    'url',
    'url_without_anchor',
    'type',
    'kind',
    'language',
    'version',
    'docusaurus_tag',
  ],
  attributesToHighlight: ['hierarchy', 'content'],
  attributesToSnippet: ['content:40'],
  // The search page looks for this class, names no tags of its own, and puts an ellipsis behind every snippet.
  highlightPreTag: '<span class="algolia-docsearch-suggestion--highlight">',
  highlightPostTag: '</span>',
  snippetEllipsisText: '',
  // Parts of one record are one hit.
  distinct: true,
  attributeForDistinct: 'url',
  // What has more words of the query comes first, since not all of them must match.
  ranking: ['words', 'filters', 'typo', 'attribute', 'proximity', 'exact', 'custom'],
  customRanking: ['desc(weight)', 'asc(part)'],
  attributeCriteriaComputedByMinProximity: true,
  // The first language divides Chinese into words.
  indexLanguages: ['zh', 'en'],
  queryLanguages: ['zh', 'en'],
  ignorePlurals: ['en'],
  camelCaseAttributes: ['hierarchy', 'keywords', 'content'],
  minWordSizefor1Typo: 4,
  minWordSizefor2Typos: 8,
  // Versions and ports that differ by a digit are others.
  allowTyposOnNumericTokens: false,
  // A question has words that its answer has not.
  removeWordsIfNoResults: 'allOptional',
  // Quotes keep words together; `-w` is an option of a command, not a word to leave out.
  advancedSyntax: true,
  advancedSyntaxFeatures: ['exactPhrase'],
} satisfies IndexSettings;

/** The glossary as Algolia's synonyms: whoever types one name of a group finds all of them. */
export function toSynonyms(glossary: readonly (readonly string[])[]): SynonymHit[] {
  return glossary.map((names, i) => ({
    objectID: `glossary-${i + 1}`,
    type: 'synonym',
    synonyms: [...names],
  }));
}
