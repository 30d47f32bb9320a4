import path from 'node:path';
import type {List, ListItem, PhrasingContent, RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import type {PageFrontMatter} from '../../frontMatter.ts';
import type {EditionContent, Fault} from '../docusaurus-page-contract/checkContent.ts';
import {readFrontMatter, toAddress as toPageAddress} from '../docusaurus-page-contract/page.ts';
import {flattenPage, type ReadPage} from './flattenPage.ts';
import {serialize} from './serialize.ts';

/** An edition as readers reach it. */
export type PublishedEdition = {
  /** What the site calls it: `2026 版（Kubernetes 1.37）`. */
  readonly label: string;
  /** Where its pages lie, with the origin and without a slash at the end: `https://kb.example.org/docs`. */
  readonly address: string;
  readonly content: EditionContent;
};

/** A page in Markdown. */
export type Twin = {
  /** Address of the HTML page; the twin's own ends with `.md` behind it. */
  readonly address: string;
  /** Place of the file below the edition's folder: `redis/eviction.md`. */
  readonly path: string;
  readonly title: string;
  /** The page's first paragraph, as plain text. */
  readonly answer: string;
  readonly markdown: string;
  /** Images that the twin shows, relative to the edition's folder. */
  readonly images: readonly string[];
};

function createItem(...children: PhrasingContent[]): ListItem {
  return {type: 'listItem', spread: false, children: [{type: 'paragraph', children}]};
}

function createList(ordered: boolean, children: ListItem[]): List {
  return {type: 'list', ordered, spread: false, children};
}

function createHeading(depth: 1 | 2, value: string): RootContent {
  return {type: 'heading', depth, children: [{type: 'text', value}]};
}

function createLink(url: string, value = url): PhrasingContent {
  return {type: 'link', url, children: [{type: 'text', value}]};
}

/** What comes before the page's own text: title, edition, what it was checked against, address. */
function createHead(
  {title, checked}: PageFrontMatter,
  label: string,
  address: string,
): RootContent[] {
  return [
    createHeading(1, title),
    createList(false, [
      createItem({type: 'text', value: `版本：${label}`}),
      createItem({type: 'text', value: `核对依据：${checked.against}，${checked.date}`}),
      createItem({type: 'text', value: '地址：'}, createLink(address)),
    ]),
  ];
}

/** What comes behind it, as on the page. */
function createSources({sources}: PageFrontMatter): RootContent[] {
  const items = sources.map(({title, url}) => createItem(createLink(url, title)));
  return [createHeading(2, '来源'), createList(true, items)];
}

/** The files of an edition, by path relative to the site. */
type PagesByFile = ReadonlyMap<string, EditionContent['pages'][number]>;

/**
 * Where a link of a file leads, with the origin.
 * @param url as it stands in the file
 * @param own address of the page that shows the file
 * @param address of the edition
 */
function toLinkAddress(
  url: string,
  filePath: string,
  own: string,
  address: string,
  pages: PagesByFile,
): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) {
    return url;
  }
  if (url.startsWith('#')) {
    return own + url;
  }
  const [target = '', ...fragment] = url.split('#');
  const targetPath = path.posix.join(path.posix.dirname(filePath), decodeURI(target));
  const page = pages.get(targetPath);
  return page && !page.isPartial
    ? [`${address}/${page.address}`, ...fragment].join('#')
    : undefined;
}

/** An image beside its page, by the path below the edition's folder; undefined if it lies elsewhere. */
function toImagePath(
  url: string,
  filePath: string,
  {content: {edition}}: PublishedEdition,
): string | undefined {
  const imagePath = path.posix.join(path.posix.dirname(filePath), decodeURI(url));
  return imagePath.startsWith(`${edition.folder}/`)
    ? path.posix.relative(edition.folder, imagePath)
    : undefined;
}

function createTwin(
  page: ReadPage,
  edition: PublishedEdition,
  pages: PagesByFile,
  report: (fault: Fault) => void,
): Twin {
  const {folder} = edition.content.edition;
  const pathInEdition = toPageAddress(path.posix.relative(folder, page.file.path));
  const address = `${edition.address}/${pathInEdition}`;
  const images = new Set<string>();
  const body = flattenPage(page, {
    readPartial: (filePath) => {
      const partial = pages.get(filePath);
      return partial?.isPartial && partial.tree ? {...partial, tree: partial.tree} : undefined;
    },
    toAddress: (url, filePath, kind) => {
      if (kind === 'link') {
        return toLinkAddress(url, filePath, address, edition.address, pages);
      }
      const image = toImagePath(url, filePath, edition);
      if (image !== undefined) {
        images.add(image);
      }
      return image && `${edition.address}/${encodeURI(image)}`;
    },
    report: (file, {position}, message) => {
      const {line, column} = position!.start;
      report({file, line, column, message});
    },
  });
  // The page contract has been checked before.
  const frontMatter = readFrontMatter(page.tree)!.document.toJS() as PageFrontMatter;
  return {
    address,
    path: `${pathInEdition}.md`,
    title: frontMatter.title,
    answer: toString(body.find(({type}) => type === 'paragraph')),
    markdown: serialize([
      ...createHead(frontMatter, edition.label, address),
      ...body,
      ...createSources(frontMatter),
    ]),
    images: [...images],
  };
}

/**
 * Writes every page of an edition as Markdown.
 * @returns the twins, and everything that has no plain Markdown, in the order of the files
 */
export function createTwins(edition: PublishedEdition): {twins: Twin[]; faults: Fault[]} {
  const faults = new Map<string, Fault>();
  // A partial's fault is found on every page that shows it.
  const report = (fault: Fault): void => void faults.set(JSON.stringify(fault), fault);
  const pages = new Map(edition.content.pages.map((page) => [page.file.path, page]));
  const twins = edition.content.pages.flatMap((page) =>
    page.isPartial || !page.tree
      ? []
      : [createTwin({...page, tree: page.tree}, edition, pages, report)],
  );
  return {twins, faults: [...faults.values()]};
}
