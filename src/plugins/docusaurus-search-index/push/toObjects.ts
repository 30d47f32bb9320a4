import {escapeHtml} from '../client/highlight.ts';
import type {HitKind} from '../engine/hitKinds.ts';
import type {RecordKind, RecordSet, SearchRecord} from '../records.ts';

/**
 * Algolia refuses larger records: 10 KB on its Build plan, in bytes of minified JSON, so that about 3,300 Chinese characters fit
 * (https://www.algolia.com/doc/guides/scaling/algolia-service-limits).
 */
export const RECORD_LIMIT = 10_000;
/** To what size objects are filled. The rest is for JSON that is written in another way than here. */
export const MAX_OBJECT_BYTES = 9_500;
/** An object without its text may leave no less than this for it. */
const MIN_CONTENT_BYTES = 1_000;

/** DocSearch has levels 0 to 6. */
const LEVELS = ['lvl0', 'lvl1', 'lvl2', 'lvl3', 'lvl4', 'lvl5', 'lvl6'] as const;
type Level = (typeof LEVELS)[number];

/**
 * What Algolia holds of a record, or of a part of one that is too large: DocSearch's fields, and what this site filters and ranks
 * by.
 */
export type AlgoliaObject = {
  /** Edition, path, anchor and part: the same in every push. */
  readonly objectID: string;
  /** With the origin, and with `#` and the anchor, if there is one. Parts of one record have the same. */
  readonly url: string;
  readonly url_without_anchor: string;
  readonly anchor: string | null;
  /** The level of the record's own title. */
  readonly type: Level;
  readonly kind: HitKind;
  /** As HTML. */
  readonly hierarchy: Readonly<Record<Level, string | null>>;
  /** As HTML. */
  readonly content: string | null;
  /** As HTML. */
  readonly keywords: readonly string[];
  /** As HTML. */
  readonly questions: readonly string[];
  readonly language: string;
  readonly lang: string;
  readonly version: string;
  readonly docusaurus_tag: string;
  /** What comes first of what matches equally well: pages, then their parts, then rows and steps. */
  readonly weight: number;
  /** Which part of its record this is, from 1. */
  readonly part: number;
};

/** What readers can filter by: to them, a page and its parts are of one kind. */
const HIT_KIND: Readonly<Record<RecordKind, HitKind>> = {
  page: 'page',
  section: 'page',
  row: 'row',
  step: 'step',
};
const WEIGHT: Readonly<Record<RecordKind, number>> = {page: 3, section: 2, row: 1, step: 1};

/** A larger number than any part has, to find out what an object takes without its text. */
const LAST_PART = 999;

/**
 * Text as HTML, since DocSearch and the search page insert what Algolia returns without escaping it, and since Algolia does not
 * search what looks like a tag
 * (https://www.algolia.com/doc/guides/sending-and-managing-data/prepare-your-data/in-depth/data-sanitization).
 *
 * Algolia's words are runs of letters and digits, and it knows no entities
 * (https://www.algolia.com/doc/guides/managing-results/optimize-search-results/handling-natural-languages-nlp/in-depth/tokenization).
 * So their names can be found and highlighted: `&quot;` would answer a search for `quota`, one letter away, and come back as
 * `&<mark>quot</mark>;`. Nobody searches for the code points.
 */
function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#x${character.charCodeAt(0).toString(16)};`);
}

/** The first level is the title of a group of hits, in which DocSearch resolves only the named entities. */
const escapeTitle = (title: string, level: number): string =>
  level === 0 ? escapeHtml(title) : escapeText(title);

const countBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** The size of an object, as Algolia counts it. */
export const getSize = (object: AlgoliaObject): number => countBytes(object);

/** The size of a text as HTML inside of JSON. It adds up: two texts take as much as one after the other. */
const getTextSize = (text: string): number => countBytes(escapeText(text)) - '""'.length;

/** Where a text may be cut, the best places first: after a sentence, after a word or clause. */
const CUTS = [/(?<=[。！？；])|(?<=[.!?;]\s)/u, /(?<=[\s，、：,:])/u];

/** Cuts a text into pieces that are no larger than `limit`, at the best places that do. Characters stay whole. */
function* cut(text: string, limit: number, cuts: readonly RegExp[] = CUTS): Generator<string> {
  const [best, ...others] = cuts;
  for (const piece of best ? text.split(best) : text) {
    if (best && getTextSize(piece) > limit) {
      yield* cut(piece, limit, others);
    } else {
      yield piece;
    }
  }
}

/**
 * Divides a text into parts of at most `limit` bytes as they are pushed: HTML in JSON. Together they are the text.
 * @returns at least one part
 */
export function splitContent(text: string, limit: number): string[] {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const piece of cut(text, limit)) {
    const pieceSize = getTextSize(piece);
    if (part && size + pieceSize > limit) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += piece;
    size += pieceSize;
  }
  return [...parts, part];
}

/** Titles by level. The record's own title is kept however deep it lies. */
function layOut(titles: readonly string[]): readonly string[] {
  const {length} = LEVELS;
  return titles.length > length ? [...titles.slice(0, length - 1), titles.at(-1)!] : titles;
}

function toParts(record: SearchRecord, set: RecordSet, siteUrl: string): AlgoliaObject[] {
  const {kind, path, anchor, keywords, questions} = record;
  const titles = layOut(record.titles);
  const address = siteUrl + path;
  const createPart = (content: string, part: number): AlgoliaObject => ({
    objectID: `${set.tag}:${path}#${anchor}:${part}`,
    url: anchor ? `${address}#${encodeURIComponent(anchor)}` : address,
    url_without_anchor: address,
    anchor: anchor || null,
    type: LEVELS[titles.length - 1]!,
    kind: HIT_KIND[kind],
    hierarchy: Object.fromEntries(
      LEVELS.map((level, i) => [level, titles[i] === undefined ? null : escapeTitle(titles[i], i)]),
    ) as Record<Level, string | null>,
    content: content ? escapeText(content) : null,
    keywords: keywords.map(escapeText),
    questions: questions.map(escapeText),
    language: set.language,
    lang: set.language,
    version: set.version,
    docusaurus_tag: set.tag,
    weight: WEIGHT[kind],
    part,
  });
  const room = MAX_OBJECT_BYTES - getSize(createPart('', LAST_PART));
  if (room < MIN_CONTENT_BYTES) {
    throw new Error(
      `${path}${anchor && `#${anchor}`}: Titles, keywords and questions take ${MAX_OBJECT_BYTES - room} of the ${MAX_OBJECT_BYTES} bytes of a record in Algolia, so that its text does not fit. Shorten them.`,
    );
  }
  return splitContent(record.content, room).map((content, i) => createPart(content, i + 1));
}

/** @throws {Error} with one line for each address that several records have: in Algolia, one would replace the other */
function checkAddresses(objects: readonly AlgoliaObject[]): void {
  const known = new Set<string>();
  const repeated = new Set<string>();
  for (const {objectID, docusaurus_tag: tag, url} of objects) {
    if (known.has(objectID)) {
      repeated.add(
        `${url}: Several records of ${tag} have this address. Give each heading, row and step of a page an id of its own.`,
      );
    }
    known.add(objectID);
  }
  if (repeated.size > 0) {
    throw new Error([...repeated].join('\n'));
  }
}

/**
 * The objects that Algolia gets, in the order of the records. A record that is too large for one becomes several.
 * @param siteUrl origin of the site, without a slash at its end
 * @throws {Error} if two records have the same address, or one leaves no room for its text
 */
export function toObjects(sets: readonly RecordSet[], siteUrl: string): AlgoliaObject[] {
  const objects = sets.flatMap((set) =>
    set.records.flatMap((record) => toParts(record, set, siteUrl)),
  );
  checkAddresses(objects);
  return objects;
}
