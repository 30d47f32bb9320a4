import {isScalar, isSeq, LineCounter, parseDocument} from 'yaml';
import {findPlaces, forEachTerm, normalize} from './engine/tokenize.ts';
import type {SearchRecord} from './records.ts';

/** A name in the glossary, as it is written there. */
export type GlossaryName = {readonly text: string; readonly line: number; readonly column: number};
/** Names for the same thing. */
export type GlossaryGroup = readonly GlossaryName[];

/** The form in which names are compared with each other and with queries. */
export function foldName(name: string): string {
  return normalize(name).toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Something wrong with the glossary, as `file:line:column: what. How to mend it.` */
class Problems {
  readonly list: string[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add({line, column}: {line: number; column: number}, message: string): void {
    this.list.push(`${this.#file}:${line}:${column}: ${message}`);
  }

  throwIfAny(): void {
    if (this.list.length > 0) {
      throw new Error(
        `The glossary of the search has ${this.list.length} problem(s):\n${this.list.join('\n')}`,
      );
    }
  }
}

/**
 * Reads the glossary: a YAML list of lists, each of them the names of one thing.
 * @param file its name, for messages
 * @throws {Error} with one line for each problem: not a list of lists, fewer than two names, a name that is no text, has nothing
 *   to search for, or stands there twice
 */
export function parseGlossary(yaml: string, file: string): GlossaryGroup[] {
  const lines = new LineCounter();
  const document = parseDocument(yaml, {lineCounter: lines, prettyErrors: false});
  const problems = new Problems(file);
  const locate = (node: unknown): {line: number; column: number} => {
    const offset = (node as {range?: [number, number, number] | null} | null)?.range?.[0] ?? 0;
    const {line, col} = lines.linePos(offset);
    return {line, column: col};
  };
  for (const error of document.errors) {
    const {line, col} = lines.linePos(error.pos[0]);
    problems.add(
      {line, column: col},
      `This is not YAML: ${error.message}. Write one line for each thing: "- [Pod, 容器组]".`,
    );
  }
  problems.throwIfAny();
  const {contents} = document;
  if (!isSeq(contents)) {
    problems.add(
      locate(contents),
      'The glossary is not a list. Write one line for each thing: "- [Pod, 容器组]".',
    );
    problems.throwIfAny();
    return [];
  }
  const firstPlaces = new Map<string, GlossaryName>();
  const groups = contents.items.map((item): GlossaryGroup => {
    if (!isSeq(item)) {
      problems.add(locate(item), 'An entry is not a list of names. Write "- [Pod, 容器组]".');
      return [];
    }
    if (item.items.length < 2) {
      problems.add(
        locate(item),
        'An entry has fewer than two names, so that it changes nothing. Add another name, or remove the entry.',
      );
    }
    return item.items.flatMap((node): GlossaryName[] => {
      const value = isScalar(node) ? node.value : undefined;
      if (typeof value !== 'string') {
        problems.add(locate(node), 'A name is not text. Put it in quotes: "404".');
        return [];
      }
      const name: GlossaryName = {text: value, ...locate(node)};
      const folded = foldName(value);
      const first = firstPlaces.get(folded);
      let hasTerm = false;
      forEachTerm(folded, () => (hasTerm = true));
      if (!hasTerm) {
        problems.add(
          name,
          `"${value}" has no letter, digit or Han character, so that nobody can search for it. Remove it.`,
        );
      } else if (first) {
        problems.add(
          name,
          `"${value}" stands in the glossary already, in line ${first.line}. Remove one, or join the two entries.`,
        );
      } else {
        firstPlaces.set(folded, name);
      }
      return [name];
    });
  });
  problems.throwIfAny();
  return groups;
}

/** All that a record says, in the form of names. */
function foldRecord({titles, content, keywords, questions}: SearchRecord): string {
  return foldName([...titles, content, ...keywords, ...questions].join('\n'));
}

/**
 * Checks that every entry can find something: at least one of its names is used on a page.
 * @throws {Error} with one line for each entry of which no page has a name
 */
export function checkGlossaryUse(
  groups: readonly GlossaryGroup[],
  records: readonly SearchRecord[],
  file: string,
): void {
  const problems = new Problems(file);
  const texts = records.map(foldRecord);
  for (const group of groups) {
    const isUsed = group.some(({text}) =>
      texts.some((page) => findPlaces(page, foldName(text)).length > 0),
    );
    if (!isUsed) {
      const names = group.map(({text}) => text).join(', ');
      problems.add(
        group[0]!,
        `No page has any of these names: ${names}. Remove the entry, or add a name that the pages use.`,
      );
    }
  }
  problems.throwIfAny();
}

/** The groups as the index holds them. */
export function foldGlossary(groups: readonly GlossaryGroup[]): string[][] {
  return groups.map((group) => group.map(({text}) => foldName(text)));
}
