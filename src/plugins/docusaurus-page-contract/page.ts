import path from 'node:path';
import {deserialize, serialize} from 'node:v8';
import type {Root} from 'mdast';
import {toString} from 'mdast-util-to-string';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {visit} from 'unist-util-visit';
import {VFile} from 'vfile';
import {VFileMessage} from 'vfile-message';
import {isScalar, LineCounter, parseDocument, type Document} from 'yaml';
import {readTableIds} from '../remark-comparison-table/readTables.ts';
import {collectDiagramIds} from '../remark-diagram/readDiagrams.ts';
import type {Edition} from './editions.ts';
import {readExplicitId} from './explicitId.ts';

/** What the rules may know about a file beside its tree. */
export type PageContext = {
  readonly edition: Edition;
  /** Address below the edition's folder, without extension: `pods/creation`. */
  readonly address: string;
  /** Partials (`_name.mdx`) are shown by pages and have no front matter and no address. */
  readonly isPartial: boolean;
  /** Ids that a link may name, by address, for every page of the edition; undefined where a page could not be parsed. */
  readonly idsByAddress: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** Absolute path of the site. */
  readonly siteDir: string;
  /** Latest date, `YYYY-MM-DD`, that is today somewhere on Earth. */
  readonly today: string;
};

declare module 'vfile' {
  interface DataMap {
    page: PageContext;
  }
}

/** Ids that the theme puts on every page, so that no heading may take them. */
export const RESERVED_IDS: readonly string[] = ['sources'];

/** The same Markdown that Docusaurus reads: MDX, GFM, directives, and emphasis next to Chinese punctuation. */
const parser = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkDirective)
  .use(remarkGfm)
  .use(remarkCjkFriendly);

/** A page's file with its tree; `tree` is missing when the file is not valid MDX, and the file then carries the fault. */
export type ParsedPage = {readonly file: VFile; readonly tree: Root | undefined};

/**
 * Trees of texts that were parsed before: several plugins read all pages, and parsing is most of what that costs. They are kept as
 * bytes: of a large site, the objects would take hundreds of megabytes, through which the garbage collector would go again and again.
 */
const parsed = new Map<string, Buffer>();

/** Parses a text, once. Each caller gets a tree of its own. */
function parseText(file: VFile, text: string): Root {
  const known = parsed.get(text);
  if (known) {
    return deserialize(known) as Root;
  }
  const tree = parser.parse(file);
  parsed.set(text, serialize(tree));
  return tree;
}

/**
 * Parses one page.
 * @param filePath path as it is to be reported, relative to the site
 */
export function parsePage(filePath: string, text: string): ParsedPage {
  const file = new VFile({path: filePath, value: text});
  try {
    return {file, tree: parseText(file, text)};
  } catch (error) {
    if (!(error instanceof VFileMessage)) {
      throw error;
    }
    file.message(
      `Not valid MDX: ${error.reason.replace(/\.$/, '')}. Put code, braces and angle brackets in backticks, and close what is open.`,
      {place: error.place, ruleId: 'mdx', source: 'page-contract'},
    );
    return {file, tree: undefined};
  }
}

/** A node's text as a reader sees it, without MDX comments. */
export function readText(node: {readonly children?: readonly unknown[]}): string {
  return (node.children ?? [])
    .filter((child) => (child as {type: string}).type !== 'mdxTextExpression')
    .map((child) => toString(child))
    .join('')
    .trim();
}

/** A page's front matter as YAML nodes, which know where they stand. */
export type FrontMatterBlock = {
  readonly document: Document;
  /** The place in the file of an offset in the YAML text. */
  readonly toPlace: (offset: number) => {line: number; column: number};
};

/** The front matter of a page, with all its YAML errors; undefined if there is none. */
export function readFrontMatter(tree: Root): FrontMatterBlock | undefined {
  const yaml = tree.children.find((node) => node.type === 'yaml');
  if (!yaml) {
    return undefined;
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml.value, {lineCounter});
  const toPlace = (offset: number): {line: number; column: number} => {
    const {line, col} = lineCounter.linePos(offset);
    // The text of the block starts on the line behind the opening ---.
    return {line: line + yaml.position!.start.line, column: col};
  };
  return {document, toPlace};
}

/**
 * A simple field of a page's front matter, with its line in the file.
 * @returns undefined if there is no such field, its value is a list or a mapping, or the front matter is not valid YAML
 */
export function readField(
  tree: Root,
  name: string,
): {readonly value: unknown; readonly line: number} | undefined {
  const block = readFrontMatter(tree);
  const field = block?.document.errors.length === 0 ? block.document.get(name, true) : undefined;
  return block && isScalar(field)
    ? {value: field.value, line: block.toPlace(field.range?.[0] ?? 0).line}
    : undefined;
}

/** Every id on a page that a link may name. */
export function collectIds(tree: Root): Set<string> {
  const ids = new Set<string>([...RESERVED_IDS, ...collectDiagramIds(tree)]);
  visit(tree, (node) => {
    const id = node.type === 'heading' && readExplicitId(node);
    if (id) {
      ids.add(id);
    }
    readTableIds(node).forEach((tableId) => ids.add(tableId));
  });
  return ids;
}

/** A page's address below its edition's folder. */
export function toAddress(pathInEdition: string): string {
  return pathInEdition
    .split(path.sep)
    .join('/')
    .replace(/\.mdx$/, '');
}
