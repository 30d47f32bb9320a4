import type {Element, ElementContent, Nodes, Root} from 'hast';
import {fromHtml} from 'hast-util-from-html';
import {toString} from 'hast-util-to-string';
import {EXIT, SKIP, visit} from 'unist-util-visit';
import type {RecordKind, SearchRecord} from './records.ts';

/** What a built page says about itself in its head. */
export type PageMeta = {
  /** `docsearch:docusaurus_tag`: the edition. */
  readonly tag: string;
  readonly version: string;
  readonly language: string;
  readonly isIndexed: boolean;
};

/** What the front matter adds to a page's record. */
export type PageNames = Pick<SearchRecord, 'keywords' | 'questions'>;

/** Elements after which a word ends. */
const BLOCKS = new Set(
  'address article aside blockquote br caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section summary table tbody td th thead tr ul'.split(
    ' ',
  ),
);
/** Elements that are there to be used, not to be read. */
const CONTROLS = new Set([
  'button',
  'input',
  'nav',
  'noscript',
  'script',
  'select',
  'style',
  'svg',
]);
const CONTROL_ROLES = new Set(['group', 'status', 'toolbar']);

const isElement = (node: Nodes): node is Element => node.type === 'element';

function hasClass(element: Element, name: string): boolean {
  return Array.isArray(element.properties.className) && element.properties.className.includes(name);
}

function isControl(element: Element): boolean {
  return (
    CONTROLS.has(element.tagName) ||
    CONTROL_ROLES.has(String(element.properties.role)) ||
    hasClass(element, 'hash-link')
  );
}

/** Text in one line: white space, zero-width spaces and soft hyphens folded. */
function tidy(text: string): string {
  return text
    .replace(/[\u200b\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text of a node as it is read, without controls; blocks and lines of code are divided by spaces. */
function getText(node: Nodes): string {
  let text = '';
  const add = (current: Nodes): void => {
    if (current.type === 'text') {
      text += current.value;
    } else if (isElement(current)) {
      if (!isControl(current)) {
        current.children.forEach(add);
        text += BLOCKS.has(current.tagName) ? ' ' : '';
      }
    } else if ('children' in current) {
      current.children.forEach(add);
    }
  };
  add(node);
  return tidy(text);
}

function find(node: Nodes, matches: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(node, 'element', (element) => {
    if (matches(element)) {
      found = element;
      return EXIT;
    }
    return undefined;
  });
  return found;
}

function findAll(node: Nodes, matches: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(node, 'element', (element) => {
    if (matches(element)) {
      found.push(element);
      return SKIP;
    }
    return undefined;
  });
  return found;
}

const hasTag =
  (...names: readonly string[]) =>
  ({tagName}: Element): boolean =>
    names.includes(tagName);

/** What a built page says in its `<meta>` about itself. */
export function readMeta(html: string): PageMeta {
  const head = fromHtml(html.slice(0, html.indexOf('</head>')));
  const values = new Map<string, string>();
  visit(head, 'element', ({tagName, properties}) => {
    if (tagName === 'meta') {
      values.set(String(properties.name ?? properties.property), String(properties.content));
    }
  });
  return {
    tag: values.get('docsearch:docusaurus_tag') ?? 'default',
    version: values.get('docsearch:version') ?? '',
    language: values.get('docsearch:language') ?? '',
    isIndexed: !/noindex/.test(values.get('robots') ?? ''),
  };
}

/** The part of a built page that is about its subject. The sidebar is most of a page, and the same on all. */
function parseArticle(html: string): Root {
  const start = html.indexOf('<main');
  const end = html.lastIndexOf('</main>');
  return fromHtml(start >= 0 && end > start ? html.slice(start, end) : '', {fragment: true});
}

/** Where the walk through a page is: the record to which text belongs. */
type OpenRecord = {kind: RecordKind; anchor: string; titles: string[]; texts: string[]};

/** Walks through a page in reading order and gathers its records. */
class Extractor {
  readonly records: OpenRecord[] = [];
  readonly #sidebarSection: string;
  /** Titles of the headings around the place, by level. */
  #titles: (string | undefined)[] = [];
  #current: OpenRecord | undefined;

  constructor(sidebarSection: string) {
    this.#sidebarSection = sidebarSection;
  }

  walk(nodes: readonly Nodes[]): void {
    nodes.forEach((node) => {
      if (node.type === 'text') {
        this.#addText(node.value);
      } else if (isElement(node) && !isControl(node)) {
        this.#visitElement(node);
      }
    });
  }

  #open(kind: RecordKind, anchor: string, titles: string[]): OpenRecord {
    const record = {kind, anchor, titles, texts: []};
    this.records.push(record);
    return record;
  }

  #addText(text: string): void {
    const tidied = tidy(text);
    if (tidied) {
      this.#current?.texts.push(tidied);
    }
  }

  #getTitles(): string[] {
    return [this.#sidebarSection, ...this.#titles.filter((title) => title !== undefined)];
  }

  #visitElement(element: Element): void {
    const heading = /^h([1-6])$/.exec(element.tagName);
    if (heading) {
      const level = Number(heading[1]);
      this.#titles = this.#titles.slice(0, level);
      this.#titles[level] = getText(element);
      const anchor = level === 1 ? '' : String(element.properties.id ?? '');
      this.#current = this.#open(level === 1 ? 'page' : 'section', anchor, this.#getTitles());
    } else if (element.tagName === 'table' && find(element, isRow)) {
      this.#visitTable(element);
    } else if (element.tagName === 'figure') {
      this.#visitFigure(element);
    } else if (element.tagName === 'li' && /-step-\d+$/.test(String(element.properties.id ?? ''))) {
      this.#visitStep(element);
    } else if (
      find(element, hasTag('h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'figure')) ||
      isSteps(element)
    ) {
      this.walk(element.children);
    } else {
      this.#addText(getText(element));
    }
  }

  /** A row is a record: its name, and each of its cells behind the name of the column. */
  #visitTable(table: Element): void {
    this.#addText(findAll(table, hasTag('caption')).map(getText).join(' '));
    for (const row of findAll(table, isRow)) {
      const name = findAll(row, hasTag('th')).map(getText).join(' ');
      const cells = findAll(row, hasTag('td')).map((cell) => {
        const value = find(cell, ({properties}) => 'dataValue' in properties) ?? cell;
        return `${String(cell.properties.dataLabel ?? '')}：${getText(value)}`;
      });
      const record = this.#open('row', String(row.properties.id), [...this.#getTitles(), name]);
      record.texts.push(cells.join('；'));
    }
  }

  /** Caption and description of a diagram, and the labels of one that has no steps to say them. Other figures are text. */
  #visitFigure(figure: Element): void {
    // The other pictures are those on the buttons.
    const drawing = find(figure, ({properties}) => properties.role === 'img');
    const description = find(
      figure,
      ({tagName, properties}) => tagName === 'p' && Boolean(properties.hidden),
    );
    if (!drawing || !description) {
      this.#addText(getText(figure));
      return;
    }
    const caption = find(figure, hasTag('figcaption'));
    this.#addText(`${caption ? getText(caption) : ''} ${toString(description)}`);
    if (!find(drawing, ({properties}) => 'dataStep' in properties)) {
      this.#addText(findAll(drawing, hasTag('text')).map(toString).join(' '));
    }
  }

  /** A step of a sequence diagram is a record: who says what to whom, and the explanation. */
  #visitStep(step: Element): void {
    const body = find(step, hasTag('div'));
    const [head, ...explanation] = (body?.children ?? []).filter(isElement);
    const [route, ...branches] = (head?.children ?? []).filter(isElement).map(getText).reverse();
    const record = this.#open('step', String(step.properties.id), [
      ...this.#getTitles(),
      route ?? '',
    ]);
    record.texts.push(...branches, ...explanation.map((part: ElementContent) => getText(part)));
  }
}

const isRow = ({tagName, properties}: Element): boolean =>
  tagName === 'tr' && Boolean(properties.id);
const isSteps = (element: Element): boolean =>
  element.tagName === 'ol' &&
  element.children.some(
    (child) => isElement(child) && /-step-\d+$/.test(String(child.properties.id ?? '')),
  );

/**
 * The records of a built page.
 * @param html the page as Docusaurus built it
 * @param path of the page, with the base URL
 * @param names other names and questions from the front matter
 * @returns nothing if the page has no heading of the first level
 */
export function extractRecords(html: string, path: string, names: PageNames): SearchRecord[] {
  const main = parseArticle(html);
  const crumbs = findAll(main, (element) => hasClass(element, 'breadcrumbs__link'))
    .map(getText)
    .filter(Boolean);
  const root = find(main, hasTag('article')) ?? main;
  const title = find(main, hasTag('h1'));
  if (!title) {
    return [];
  }
  const extractor = new Extractor(crumbs[0] ?? getText(title));
  const isSectionIndex = !findAll(main, (element) => hasClass(element, 'theme-doc-markdown'))
    .length;
  if (isSectionIndex) {
    // A section's index: its title and description. What it lists has records of its own.
    extractor.walk(findAll(main, hasTag('header')));
  } else {
    extractor.walk(root.children);
  }
  return extractor.records.map(({texts, ...record}) => ({
    ...record,
    path,
    content: tidy(texts.join(' ')),
    ...(record.kind === 'page' ? names : {keywords: [], questions: []}),
  }));
}
