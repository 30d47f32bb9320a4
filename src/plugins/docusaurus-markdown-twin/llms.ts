import type {RootContent} from 'mdast';
import {serialize} from './serialize.ts';
import type {Twin} from './createTwins.ts';

/** Pages of the current edition below one title, in the order of the sidebar. */
export type Chapter = {readonly title: string; readonly twins: readonly Twin[]};

/** What the two files are made of. */
export type Library = {
  /** Name of the site. */
  readonly title: string;
  /** What it is, in a sentence. */
  readonly summary: string;
  /** What the site calls the current edition. */
  readonly label: string;
  readonly chapters: readonly Chapter[];
  /** Older editions, newest first. */
  readonly older: readonly {readonly label: string; readonly twins: readonly Twin[]}[];
  /** Address of the file that holds all pages of the current edition. */
  readonly fullAddress: string;
};

function createParagraph(value: string): Extract<RootContent, {type: 'paragraph'}> {
  return {type: 'paragraph', children: [{type: 'text', value}]};
}

function createHeading(depth: 1 | 2, value: string): RootContent {
  return {type: 'heading', depth, children: [{type: 'text', value}]};
}

function createIntroduction({title, summary}: Library): RootContent[] {
  return [createHeading(1, title), {type: 'blockquote', children: [createParagraph(summary)]}];
}

/** A list of files as the format wants it: `- [title](address): note`. */
function createFileList(
  files: readonly {readonly twin: Twin; readonly note: string}[],
): RootContent {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: files.map(({twin, note}) => ({
      type: 'listItem',
      spread: false,
      children: [
        {
          type: 'paragraph',
          children: [
            {
              type: 'link',
              url: `${twin.address}.md`,
              children: [{type: 'text', value: twin.title}],
            },
            {type: 'text', value: `: ${note}`},
          ],
        },
      ],
    })),
  };
}

/**
 * `llms.txt`: what there is to read, for programs (https://llmstxt.org). Each section of the current edition lists its pages with
 * their short answers; `Optional`, a name that the format gives, holds the older editions.
 */
export function createIndex(library: Library): string {
  const {label, chapters, older, fullAddress} = library;
  return serialize([
    ...createIntroduction(library),
    {
      type: 'paragraph',
      children: [
        {
          type: 'text',
          value: `下面是 ${label}的各页，都是 Markdown，开头写着版本、核对依据和网页的地址。合成一个文件：`,
        },
        {type: 'link', url: fullAddress, children: [{type: 'text', value: fullAddress}]},
      ],
    },
    ...chapters.flatMap(({title, twins}) => [
      createHeading(2, title),
      createFileList(twins.map((twin) => ({twin, note: twin.answer}))),
    ]),
    ...(older.length > 0
      ? [
          createHeading(2, 'Optional'),
          createFileList(
            older.flatMap((edition) => edition.twins.map((twin) => ({twin, note: edition.label}))),
          ),
        ]
      : []),
  ]);
}

/** `llms-full.txt`: all pages of the current edition in the order of the sidebar, each behind a line `---`. */
export function createFullText(library: Library): string {
  return [
    serialize([...createIntroduction(library), createParagraph(`版本：${library.label}`)]),
    ...library.chapters.flatMap(({twins}) => twins.map(({markdown}) => markdown)),
  ].join('\n---\n\n');
}
