import path from 'node:path';
import type {ImportDeclaration, Program} from 'estree';
import type {
  Blockquote,
  Definition,
  ImageReference,
  LinkReference,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import type {ContainerDirective, TextDirective} from 'mdast-util-directive';
import type {MdxFlowExpression, MdxTextExpression} from 'mdast-util-mdx-expression';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import type {ParsedPage} from '../docusaurus-page-contract/page.ts';
import {ELEMENTS} from './elements.ts';

/** A file of which the tree is there. */
export type ReadPage = ParsedPage & {readonly tree: Root};

/** What a page needs from outside to become plain Markdown. */
export type Surroundings = {
  /** A partial by its path relative to the site; undefined if there is none. */
  readonly readPartial: (filePath: string) => ReadPage | undefined;
  /**
   * The address that a link or an image leads to, as it is to stand in the result; undefined if it leads nowhere.
   * @param filePath the file in which it stands, relative to the site
   */
  readonly toAddress: (url: string, filePath: string, kind: 'link' | 'image') => string | undefined;
  /** Takes what cannot be said in plain Markdown. */
  readonly report: (filePath: string, node: Nodes, message: string) => void;
};

/** What the theme calls its admonitions. */
const ADMONITIONS: Readonly<Record<string, string>> = {
  note: '备注',
  tip: '提示',
  info: '信息',
  warning: '注意',
  caution: '警告',
  danger: '危险',
};

/** Where the walk is: the file, what it imports and defines, and the partials around it. */
type Scope = {
  readonly page: ReadPage;
  /** Files of partials by the name under which they are imported. */
  readonly partials: ReadonlyMap<string, string>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly around: readonly string[];
};

function createScope(page: ReadPage, around: readonly string[]): Scope {
  const partials = new Map<string, string>();
  const definitions = new Map<string, Definition>();
  visit(page.tree, (node) => {
    if (node.type === 'mdxjsEsm') {
      (node.data?.estree?.body ?? [])
        .filter(
          (statement): statement is ImportDeclaration => statement.type === 'ImportDeclaration',
        )
        .forEach(({source, specifiers}) => {
          const [first] = specifiers;
          if (first?.type === 'ImportDefaultSpecifier' && /\.mdx$/.test(String(source.value))) {
            const folder = path.posix.dirname(page.file.path);
            partials.set(first.local.name, path.posix.join(folder, String(source.value)));
          }
        });
    }
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
  });
  return {page, partials, definitions, around};
}

/** Whether braces hold comments and nothing else. */
function isComment({data}: MdxFlowExpression | MdxTextExpression): boolean {
  const estree: Program | null | undefined = data?.estree;
  return estree?.body.length === 0;
}

/** Joins texts that a removed comment has parted, and takes away the space that it leaves at either end. */
function tidyPhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const tidied: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = tidied.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      const value = / $/.test(last.value) ? node.value.replace(/^ +/, '') : node.value;
      tidied[tidied.length - 1] = {type: 'text', value: last.value + value};
    } else {
      tidied.push(node);
    }
  }
  const trim = (index: number, pattern: RegExp): void => {
    const node = tidied.at(index);
    if (node?.type === 'text') {
      tidied.splice(index, 1, {...node, value: node.value.replace(pattern, '')});
    }
  };
  trim(0, /^\s+/);
  trim(-1, /\s+$/);
  return tidied.filter((node) => node.type !== 'text' || node.value !== '');
}

const ENDS_WITH_MARK = /[\p{P}\p{S}]$/u;
const BEGINS_WITH_MARK = /^[\p{P}\p{S}]/u;
const ENDS_WITH_WORD = /[^\s\p{P}\p{S}]$/u;
const BEGINS_WITH_WORD = /^[^\s\p{P}\p{S}]/u;

function isAttention(node: PhrasingContent | undefined): boolean {
  return node?.type === 'strong' || node?.type === 'emphasis' || node?.type === 'delete';
}

/**
 * Sets a space where emphasis with punctuation at its edge meets a word, as in **「甲。」**乙. Our parser takes that for emphasis,
 * plain GFM does not; the space is what it costs to keep the text free of character references.
 */
function partEmphasis(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node, index) => {
    if (node.type !== 'text') {
      return node;
    }
    const [before, after] = [nodes[index - 1], nodes[index + 1]];
    const needsSpaceBefore =
      isAttention(before) &&
      ENDS_WITH_MARK.test(toString(before)) &&
      BEGINS_WITH_WORD.test(node.value);
    const needsSpaceAfter =
      isAttention(after) &&
      BEGINS_WITH_MARK.test(toString(after)) &&
      ENDS_WITH_WORD.test(node.value);
    return {
      ...node,
      value: `${needsSpaceBefore ? ' ' : ''}${node.value}${needsSpaceAfter ? ' ' : ''}`,
    };
  });
}

/** Blocks whose children are a line of text. */
const LINES = new Set<string>(['paragraph', 'heading', 'tableCell']);

class Flattener {
  readonly #surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  flattenAll(nodes: readonly Nodes[], scope: Scope, isCell = false): RootContent[] {
    return nodes.flatMap((node) => this.#flatten(node, scope, isCell));
  }

  #report(node: Nodes, {page}: Scope, message: string): [] {
    this.#surroundings.report(page.file.path, node, message);
    return [];
  }

  #flatten(node: Nodes, scope: Scope, isCell: boolean): RootContent[] {
    switch (node.type) {
      case 'yaml':
      case 'mdxjsEsm':
      case 'definition':
        return [];
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return isComment(node)
          ? []
          : this.#report(
              node,
              scope,
              `The expression {${node.value}} is code that only a browser can read. Write the text itself, or put code into backticks.`,
            );
      case 'mdxJsxFlowElement':
        return this.#flattenElement(node, scope);
      case 'mdxJsxTextElement':
        return this.#flattenInlineElement(node, scope, isCell);
      case 'textDirective':
        return [this.#restoreText(node, scope)];
      case 'leafDirective':
        return this.#reportDirective(node, `::${node.name}`, scope);
      case 'containerDirective':
        return this.#flattenAdmonition(node, scope);
      case 'linkReference':
      case 'imageReference':
        return this.#flattenReference(node, scope);
      case 'link':
      case 'image': {
        const url = this.#toAddress(node, node.url, node.type, scope);
        return node.type === 'image'
          ? [{...node, url}]
          : [{...node, url, children: this.#flattenChildren(node.children, scope, isCell)}];
      }
      case 'code':
        // What stands behind the word is the diagram's id in addresses of the site.
        return [node.lang === 'mermaid' ? {...node, meta: null} : node];
      default:
        return this.#flattenOther(node, scope, isCell);
    }
  }

  #flattenOther(node: Nodes, scope: Scope, isCell: boolean): RootContent[] {
    if (!('children' in node)) {
      return [node as RootContent];
    }
    const flat = this.flattenAll(node.children, scope, isCell || node.type === 'tableCell');
    const children = LINES.has(node.type)
      ? partEmphasis(tidyPhrasing(flat as PhrasingContent[]))
      : flat;
    const isEmpty = node.type === 'paragraph' && children.length === 0;
    return isEmpty ? [] : [{...node, children} as RootContent];
  }

  #flattenChildren(
    nodes: readonly PhrasingContent[],
    scope: Scope,
    isCell: boolean,
  ): PhrasingContent[] {
    return this.flattenAll(nodes, scope, isCell) as PhrasingContent[];
  }

  #flattenElement(node: MdxJsxFlowElement, scope: Scope): RootContent[] {
    const name = node.name ?? '';
    const partial = scope.partials.get(name);
    if (partial !== undefined) {
      return this.#flattenPartial(node, partial, scope);
    }
    const say = Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined;
    return say ? this.flattenAll(say(node), scope) : this.#reportElement(node, scope);
  }

  #flattenInlineElement(node: MdxJsxTextElement, scope: Scope, isCell: boolean): RootContent[] {
    if (node.name === 'br') {
      // A cell is one line of Markdown; there GFM has no other line break than HTML's.
      return [isCell ? {type: 'html', value: '<br>'} : {type: 'break'}];
    }
    return this.#reportElement(node, scope);
  }

  #reportElement(node: MdxJsxFlowElement | MdxJsxTextElement, scope: Scope): [] {
    const known = Object.keys(ELEMENTS).map((name) => `<${name}>`);
    this.#report(
      node,
      scope,
      `<${node.name ?? ''}> has no plain Markdown. Write it as Markdown, on lines of its own use ${known.join(', ')} or an imported partial, or say in src/plugins/docusaurus-markdown-twin/elements.ts what it says.`,
    );
    this.flattenAll(node.children, scope);
    return [];
  }

  #flattenPartial(node: MdxJsxFlowElement, filePath: string, scope: Scope): RootContent[] {
    if (node.attributes.length > 0 || node.children.length > 0) {
      return this.#report(
        node,
        scope,
        `<${node.name}> is given something, but a partial says the same wherever it is shown. Write <${node.name} /> alone.`,
      );
    }
    const around = [...scope.around, scope.page.file.path];
    if (around.includes(filePath)) {
      return this.#report(
        node,
        scope,
        `<${node.name}> shows the file that it stands in. Remove it from one of: ${around.join(', ')}.`,
      );
    }
    const partial = this.#surroundings.readPartial(filePath);
    return partial
      ? this.flattenAll(partial.tree.children, createScope(partial, around))
      : this.#report(
          node,
          scope,
          `<${node.name}> shows ${filePath}, which does not exist. Correct the path of its import, or write the file.`,
        );
  }

  /** No directive at all, but a colon in front of a word, as Docusaurus too shows it. */
  #restoreText({position}: TextDirective, {page}: Scope): RootContent {
    const value = String(page.file).slice(position!.start.offset, position!.end.offset);
    return {type: 'text', value};
  }

  #reportDirective(node: Nodes, form: string, scope: Scope): [] {
    const known = Object.keys(ADMONITIONS).map((name) => `:::${name}`);
    return this.#report(
      node,
      scope,
      `The directive ${form} has no plain Markdown. Write it as Markdown, or use one of: ${known.join(', ')}.`,
    );
  }

  #flattenAdmonition(node: ContainerDirective, scope: Scope): RootContent[] {
    const name = ADMONITIONS[node.name];
    if (name === undefined) {
      return this.#reportDirective(node, `:::${node.name}`, scope);
    }
    const [first, ...rest] = node.children;
    const hasLabel = first?.type === 'paragraph' && first.data?.directiveLabel === true;
    const label = hasLabel ? toString(first) : name;
    const quote: Blockquote = {
      type: 'blockquote',
      children: [
        {type: 'paragraph', children: [{type: 'strong', children: [{type: 'text', value: label}]}]},
        ...(this.flattenAll(hasLabel ? rest : node.children, scope) as Blockquote['children']),
      ],
    };
    return [quote];
  }

  /** `[text][name]`, whose target would lie somewhere else in the file, becomes `[text](target)`. */
  #flattenReference(node: LinkReference | ImageReference, scope: Scope): RootContent[] {
    const {url, title} = scope.definitions.get(node.identifier)!;
    const target = {url, ...(title != null && {title})};
    return this.#flatten(
      node.type === 'imageReference'
        ? {type: 'image', alt: node.alt ?? null, position: node.position!, ...target}
        : {type: 'link', children: node.children, position: node.position!, ...target},
      scope,
      false,
    );
  }

  #toAddress(node: Nodes, url: string, kind: 'link' | 'image', {page}: Scope): string {
    const address = this.#surroundings.toAddress(url, page.file.path, kind);
    if (address === undefined) {
      this.#surroundings.report(
        page.file.path,
        node,
        `The ${kind} "${url}" leads nowhere. Write the relative path of a page or an image of this edition, or an https:// address.`,
      );
    }
    return address ?? url;
  }
}

/**
 * Says a page in plain GitHub-flavoured Markdown: without front matter, comments, imports and components; partials are put in
 * where they are shown.
 * @returns the page's blocks; what could not be said is left out and has been reported, all of it
 */
export function flattenPage(page: ReadPage, surroundings: Surroundings): RootContent[] {
  return new Flattener(surroundings).flattenAll(page.tree.children, createScope(page, []));
}
