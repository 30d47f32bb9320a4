import fs from 'node:fs';
import path from 'node:path';
import {isMap, isScalar, LineCounter, parseDocument, type YAMLError} from 'yaml';

/** One edition of the knowledge base, as a folder of pages. */
export type Edition = {
  /** `current`, or the name in `versions.json`. */
  readonly name: string;
  /** Folder relative to the site, with `/`: `docs` or `versioned_docs/version-2022`. */
  readonly folder: string;
  /** Whether there is an older edition, so that pages say what changed since. */
  readonly hasPredecessor: boolean;
};

/** The planned pages of an edition in reading order: section → page → title. */
export type Topics = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What a section, a page, a heading or a table row may be called in an address. */
export const ADDRESS_NAME = /^[a-z][a-z0-9-]*$/;

/** What is wrong in a YAML text, without the place, which is reported apart. */
export function describeYamlError({message}: YAMLError): string {
  return message.replace(/ at line[\s\S]*/, '');
}

/** Name of the file, beside the sections, that lists an edition's pages. */
export const TOPICS_FILE = 'topics.yaml';

/** The editions of the site, current one first, as `versions.json` names them (newest first). */
export function readEditions(siteDir: string): Edition[] {
  const versionsFile = path.join(siteDir, 'versions.json');
  const frozen = fs.existsSync(versionsFile)
    ? (JSON.parse(fs.readFileSync(versionsFile, 'utf8')) as string[])
    : [];
  return [
    {name: 'current', folder: 'docs', hasPredecessor: frozen.length > 0},
    ...frozen.map((name, index) => ({
      name,
      folder: `versioned_docs/version-${name}`,
      hasPredecessor: index < frozen.length - 1,
    })),
  ];
}

/**
 * The same page in the edition before.
 * @param file path of a page, relative to the site, with `/`
 * @returns the older edition and the path that the page has in it, whether or not it exists there; undefined if there is no older one
 */
export function findOlderTwin(
  siteDir: string,
  file: string,
): {readonly edition: Edition; readonly path: string} | undefined {
  const editions = readEditions(siteDir);
  const index = editions.findIndex(({folder}) => file.startsWith(`${folder}/`));
  const older = index >= 0 ? editions[index + 1] : undefined;
  return older && {edition: older, path: older.folder + file.slice(editions[index]!.folder.length)};
}

/** A fault in `topics.yaml`, with its place. */
export type TopicsFault = {
  readonly line: number;
  readonly column: number;
  readonly message: string;
};

/**
 * Reads the list of an edition's pages.
 * @param text content of `topics.yaml`: a mapping of sections, each a mapping of page to title
 */
export function parseTopics(text: string): {topics: Topics; faults: TopicsFault[]} {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {lineCounter});
  const faults: TopicsFault[] = [];
  const topics = new Map<string, Map<string, string>>();
  const report = (offset: number | undefined, message: string): void => {
    const {line, col} = lineCounter.linePos(offset ?? 0);
    faults.push({line, column: col, message});
  };
  for (const error of document.errors) {
    report(
      error.pos[0],
      `Not valid YAML: ${describeYamlError(error)}. Write "section:" and below it "  page: title".`,
    );
  }
  if (!isMap(document.contents)) {
    report(0, 'The list of pages is empty. Write "section:" and below it "  page: title".');
    return {topics, faults};
  }
  for (const {key, value} of document.contents.items) {
    const section = String(isScalar(key) ? key.value : key);
    if (!isMap(value)) {
      report(
        isScalar(key) ? key.range?.[0] : 0,
        `Section "${section}" lists no pages. Write "  page: title" below it.`,
      );
      continue;
    }
    const pages = new Map<string, string>();
    for (const {key: pageKey, value: title} of value.items) {
      const page = String(isScalar(pageKey) ? pageKey.value : pageKey);
      const offset = isScalar(pageKey) ? pageKey.range?.[0] : 0;
      if (!isScalar(title) || typeof title.value !== 'string' || title.value.trim() === '') {
        report(
          offset,
          `Page "${section}/${page}" has no title. Write it behind the colon, in quotes if it is a number.`,
        );
        continue;
      }
      if (![section, page].every((name) => ADDRESS_NAME.test(name))) {
        report(
          offset,
          `"${section}/${page}" is not an address. Use lower-case ASCII letters, digits and hyphens.`,
        );
      }
      pages.set(page, title.value);
    }
    topics.set(section, pages);
  }
  return {topics, faults};
}
