/** What a record stands for: a page, a part of it below a heading, a row of a table, a step of a sequence diagram. */
export const RECORD_KINDS = ['page', 'section', 'row', 'step'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** One thing that can be found, with an address of its own. */
export type SearchRecord = {
  readonly kind: RecordKind;
  /** Path of the page, with the base URL and without the origin: `/docs/mysql/replication`. */
  readonly path: string;
  /** Id on the page, as it stands after `#`; empty for the page itself. */
  readonly anchor: string;
  /**
   * Titles from the outside in, as DocSearch's levels: section of the sidebar, page, headings, and the name of the row or
   * step. At least two; the last one is the record's own. The index of a section has its name twice.
   */
  readonly titles: readonly string[];
  /** Plain text in one line. */
  readonly content: string;
  /** Other names readers search by, from the front matter. Only for a page. */
  readonly keywords: readonly string[];
  /** Questions that the page answers, from the front matter. Only for a page. */
  readonly questions: readonly string[];
};

/** The records of one edition in one language, in the order of their pages. */
export type RecordSet = {
  /** Docusaurus' tag of the edition: `docs-default-current`, `docs-default-2022`. */
  readonly tag: string;
  /** Name of the version as Docusaurus has it: `current`, `2022`. */
  readonly version: string;
  /** Language of the pages: `zh-Hans`. */
  readonly language: string;
  readonly records: readonly SearchRecord[];
};
