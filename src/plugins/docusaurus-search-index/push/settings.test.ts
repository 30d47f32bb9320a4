import {describe, expect, it} from 'vitest';
import {SETTINGS, toSynonyms} from './settings.ts';
import {toObjects, type AlgoliaObject} from './toObjects.ts';

const [OBJECT] = toObjects(
  [
    {
      tag: 'docs-default-current',
      version: 'current',
      language: 'zh-Hans',
      records: [
        {
          kind: 'page',
          path: '/docs/pods/creation',
          anchor: '',
          titles: [...'0123456'],
          content: '内容。',
          keywords: ['创建 Pod'],
          questions: ['Pod 怎样创建？'],
        },
      ],
    },
  ],
  'https://example.org',
);

/** Whether an object has an attribute, as `hierarchy.lvl1`. */
function hasAttribute(object: AlgoliaObject, attribute: string): boolean {
  const [name = '', level] = attribute.split('.');
  return name in object && (level === undefined || level in object.hierarchy);
}

/** `hierarchy.lvl1` of `unordered(hierarchy.lvl1)`, `content` of `content:40`. */
const getAttribute = (setting: string): string =>
  (/\((.+)\)/.exec(setting)?.[1] ?? setting).replace(/:\d+$/, '');

describe('SETTINGS', () => {
  it.each([
    ['attributesForFaceting', SETTINGS.attributesForFaceting],
    ['searchableAttributes', SETTINGS.searchableAttributes],
    ['attributesToRetrieve', SETTINGS.attributesToRetrieve],
    ['attributesToHighlight', SETTINGS.attributesToHighlight],
    ['attributesToSnippet', SETTINGS.attributesToSnippet],
    ['customRanking', SETTINGS.customRanking],
    ['camelCaseAttributes', SETTINGS.camelCaseAttributes],
    ['attributeForDistinct', [SETTINGS.attributeForDistinct]],
  ])('name only attributes that objects have: %s', (_, attributes) => {
    const unknown = attributes.filter((name) => !hasAttribute(OBJECT!, getAttribute(name)));
    expect(unknown).toEqual([]);
  });

  it('search all texts of an object', () => {
    const searched = SETTINGS.searchableAttributes.map(getAttribute);
    expect(searched).toEqual(
      expect.arrayContaining([
        ...Object.keys(OBJECT!.hierarchy).map((level) => `hierarchy.${level}`),
        'keywords',
        'questions',
        'content',
      ]),
    );
  });

  it('let everything be filtered that the dialog, the search page and the reader filter by', () => {
    expect(SETTINGS.attributesForFaceting).toEqual(
      expect.arrayContaining(['language', 'docusaurus_tag', 'kind']),
    );
  });

  it('return nothing that is not escaped or not needed', () => {
    expect(SETTINGS.attributesToRetrieve).not.toContain('keywords');
    expect(SETTINGS.attributesToHighlight).toEqual(['hierarchy', 'content']);
  });
});

describe('toSynonyms', () => {
  it('makes each group of the glossary a two-way synonym with an id of its own', () => {
    expect(
      toSynonyms([
        ['kubernetes', 'k8s'],
        ['pod', '容器组'],
      ]),
    ).toEqual([
      {objectID: 'glossary-1', type: 'synonym', synonyms: ['kubernetes', 'k8s']},
      {objectID: 'glossary-2', type: 'synonym', synonyms: ['pod', '容器组']},
    ]);
  });
});
