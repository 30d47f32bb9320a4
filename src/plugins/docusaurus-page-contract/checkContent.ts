import fs from 'node:fs';
import path from 'node:path';
import type {VFile} from 'vfile';
import {DRAW_COMMAND, DRAWINGS_FOLDER, toDrawingPath} from '../remark-diagram/drawing.ts';
import {collectDiagramIds} from '../remark-diagram/readDiagrams.ts';
import {parseTopics, readEditions, TOPICS_FILE, type Edition, type Topics} from './editions.ts';
import {collectIds, parsePage, readField, toAddress, type ParsedPage} from './page.ts';
import {createRules} from './rules.ts';

/** One thing that is wrong in the content, and how to mend it. */
export type Fault = {
  /** Relative to the site. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong. How to mend it. */
  readonly message: string;
};

type Page = ParsedPage & {readonly address: string; readonly isPartial: boolean};

/** What lies in the folder of one edition. */
export type EditionContent = {
  readonly edition: Edition;
  readonly topics: Topics;
  readonly pages: readonly Page[];
  /** Files of drawn diagrams, relative to the site. */
  readonly drawings: readonly string[];
  /** What is wrong with the edition as a whole. */
  readonly faults: readonly Fault[];
};

/** What the check may leave out. */
export type CheckOptions = {
  /** `YYYY-MM-DD`; dates after it count as the future. */
  readonly today?: string;
  /** Whether every diagram must have a current drawing; not in the live preview, which draws in the browser. */
  readonly needsDrawings?: boolean;
};

function listFiles(dir: string): string[] {
  return fs
    .readdirSync(dir, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .sort();
}

function readEdition(siteDir: string, edition: Edition): EditionContent {
  const dir = path.join(siteDir, edition.folder);
  const topicsPath = `${edition.folder}/${TOPICS_FILE}`;
  const faults: Fault[] = [];
  if (!fs.existsSync(dir)) {
    const message = `The folder of edition "${edition.name}" does not exist. Restore it, or remove the edition from versions.json.`;
    return {
      edition,
      topics: new Map(),
      pages: [],
      drawings: [],
      faults: [{file: edition.folder, line: 1, column: 1, message}],
    };
  }
  let topics: Topics = new Map();
  if (fs.existsSync(path.join(siteDir, topicsPath))) {
    const parsed = parseTopics(fs.readFileSync(path.join(siteDir, topicsPath), 'utf8'));
    topics = parsed.topics;
    faults.push(...parsed.faults.map((fault) => ({file: topicsPath, ...fault})));
  } else {
    const message =
      'The edition has no list of pages. Add the file: "section:" and below it "  page: title".';
    faults.push({file: topicsPath, line: 1, column: 1, message});
  }
  const pages: Page[] = [];
  const drawings: string[] = [];
  for (const relative of listFiles(dir)) {
    const file = `${edition.folder}/${relative.split(path.sep).join('/')}`;
    if (path.basename(path.dirname(relative)) === DRAWINGS_FOLDER) {
      drawings.push(file);
    }
    if (relative.endsWith('.md')) {
      const message = 'Pages are MDX. Rename the file to end with .mdx.';
      faults.push({file, line: 1, column: 1, message});
    }
    if (relative.endsWith('.mdx')) {
      const text = fs.readFileSync(path.join(dir, relative), 'utf8');
      pages.push({
        ...parsePage(file, text),
        address: toAddress(relative),
        isPartial: path.basename(relative).startsWith('_'),
      });
    }
  }
  return {edition, topics, pages, drawings, faults};
}

/** Reads and parses every page of every edition; nothing is checked yet but that files can be parsed. */
export function readContent(siteDir: string): EditionContent[] {
  return readEditions(siteDir).map((edition) => readEdition(siteDir, edition));
}

/** What was reported on one file. */
export function toFaults(file: VFile): Fault[] {
  return file.messages.map(({line, column, reason}) => ({
    file: file.path,
    line: line ?? 1,
    column: column ?? 1,
    message: reason,
  }));
}

/** Runs the page rules; what they find is left on the pages' files. */
async function applyRules(
  {edition, topics, pages}: EditionContent,
  siteDir: string,
  {today, needsDrawings}: Required<CheckOptions>,
): Promise<void> {
  const idsByAddress = new Map(
    pages
      .filter(({isPartial}) => !isPartial)
      .map(({address, tree}) => [address, tree && collectIds(tree)]),
  );
  const rules = createRules(topics, {needsDrawings});
  for (const {file, tree, address, isPartial} of pages) {
    file.data.page = {edition, address, isPartial, idsByAddress, siteDir, today};
    if (tree) {
      for (const rule of rules) {
        await rule(tree, file);
      }
    }
  }
}

/** In every section the positions of the pages follow the order of the edition's list. */
export function checkOrder({edition, topics, pages}: EditionContent): Fault[] {
  const faults: Fault[] = [];
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  for (const [section, titles] of topics) {
    let previous: {address: string; position: number} | undefined;
    for (const name of titles.keys()) {
      const page = byAddress.get(`${section}/${name}`);
      const field = page?.tree && readField(page.tree, 'sidebar_position');
      if (page && typeof field?.value === 'number') {
        const position = field.value;
        if (previous && position <= previous.position) {
          faults.push({
            file: page.file.path,
            line: field.line,
            column: 1,
            message: `sidebar_position ${position} puts the page before ${previous.address} (${previous.position}), against the order of ${edition.folder}/${TOPICS_FILE}. Write a greater number.`,
          });
        }
        previous = {address: page.address, position};
      }
    }
  }
  return faults;
}

/** A page that two editions promise is written in both or in neither. */
export function checkTwins(editions: readonly EditionContent[]): Fault[] {
  const faults: Fault[] = [];
  for (const other of editions) {
    const written = new Set(other.pages.map(({address}) => address));
    for (const own of editions) {
      for (const {address, isPartial, file} of own.pages) {
        const [section = '', page = ''] = address.split('/');
        if (!isPartial && other.topics.get(section)?.has(page) && !written.has(address)) {
          const missing = `${other.edition.folder}/${address}.mdx`;
          faults.push({
            file: file.path,
            line: 1,
            column: 1,
            message: `The page has no twin ${missing}. Write it, or remove the page from ${other.edition.folder}/${TOPICS_FILE} if the subject does not exist in that edition.`,
          });
        }
      }
    }
  }
  return faults;
}

/** A short address stands for one page. */
function checkShortAddresses({pages}: EditionContent): Fault[] {
  const owners = new Map<unknown, string>();
  return pages.flatMap(({file, tree}): Fault[] => {
    const field = tree && readField(tree, 'go');
    const owner = field && owners.get(field.value);
    if (field && !owner) {
      owners.set(field.value, file.path);
    }
    return owner
      ? [
          {
            file: file.path,
            line: field.line,
            column: 1,
            message: `The short address "/go/${String(field.value)}" is already that of ${owner}. Choose another name.`,
          },
        ]
      : [];
  });
}

/** Every drawing belongs to a diagram. */
function checkDrawings({pages, drawings}: EditionContent): Fault[] {
  const used = new Set(
    pages.flatMap(({file, tree}) =>
      tree ? collectDiagramIds(tree).map((id) => toDrawingPath(file.path, id)) : [],
    ),
  );
  const isUnreadable = (drawing: string): boolean =>
    pages.some(
      ({file, tree}) =>
        !tree && drawing.startsWith(toDrawingPath(file.path, '').slice(0, -'json'.length - 1)),
    );
  return drawings
    .filter((drawing) => !used.has(drawing) && !isUnreadable(drawing))
    .map((file) => ({
      file,
      line: 1,
      column: 1,
      message: `No diagram uses this drawing. Remove the file, or run: ${DRAW_COMMAND}`,
    }));
}

/** Today's date where the day begins first (UTC+14), so that no author's today counts as the future. */
function getLatestToday(): string {
  return new Date(Date.now() + 14 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/**
 * Checks every page of every edition against the page contract, in one pass.
 * @param siteDir absolute path of the site
 * @returns all faults, in the order of files and lines; empty when the content is sound
 * @throws only if a file cannot be read
 */
export async function checkContent(
  siteDir: string,
  {today = getLatestToday(), needsDrawings = true}: CheckOptions = {},
): Promise<Fault[]> {
  const editions = readContent(siteDir);
  for (const content of editions) {
    await applyRules(content, siteDir, {today, needsDrawings});
  }
  const faults = [
    ...editions.flatMap((content) => [
      ...content.faults,
      ...content.pages.flatMap(({file}) => toFaults(file)),
      ...checkOrder(content),
      ...checkShortAddresses(content),
      ...(needsDrawings ? checkDrawings(content) : []),
    ]),
    ...checkTwins(editions),
  ];
  return faults.sort(
    (a, b) =>
      Number(a.file > b.file) - Number(a.file < b.file) || a.line - b.line || a.column - b.column,
  );
}

/** A fault as one line that an editor can jump to. */
export function formatFault({file, line, column, message}: Fault): string {
  return `${file}:${line}:${column}: ${message}`;
}

/** `1 fault`, `2 faults`. */
export function countFaults(faults: readonly Fault[]): string {
  return `${faults.length} fault${faults.length === 1 ? '' : 's'}`;
}
