import type {SearchRecord} from '../records.ts';
import {createHanCoiner, createLatinCoiner, Lexicon} from './lexicon.ts';
import {Random} from './random.ts';
import {isHan, isLatin, isWord, splitClauses, splitWords} from './splitWords.ts';

const SEED = 20261125;

/** A word that is on this part of the real pages or more is not about any subject: it stays. */
const COMMON = 0.34;
/** How many of the words about a subject stay on a page that is about another one. */
const KEPT = 0.04;
/** How many clauses are taken from another real page. */
const FOREIGN_CLAUSES = 0.35;
/** How many numbers are changed. */
const NEW_NUMBERS = 0.2;
/** How the vocabulary grows, see `Lexicon`. */
const HAN_GROWTH = 0.45;
const LATIN_GROWTH = 0.45;
/** How often a page is written anew if it has turned out like another one. */
const MAX_ATTEMPTS = 100;
/** A section of the sidebar has one page that lists the others. */
const PAGES_PER_SECTION = 20;

const DIGITS = [...'0123456789'];

type Page = readonly SearchRecord[];

function groupByPage(records: readonly SearchRecord[]): Page[] {
  const pages = new Map<string, SearchRecord[]>();
  for (const record of records) {
    pages.set(record.path, [...(pages.get(record.path) ?? []), record]);
  }
  return [...pages.values()];
}

const listTexts = ({titles, content, keywords, questions}: SearchRecord): string[] => [
  titles.at(-1)!,
  content,
  ...keywords,
  ...questions,
];

/** All that a page says. */
const getText = (page: Page): string => page.flatMap(listTexts).join('\n');

/** Words that are about the subject of a page, once for each page that has them. */
function listSubjectWords(pages: readonly Page[]): string[] {
  const onPages = pages.map(
    (page) => new Set(page.flatMap(listTexts).flatMap(splitWords).filter(isWord)),
  );
  const counts = new Map<string, number>();
  onPages.forEach((words) =>
    words.forEach((word) => counts.set(word, (counts.get(word) ?? 0) + 1)),
  );
  const tooMany = Math.max(2, COMMON * pages.length);
  return onPages.flatMap((words) => [...words].filter((word) => counts.get(word)! < tooMany));
}

/** Writes pages that are like the real ones, each about a subject of its own. */
class Writer {
  readonly #random: Random;
  readonly #subjectWords: ReadonlySet<string>;
  readonly #han: Lexicon;
  readonly #latin: Lexicon;
  /** Clauses of the real pages, by the kind of record. */
  readonly #clauses: ReadonlyMap<string, readonly string[]>;
  readonly #sections = new Set<string>();
  readonly #pieces = new Map<string, string[]>();
  /** What the words of the real page are on this one. */
  #replacements = new Map<string, string>();

  constructor(pages: readonly Page[], random: Random) {
    this.#random = random;
    const words = listSubjectWords(pages);
    this.#subjectWords = new Set(words);
    const text = pages.flat().flatMap(listTexts).join('');
    this.#han = new Lexicon(words.filter(isHan), createHanCoiner(text, random), HAN_GROWTH, random);
    this.#latin = new Lexicon(
      words.filter(isLatin),
      createLatinCoiner(random),
      LATIN_GROWTH,
      random,
    );
    const clauses = new Map<string, string[]>();
    for (const {kind, content} of pages.flat()) {
      clauses.set(kind, [...(clauses.get(kind) ?? []), ...splitClauses(content)]);
    }
    this.#clauses = clauses;
  }

  #replace(word: string): string {
    const known = this.#replacements.get(word);
    if (known !== undefined) {
      return known;
    }
    const isKept = !this.#subjectWords.has(word) || this.#random.happens(KEPT);
    const replacement = isKept ? word : (isHan(word) ? this.#han : this.#latin).draw();
    this.#replacements.set(word, replacement);
    return replacement;
  }

  /** A text about the subject of the new page. */
  #rewrite(text: string): string {
    let pieces = this.#pieces.get(text);
    if (!pieces) {
      pieces = splitWords(text);
      this.#pieces.set(text, pieces);
    }
    return pieces
      .map((piece) => {
        if (isWord(piece)) {
          return this.#replace(piece);
        }
        return /^\d/.test(piece) && this.#random.happens(NEW_NUMBERS)
          ? piece.replace(/\d/g, () => this.#random.pick(DIGITS))
          : piece;
      })
      .join('');
  }

  #rewriteContent({kind, content}: SearchRecord): string {
    return splitClauses(content)
      .map((clause) =>
        this.#rewrite(
          this.#random.happens(FOREIGN_CLAUSES)
            ? this.#random.pick(this.#clauses.get(kind)!)
            : clause,
        ),
      )
      .join('');
  }

  /** A page with the records of a real one. */
  write(model: Page, path: string, section: string): SearchRecord[] {
    this.#replacements = new Map();
    const titles = new Map<string, string>();
    const rewriteTitle = (title: string): string => {
      const known = titles.get(title) ?? this.#rewrite(title);
      titles.set(title, known);
      return known;
    };
    return model.map((record) => ({
      kind: record.kind,
      anchor: record.anchor,
      path,
      titles: [section, ...record.titles.slice(1).map(rewriteTitle)],
      content: this.#rewriteContent(record),
      keywords: record.keywords.map((keyword) => this.#rewrite(keyword)),
      questions: record.questions.map((question) => this.#rewrite(question)),
    }));
  }

  /** The page that lists those of a section. */
  writeIndex(model: Page, path: string, section: string): SearchRecord[] {
    return this.write(model, path, section).map((record) => ({
      ...record,
      titles: [section, section],
    }));
  }

  /** Name of a section of the sidebar, which no other section has. */
  nameSection(): string {
    let name = '';
    while (name === '' || this.#sections.has(name)) {
      name = this.#han.draw() + this.#han.draw();
    }
    this.#sections.add(name);
    return name;
  }

  /** Last part of an address; it is never the same, since the number is not. */
  nameAddress(number: number): string {
    const words = `${this.#latin.draw()}-${this.#latin.draw()}`.toLowerCase();
    return `${words.replace(/[^a-z]+/g, '-')}-${number}`;
  }
}

/**
 * Records of a large site: those of the real pages, unchanged, and those of as many others as are wanted, each made from a real page
 * but about a subject of its own. Equal in every run.
 *
 * Measured against the Chinese manual of a large product (1,238 pages, 3 million characters), text of the same length has the same
 * share of records with the most frequent term, the 10th, the 100th, the 1,000th and so on, and as many words; it has a quarter more
 * pairs of Han characters.
 * @param real records of the real pages
 * @param count number of pages, the real ones included
 * @throws {Error} if there is no real page with parts, or more real pages than are wanted
 */
export function generatePages(real: readonly SearchRecord[], count: number): SearchRecord[] {
  const pages = groupByPage(real);
  const models = pages.filter((page) => page.length > 1);
  const indexModels = pages.filter((page) => page.length === 1);
  if (models.length === 0) {
    throw new Error('The site has no page with headings. Run "npm run build" with the real pages.');
  }
  if (count < pages.length) {
    throw new Error(
      `${count} pages are fewer than the ${pages.length} real ones. Ask for more: --pages ${pages.length}`,
    );
  }
  const random = new Random(SEED);
  const writer = new Writer(models, random);
  const seen = new Set(pages.map(getText));
  /** Writes until the page is one that there has not been. */
  const writeNew = (write: () => SearchRecord[]): SearchRecord[] => {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const page = write();
      const text = getText(page);
      if (!seen.has(text)) {
        seen.add(text);
        return page;
      }
    }
    throw new Error(
      `The real pages say too little to make ${count} different ones from them. Run "npm run build" with more pages.`,
    );
  };
  const records = [...real];
  let section = {title: '', path: ''};
  let written = 0;
  for (let number = 0; number < count - pages.length; number++) {
    const address = writer.nameAddress(number);
    const isFirst = number % PAGES_PER_SECTION === 0;
    if (isFirst) {
      section = {title: writer.nameSection(), path: `/docs/${address}`};
    }
    if (isFirst && indexModels.length > 0) {
      const model = random.pick(indexModels);
      records.push(...writeNew(() => writer.writeIndex(model, section.path, section.title)));
    } else {
      const model = models[written++ % models.length]!;
      const path = `${section.path}/${address}`;
      records.push(...writeNew(() => writer.write(model, path, section.title)));
    }
  }
  return records;
}
