import type {AlgoliaQuery} from '../client/requests.ts';
import type {FakeIndex, FakeObject} from './fakeAlgolia.ts';

const DEFAULT_HITS = 20;

/** The value of `hierarchy.lvl1` in an object. */
function getValue(object: object, attribute: string): unknown {
  return attribute
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], object);
}

/** The texts in a value, however deep. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

/** `hierarchy.lvl1` of `unordered(hierarchy.lvl1)`. */
const getAttribute = (setting: string): string => /\((.+)\)/.exec(setting)?.[1] ?? setting;

/** Words are runs of letters and digits, so that the names of entities are words, too. */
const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const SEGMENTER = new Intl.Segmenter('zh', {granularity: 'word'});

/** The words of a query; Chinese is divided by a dictionary. */
const listWords = (query: string): string[] =>
  (query.toLowerCase().match(WORD) ?? []).flatMap((run) =>
    Array.from(SEGMENTER.segment(run), ({segment}) => segment),
  );

/** A pattern for any of the names of a word; Latin ones at the beginning of a word only. */
function createPattern(names: readonly string[]): RegExp {
  const sources = names.map((name) => {
    const escaped = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    return /\p{Script=Han}/u.test(name) ? escaped : `(?<![\\p{L}\\p{N}])${escaped}`;
  });
  return new RegExp(sources.join('|'), 'giu');
}

/** The words of a query, each as a pattern for its synonyms, too. */
function listPatterns(query: string, {synonyms}: FakeIndex): {word: string; pattern: RegExp}[] {
  const groups = [...synonyms.values()].map((group) => group.synonyms ?? []);
  return listWords(query).map((word) => ({
    word,
    pattern: createPattern([word, ...groups.filter((group) => group.includes(word)).flat()]),
  }));
}

/** Whether all facet filters hold. An attribute that is not declared for faceting has no values. */
function isAllowed(object: FakeObject, facetFilters: unknown, facets: readonly string[]): boolean {
  const groups = Array.isArray(facetFilters) ? (facetFilters as unknown[]) : [];
  return groups.every((group) =>
    [group].flat().some((filter) => {
      const [, attribute, value] = /^([^:]+):(.*)$/s.exec(String(filter)) ?? [];
      return facets.includes(attribute!) && String(getValue(object, attribute!)) === value;
    }),
  );
}

/** Orders by `desc(weight)` and the like. */
function compareCustom(a: FakeObject, b: FakeObject, ranking: readonly string[]): number {
  for (const criterion of ranking) {
    const attribute = getAttribute(criterion);
    const difference = Number(getValue(a, attribute)) - Number(getValue(b, attribute));
    if (difference !== 0) {
      return criterion.startsWith('desc') ? -difference : difference;
    }
  }
  return 0;
}

type Match = {readonly object: FakeObject; readonly words: number; readonly attribute: number};

/** Matches, best first: by the number of words, by the attribute, by the custom ranking; one of each group. */
function findMatches(index: FakeIndex, query: AlgoliaQuery): FakeObject[] {
  const {settings} = index;
  const {searchableAttributes = [], attributesForFaceting = [], customRanking = []} = settings;
  const patterns = listPatterns(query.query ?? '', index);
  const matches = [...index.objects.values()]
    .filter((object) => isAllowed(object, query.facetFilters, attributesForFaceting))
    .map((object): Match => {
      const texts = searchableAttributes.map((attribute) =>
        listTexts(getValue(object, getAttribute(attribute))).join('\n'),
      );
      const places = patterns
        .map(({pattern}) => texts.findIndex((text) => text.search(pattern) >= 0))
        .filter((place) => place >= 0);
      return {object, words: places.length, attribute: Math.min(...places)};
    });
  const isWhole = ({words}: Match): boolean => words === patterns.length;
  const isOptional = settings.removeWordsIfNoResults === 'allOptional' && !matches.some(isWhole);
  const found = matches.filter((match) => isWhole(match) || (isOptional && match.words > 0));
  found.sort(
    (a, b) =>
      b.words - a.words ||
      a.attribute - b.attribute ||
      compareCustom(a.object, b.object, customRanking),
  );
  const group = settings.distinct ? settings.attributeForDistinct : undefined;
  const known = new Set<unknown>();
  return found
    .map(({object}) => object)
    .filter((object) => {
      const value = getValue(object, group ?? 'objectID');
      const isFirst = !known.has(value);
      known.add(value);
      return isFirst;
    });
}

/** A copy of a value with its texts changed; what is null is left out, as Algolia does. */
function mapTexts(value: unknown, change: (text: string) => object): unknown {
  if (typeof value === 'string') {
    return change(value);
  }
  const entries = Object.entries(value ?? {}).filter(([, part]) => part !== null);
  return Object.fromEntries(entries.map(([key, part]) => [key, mapTexts(part, change)]));
}

function setValue(target: Record<string, unknown>, attribute: string, value: unknown): void {
  const keys = attribute.split('.');
  const last = keys.pop()!;
  const parent = keys.reduce<Record<string, unknown>>(
    (object, key) => (object[key] ??= {}) as Record<string, unknown>,
    target,
  );
  parent[last] = value;
}

/** The attributes of an object that a list names. */
function pick(
  object: FakeObject,
  attributes: readonly string[],
  change: (value: unknown, attribute: string) => unknown = (value) => value,
): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const attribute of attributes) {
    const value = getValue(object, attribute);
    if (value !== undefined && value !== null) {
      setValue(picked, attribute, change(value, attribute));
    }
  }
  return picked;
}

/** `length` words of a text around the first match; a Han character is a word, an entity is not cut. */
function cutSnippet(
  text: string,
  patterns: readonly RegExp[],
  length: number,
  dots: string,
): string {
  const words =
    text.match(
      /(?:&#?\w+;|[^\p{L}\p{N}&]|&)*(?:\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+|$)/gu,
    ) ?? [];
  const starts = patterns.map((pattern) => text.search(pattern)).filter((start) => start >= 0);
  const first = Math.min(...starts, text.length);
  let at = 0;
  const word = words.findIndex((part) => (at += part.length) > first);
  const start = Math.max(0, Math.min(word - 2, words.length - length));
  const end = start + length;
  return `${start > 0 ? dots : ''}${words.slice(start, end).join('')}${end < words.length ? dots : ''}`;
}

const asList = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.map(String) : undefined;

function toHit(object: FakeObject, index: FakeIndex, query: AlgoliaQuery): object {
  const {settings} = index;
  const setting = (name: 'highlightPreTag' | 'highlightPostTag' | 'snippetEllipsisText'): string =>
    query[name] ?? settings[name] ?? '';
  const patterns = listPatterns(query.query ?? '', index);
  const mark = (text: string): object => {
    const any = new RegExp(patterns.map(({pattern}) => pattern.source).join('|') || '(?!)', 'giu');
    const words = patterns.filter(({pattern}) => text.search(pattern) >= 0);
    return {
      value: text.replace(
        any,
        (found) => setting('highlightPreTag') + found + setting('highlightPostTag'),
      ),
      matchLevel: words.length === 0 ? 'none' : words.length < patterns.length ? 'partial' : 'full',
      matchedWords: words.map(({word}) => word),
    };
  };
  const highlighted = asList(query.attributesToHighlight) ?? settings.attributesToHighlight ?? [];
  const snippets = asList(query.attributesToSnippet) ?? settings.attributesToSnippet ?? [];
  const lengths = new Map(
    snippets.map((attribute) => {
      const [name = '', length = '10'] = attribute.split(':');
      return [name, Number(length)];
    }),
  );
  const cut = (text: string, attribute: string): object =>
    mark(
      cutSnippet(
        text,
        patterns.map(({pattern}) => pattern),
        lengths.get(attribute)!,
        setting('snippetEllipsisText'),
      ),
    );
  const retrieved = asList(query.attributesToRetrieve) ?? settings.attributesToRetrieve ?? ['*'];
  return {
    ...(retrieved.includes('*') ? object : pick(object, retrieved)),
    objectID: object.objectID,
    _highlightResult: pick(object, highlighted, (value) => mapTexts(value, mark)),
    _snippetResult: pick(object, [...lengths.keys()], (value, attribute) =>
      mapTexts(value, (text) => cut(text, attribute)),
    ),
  };
}

/** How many objects have each value of the facets that a query asks for. */
function countFacets(found: readonly FakeObject[], index: FakeIndex, query: AlgoliaQuery): object {
  const declared = index.settings.attributesForFaceting ?? [];
  const wanted = [query.facets ?? []].flat().flatMap((name) => (name === '*' ? declared : [name]));
  return Object.fromEntries(
    wanted
      .filter((name) => declared.includes(name))
      .map((name) => {
        const counts: Record<string, number> = {};
        for (const object of found) {
          const value = String(getValue(object, name));
          counts[value] = (counts[value] ?? 0) + 1;
        }
        return [name, counts];
      }),
  );
}

/**
 * Answers a query from an index of the fake, by its settings: a stand-in for Algolia in tests, which finds whole words and
 * beginnings of words, and knows no typos.
 */
export function searchFake(index: FakeIndex, query: AlgoliaQuery): object {
  const {page = 0, hitsPerPage = DEFAULT_HITS} = query;
  const found = findMatches(index, query);
  return {
    index: query.indexName,
    query: query.query ?? '',
    hits: found
      .slice(page * hitsPerPage, (page + 1) * hitsPerPage)
      .map((object) => toHit(object, index, query)),
    nbHits: found.length,
    page,
    nbPages: hitsPerPage > 0 ? Math.ceil(found.length / hitsPerPage) : 0,
    hitsPerPage,
    facets: countFacets(found, index, query),
    params: '',
    exhaustiveNbHits: true,
    processingTimeMS: 1,
  };
}
