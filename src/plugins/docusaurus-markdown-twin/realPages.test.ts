import fs from 'node:fs';
import path from 'node:path';
import type {List, Nodes, Root} from 'mdast';
import {toString} from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {visit} from 'unist-util-visit';
import {describe, expect, it} from 'vitest';
import {readContent} from '../docusaurus-page-contract/checkContent.ts';
import {readTables} from '../remark-comparison-table/readTables.ts';
import {SEQUENCE_DIAGRAM} from '../remark-diagram/readDiagrams.ts';
import {createTwins} from './createTwins.ts';
import {convert, createEdition} from './testing.ts';

const reader = unified().use(remarkParse).use(remarkGfm);

const SITE = 'https://kb.example.org/docs';

function collect<Type extends Nodes['type']>(
  tree: Root,
  type: Type,
): Extract<Nodes, {type: Type}>[] {
  const found: Extract<Nodes, {type: Type}>[] = [];
  visit(tree, type, (node) => void found.push(node as unknown as Extract<Nodes, {type: Type}>));
  return found;
}

function collectDiagrams(tree: Root): string[] {
  return collect(tree, 'code')
    .filter(({lang}) => lang === 'mermaid')
    .map(({value}) => value);
}

/** Number of the steps of each sequence diagram in a source. */
function countSourceSteps(tree: Root): number[] {
  return collect(tree, 'mdxJsxFlowElement')
    .filter(({name}) => name === SEQUENCE_DIAGRAM)
    .map(({children}) => children.find((child) => child.type === 'list')!.children.length);
}

/** Number of the items of the list behind each sequence diagram in a twin. */
function countSteps({children}: Root): number[] {
  return children.flatMap((node, index) => {
    const next = children[index + 1];
    return node.type === 'code' && node.lang === 'mermaid' && /^\s*autonumber$/m.test(node.value)
      ? [(next as List).ordered ? (next as List).children.length : 0]
      : [];
  });
}

/** All cells of the comparison tables of a source, as a reader sees them. */
function readCells(tree: Root, source: string): string[][][] {
  return readTables(tree, source).tables.map(({columns, rows}) =>
    [columns.map(({header}) => header), ...rows.map(({cells}) => cells)].map((row) =>
      row.map(({text}) => text.replaceAll('\n', '<br>')),
    ),
  );
}

const pages = readContent(process.cwd()).flatMap((content) => {
  const {twins, faults} = createTwins({label: content.edition.name, address: SITE, content});
  it(`${content.edition.folder} can be said in Markdown`, () => expect(faults).toEqual([]));
  return content.pages
    .filter(({isPartial}) => !isPartial)
    .map((page) => ({
      name: page.file.path,
      source: String(page.file),
      tree: page.tree!,
      markdown: twins.find(({path: file}) => file === `${page.address}.md`)!.markdown,
    }));
});

it('there are pages of both editions', () => {
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.filter(({name}) => name.startsWith('versioned_docs/')).length).toBeGreaterThan(5);
});

describe.each(pages)('the twin of $name', ({source, tree, markdown}) => {
  const twin = reader.parse(markdown);

  it('holds no JSX, import, expression or comment', () => {
    expect(collect(twin, 'html').filter(({value}) => value !== '<br>')).toEqual([]);
    const code = [...collect(twin, 'code'), ...collect(twin, 'inlineCode')].map(
      ({position}) => [position!.start.offset!, position!.end.offset!] as const,
    );
    const isCode = (offset: number): boolean =>
      code.some(([start, end]) => offset >= start && offset < end);
    const found = [
      ...markdown.matchAll(/^import .*|^export .*|\{\/\*|\*\/\}|<\/?[A-Z]\w*|<!--|className/gm),
    ].filter(({index}) => !isCode(index));
    expect(found.map(([text]) => text)).toEqual([]);
  });

  it('holds no character reference outside of code', () => {
    const source = markdown.replace(/```[\s\S]*?```|`[^`]*`/g, '');
    expect(source.match(/&#?\w+;/g)).toBeNull();
  });

  it('holds no relative link', () => {
    const urls = [...collect(twin, 'link'), ...collect(twin, 'image')].map(({url}) => url);
    expect(urls.length).toBeGreaterThan(0);
    expect(urls.filter((url) => !/^(https:|mailto:)/.test(url))).toEqual([]);
    expect(collect(twin, 'definition')).toEqual([]);
  });

  it('has all the text of all cells of all tables', () => {
    const cells = collect(twin, 'table').map(({children: rows}) =>
      rows.map(({children}) => children.map((cell) => toString(cell))),
    );
    expect(cells).toEqual(readCells(tree, source));
  });

  it('has every diagram as it stands in the source, with as many numbered steps', () => {
    expect(collectDiagrams(twin)).toEqual(collectDiagrams(tree));
    expect(countSteps(twin)).toEqual(countSourceSteps(tree));
  });

  it('has every heading, code block and paragraph', () => {
    const read = (root: Root): string[] =>
      [...collect(root, 'heading'), ...collect(root, 'paragraph'), ...collect(root, 'code')].map(
        (node) =>
          toString(node)
            .trim()
            .replace(/\s*\/\*.*\*\/$/, ''),
      );
    const said = new Set(read(twin));
    expect(read(tree).filter((text) => !said.has(text))).toEqual([]);
  });
});

it('the example page of CONTRIBUTING.md has a twin', () => {
  const guide = fs.readFileSync(path.resolve('CONTRIBUTING.md'), 'utf8');
  const [, example] = /```mdx\n(---\n[\s\S]*?)```\n/.exec(guide)!;
  const {twins, faults} = createTwins(createEdition({'redis/eviction.mdx': example!}));
  expect(faults).toEqual([]);
  expect(twins[0]!.markdown).toMatch(
    /^# 淘汰策略\n[\s\S]*\| `allkeys-lru` \| 全部键 \| 最久没被访问的 \|/,
  );
  const [, diagram] = /````mdx\n([\s\S]*?)````\n/.exec(guide)!;
  const {body, faults: diagramFaults} = convert(diagram!);
  expect(diagramFaults).toEqual([]);
  expect(body).toMatch(/^```mermaid\nsequenceDiagram\n[\s\S]*\n4\. 写回缓存，并设过期时间。$/);
});
