import type {Element, ElementContent, Root} from 'hast';
import {toString} from 'hast-util-to-string';
import type {Prism} from 'prism-react-renderer';
import {visit} from 'unist-util-visit';
import {loadPrism} from './languages.ts';

type Tokens = ReturnType<(typeof Prism)['tokenize']>;
type Token = Tokens[number];

/** The class of a kind of token, to which `createStylesheet` gives a colour. */
export function toTokenClass(type: string): string {
  return `tk-${type}`;
}

function toHast(token: Token): ElementContent[] {
  if (typeof token === 'string') {
    return [{type: 'text', value: token}];
  }
  const types = [token.type, ...(token.alias ? [token.alias].flat() : [])];
  const content = (Array.isArray(token.content) ? token.content : [token.content]) as Tokens;
  return [
    {
      type: 'element',
      tagName: 'span',
      properties: {className: types.map(toTokenClass)},
      children: content.flatMap(toHast),
    },
  ];
}

/** Splits code into coloured tokens; code of a language without a grammar stays one text. */
export function highlight(code: string, language: string): ElementContent[] {
  const prism = loadPrism();
  const grammar = prism.languages[language];
  return grammar ? prism.tokenize(code, grammar).flatMap(toHast) : [{type: 'text', value: code}];
}

function isElement(node: unknown, tagName: string): node is Element {
  return (node as Element | undefined)?.tagName === tagName;
}

/**
 * Highlights every fenced code block while the page is compiled, so that no highlighter reaches the browser.
 * `pre` gets the language as `data-language`, and the fence's `title="…"` as `data-title`.
 */
export default function rehypePrism() {
  return (tree: Root): void => {
    visit(tree, 'element', (pre) => {
      const code = pre.children[0];
      if (pre.tagName !== 'pre' || !isElement(code, 'code')) {
        return;
      }
      const classes = (code.properties.className ?? []) as string[];
      const language =
        classes.find((name) => name.startsWith('language-'))?.slice('language-'.length) ?? 'text';
      const meta = String(code.properties.metastring ?? code.data?.meta ?? '');
      const title = /(?:^|\s)title="([^"]+)"/.exec(meta)?.[1];
      pre.properties = {
        ...pre.properties,
        dataLanguage: language,
        ...(title !== undefined && {dataTitle: title}),
      };
      code.properties = {className: [`language-${language}`]};
      code.children = highlight(toString(code).replace(/\n$/, ''), language);
    });
  };
}
