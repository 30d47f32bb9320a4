import path from 'node:path';
import type {Nodes, Root, RootContent} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx';
import type {MdxjsEsm} from 'mdast-util-mdxjs-esm';
import type {Node} from 'unist';
import {readExplicitId} from '../docusaurus-page-contract/explicitId.ts';
import type {ParsedPage} from '../docusaurus-page-contract/page.ts';
import {readTables, type ComparisonTable} from '../remark-comparison-table/readTables.ts';
import {describeBranches} from '../remark-diagram/index.ts';
import {readDiagrams, type Diagram} from '../remark-diagram/readDiagrams.ts';
import type {Block, CodeBlock, Run, Section, Step, StepsBlock, TableBlock} from './model.ts';
import {readInline, trimRuns, type ReadContext} from './readInline.ts';
import {splitWords} from './splitWords.ts';

/** What the pages around a page are needed for. */
export type PageSurroundings = {
  /** A file of the same edition by its path, relative to the site: a partial that the page shows. */
  readonly findFile: (file: string) => ParsedPage | undefined;
  /**
   * The address behind a link, or undefined if it has none on the site.
   * @param file path of the file that the link stands in, relative to the site
   */
  readonly resolveLink: (url: string, file: string) => string | undefined;
};

type FileContext = ReadContext & {
  readonly file: string;
  /** What the elements of the file are, once they have been read as a whole. */
  readonly tables: ReadonlyMap<Node, ComparisonTable>;
  readonly diagrams: ReadonlyMap<Node, Diagram>;
  /** Partials by the names under which the file imports them. */
  readonly partials: ReadonlyMap<string, ParsedPage>;
};

const toRuns = (text: string): Run[] => splitWords(text).map((word) => ({text: word}));

/** `import WritePath from './_write-path.mdx'`, as often as it stands in the block. */
const PARTIAL_IMPORT = /import\s+(\w+)\s+from\s+['"]([^'"]+\.mdx)['"]/g;

function readPartials(
  tree: Root,
  file: string,
  {findFile}: PageSurroundings,
): Map<string, ParsedPage> {
  const partials = new Map<string, ParsedPage>();
  for (const node of tree.children) {
    if (node.type === 'mdxjsEsm') {
      for (const [, name, target] of (node as MdxjsEsm).value.matchAll(PARTIAL_IMPORT)) {
        const partial = findFile(path.posix.join(path.posix.dirname(file), target!));
        if (partial) {
          partials.set(name!, partial);
        }
      }
    }
  }
  return partials;
}

async function createContext(
  {file, tree}: ParsedPage,
  surroundings: PageSurroundings,
): Promise<FileContext> {
  const source = String(file);
  const {tables} = readTables(tree!, source);
  const {diagrams} = await readDiagrams(tree!);
  return {
    file: file.path,
    source,
    resolveLink: (url) => surroundings.resolveLink(url, file.path),
    tables: new Map(tables.map((table) => [table.element, table])),
    diagrams: new Map(
      diagrams.map((diagram) => [diagram.wrapper?.element ?? diagram.fence, diagram]),
    ),
    partials: readPartials(tree!, file.path, surroundings),
  };
}

function readTable(
  {id, caption, columns, rows}: ComparisonTable,
  context: ReadContext,
): TableBlock {
  return {
    kind: 'table',
    id,
    caption: toRuns(caption),
    columns: columns.map((column) => ({
      id: column.id,
      header: readInline(column.header.content, context),
    })),
    rows: rows.map((row) => ({
      id: row.id,
      cells: row.cells.map(({content}) => readInline(content, context)),
    })),
  };
}

/** All text below a node in one piece, a line for each paragraph. */
function readLines(nodes: readonly Nodes[], context: ReadContext): Run[] {
  return nodes.flatMap((node, index): Run[] => {
    const runs =
      'children' in node && node.type !== 'paragraph'
        ? readLines(node.children, context)
        : node.type === 'code'
          ? [{text: node.value, formats: ['code']} satisfies Run]
          : readInline('children' in node ? node.children : [node], context);
    return index > 0 && runs.length > 0 ? [{text: '\n'}, ...runs] : runs;
  });
}

function readDiagram(
  {id, source, model, wrapper}: Diagram,
  context: ReadContext,
): StepsBlock | CodeBlock {
  if (!wrapper) {
    return {
      kind: 'code',
      language: 'mermaid',
      title: model.title,
      // The title is shown above.
      lines: source.split('\n').filter((line) => !/^\s*accTitle\s*:/.test(line)),
    };
  }
  const steps = wrapper.items.map((item, index): Step => {
    const {from, to, text, branches} = model.messages[index]!;
    const place = describeBranches(branches);
    return {
      message: toRuns(`${place && `${place}：`}${from} → ${to}：${text}`),
      explanation: readLines(item.children, context),
    };
  });
  return {kind: 'steps', id, title: toRuns(model.title), steps};
}

/** Reads a page from its beginning to its end. */
class SectionReader {
  readonly sections: Section[] = [{id: '', level: 2, title: [], blocks: []}];
  readonly #surroundings: PageSurroundings;
  readonly #open = new Set<string>();

  constructor(surroundings: PageSurroundings) {
    this.#surroundings = surroundings;
  }

  async read(page: ParsedPage): Promise<void> {
    const {path: file} = page.file;
    if (!page.tree || this.#open.has(file)) {
      return; // The page contract reports what cannot be parsed; a partial does not end if it shows itself.
    }
    this.#open.add(file);
    await this.#readBlocks(page.tree.children, await createContext(page, this.#surroundings), 0);
    this.#open.delete(file);
  }

  #add(block: Block): void {
    const last = this.sections.at(-1)!;
    this.sections[this.sections.length - 1] = {...last, blocks: [...last.blocks, block]};
  }

  async #readBlocks(
    nodes: readonly RootContent[],
    context: FileContext,
    depth: number,
  ): Promise<void> {
    for (const node of nodes) {
      await this.#readBlock(node, context, depth);
    }
  }

  async #readBlock(node: RootContent, context: FileContext, depth: number): Promise<void> {
    const diagram = context.diagrams.get(node);
    const table = context.tables.get(node);
    if (diagram) {
      this.#add(readDiagram(diagram, context));
    } else if (table) {
      this.#add(readTable(table, context));
    } else if (node.type === 'heading') {
      this.sections.push({
        id: readExplicitId(node) ?? '',
        level: node.depth,
        title: trimRuns(readInline(node.children, context)),
        blocks: [],
      });
    } else if (node.type === 'paragraph') {
      this.#add({kind: 'paragraph', depth, runs: trimRuns(readInline(node.children, context))});
    } else if (node.type === 'list') {
      for (const {children} of node.children) {
        const [first, ...rest] = children;
        const isText = first?.type === 'paragraph';
        this.#add({
          kind: 'item',
          depth: depth + 1,
          runs: isText ? trimRuns(readInline(first.children, context)) : [],
        });
        await this.#readBlocks(isText ? rest : children, context, depth + 1);
      }
    } else if (node.type === 'code') {
      this.#add({
        kind: 'code',
        language: node.lang ?? '',
        title: '',
        lines: node.value.split('\n'),
      });
    } else if (node.type === 'mdxJsxFlowElement') {
      await this.#readElement(node, context, depth);
    } else if ('children' in node) {
      // A quote, or a note such as :::tip.
      await this.#readBlocks(node.children as RootContent[], context, depth + 1);
    }
  }

  async #readElement(
    element: MdxJsxFlowElement,
    context: FileContext,
    depth: number,
  ): Promise<void> {
    const partial = element.name ? context.partials.get(element.name) : undefined;
    if (partial) {
      await this.read(partial);
    } else {
      await this.#readBlocks(element.children, context, depth);
    }
  }
}

/**
 * Divides a page into sections, each with its blocks. What stands in front of the first heading is a section too: the short answer.
 * Partials are read where the page shows them.
 * @param page one that keeps the page contract
 */
export async function readSections(
  page: ParsedPage,
  surroundings: PageSurroundings,
): Promise<Section[]> {
  const reader = new SectionReader(surroundings);
  await reader.read(page);
  return reader.sections;
}
