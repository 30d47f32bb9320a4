import path from 'node:path';
import type {Heading, Link, Root, Text} from 'mdast';
import {SKIP, visit} from 'unist-util-visit';
import {stringify} from 'yaml';
import type {PageFrontMatter} from '../../frontMatter.ts';
import {readExplicitId} from '../../plugins/docusaurus-page-contract/explicitId.ts';
import {parsePage, readFrontMatter} from '../../plugins/docusaurus-page-contract/page.ts';
import {
  isHan,
  isWord,
  splitWords,
} from '../../plugins/docusaurus-search-index/benchmark/splitWords.ts';

/** Sections whose titles the page contract fixes. */
const FIXED_SECTIONS = new Set(['pitfalls', 'changes', 'follow-ups']);

/** Lengths that the page contract allows, in characters. */
const MAX_TITLE = 40;
const MAX_QUESTION = 60;
const MAX_GO = 30;
const ANSWER = {min: 40, max: 160} as const;

/** Part of a page's source: words that may be replaced, a link to another page, or what stays. */
type Piece =
  | {readonly kind: 'fixed'; readonly source: string}
  | {readonly kind: 'text'; readonly source: string; readonly isAnswer: boolean}
  | {readonly kind: 'link'; readonly source: string; readonly target: string};

/** A real page, taken apart so that others can be made from it. */
export type Model = {
  /** Address below the edition's folder: `pods/creation`. */
  readonly address: string;
  readonly frontMatter: PageFrontMatter;
  /** What stands below the front matter. */
  readonly pieces: readonly Piece[];
};

type Range = {readonly start: number; readonly end: number};

const toRange = (node: {position?: Root['position']}): Range => ({
  start: node.position!.start.offset!,
  end: node.position!.end.offset!,
});

/** The page of its edition that a relative link leads to; nothing for every other link. */
function readTarget({url}: Link, address: string): string | undefined {
  const [file = ''] = url.split('#');
  return !/^[a-z]+:/.test(url) && file.endsWith('.mdx')
    ? path.posix.join(path.posix.dirname(address), file).replace(/\.mdx$/, '')
    : undefined;
}

/**
 * Takes a page apart.
 * @param text MDX that keeps the page contract
 * @throws {Error} if it has no front matter, or is no MDX
 */
export function readModel(address: string, text: string): Model {
  const {tree} = parsePage(`${address}.mdx`, text);
  const block = tree && readFrontMatter(tree);
  if (!tree || !block) {
    throw new Error(`${address}.mdx: This is no page. Run "npm run lint:content", which says why.`);
  }
  const frontMatter = block.document.toJS() as PageFrontMatter;
  const answer = tree.children.find(({type}) => type !== 'yaml');
  const found: (Range & {piece: Piece})[] = [];
  visit(tree, (node) => {
    if (node.type === 'heading' && FIXED_SECTIONS.has(readExplicitId(node as Heading) ?? '')) {
      return SKIP;
    }
    if (node.type === 'text') {
      const range = toRange(node as Text);
      const source = text.slice(range.start, range.end);
      const isAnswer = answer?.type === 'paragraph' && answer.children[0] === node;
      found.push({...range, piece: {kind: 'text', source, isAnswer}});
    }
    const target = node.type === 'link' ? readTarget(node as Link, address) : undefined;
    if (target !== undefined) {
      const {start, end} = toRange(node);
      const [file = ''] = (node as Link).url.split('#');
      const at = text.lastIndexOf(file, end);
      if (at > start) {
        const piece = {kind: 'link' as const, source: file, target};
        found.push({start: at, end: at + file.length, piece});
      }
    }
    return undefined;
  });
  const pieces: Piece[] = [];
  let at = tree.children[0]?.type === 'yaml' ? toRange(tree.children[0]).end : 0;
  for (const {start, end, piece} of found.sort((a, b) => a.start - b.start)) {
    pieces.push({kind: 'fixed', source: text.slice(at, start)}, piece);
    at = end;
  }
  pieces.push({kind: 'fixed', source: text.slice(at)});
  return {address, frontMatter, pieces};
}

/** Han words of a page, each once. */
export function listHanWords({frontMatter, pieces}: Model): Set<string> {
  const {title, questions, keywords = []} = frontMatter;
  const texts = pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.source] : []));
  return new Set(
    [title, ...questions, ...keywords, ...texts]
      .flatMap(splitWords)
      .filter((word) => isHan(word) && isWord(word)),
  );
}

/** Where a page goes that is made from another one. */
export type Place = {
  /** A number that no other page has; the page of the other edition has the same. */
  readonly number: number;
  readonly position: number;
  /** Whether short addresses count in the page's edition. */
  readonly isCurrent: boolean;
  /** The word that stands for one of the real page. */
  readonly replace: (word: string) => string;
  /** What a link to a real page (`pods/creation`) has before its `#`. */
  readonly toLink: (target: string) => string;
};

const getLength = (text: string): number => [...text].length;

/** A page as it is written. */
export type NewPage = {readonly title: string; readonly text: string};

/**
 * Makes a page that keeps the page contract and is about something else: its Han words are replaced; ids, code, diagrams and sources
 * stay, and so do Latin words, which Chinese typography divides from others.
 */
export function rewritePage({frontMatter, pieces}: Model, place: Place): NewPage {
  const rewrite = (text: string): string =>
    splitWords(text)
      .map((piece) => (isHan(piece) && isWord(piece) ? place.replace(piece) : piece))
      .join('');
  /** Words have different lengths: a text that would be too long, or too short, stays. */
  const rewriteWithin = (text: string, {min, max}: {min: number; max: number}): string => {
    const rewritten = rewrite(text);
    const length = getLength(rewritten);
    return length >= min && length <= max ? rewritten : text;
  };
  const suffix = ` ${place.number}`;
  const room = MAX_TITLE - suffix.length;
  const ownTitle = rewriteWithin(frontMatter.title, {min: 1, max: room});
  const title = [...ownTitle].slice(0, room).join('').trimEnd() + suffix;
  const {go, ...fields} = frontMatter;
  const newGo = `${go ?? ''}-${place.number}`;
  const questions = fields.questions.map((question) =>
    rewriteWithin(question, {min: 2, max: MAX_QUESTION}),
  );
  const keywords = fields.keywords?.map((keyword) =>
    rewriteWithin(keyword, {min: 1, max: MAX_QUESTION}),
  );
  const newFields = {
    ...fields,
    title,
    sidebar_position: place.position,
    questions: [...new Set(questions)],
    ...(keywords && {keywords: [...new Set(keywords)]}),
    ...(go !== undefined && place.isCurrent && newGo.length <= MAX_GO && {go: newGo}),
  };
  const body = pieces.map((piece) => {
    switch (piece.kind) {
      case 'fixed':
        return piece.source;
      case 'text':
        return piece.isAnswer ? rewriteWithin(piece.source, ANSWER) : rewrite(piece.source);
      case 'link':
        return place.toLink(piece.target);
    }
  });
  return {title, text: `---\n${stringify(newFields)}---${body.join('')}`};
}
