import type {Root, RootContent, Table} from 'mdast';
import {gfmToMarkdown} from 'mdast-util-gfm';
import {toMarkdown, type Handle, type Options, type Unsafe} from 'mdast-util-to-markdown';

/** All settings of an extension, with those that it takes from others. */
function unfold(extension: Options): Options[] {
  return [extension, ...(extension.extensions ?? []).flatMap(unfold)];
}

/** Columns are not lined up: that costs bytes, and cells as long as ours have no use for it. */
const gfm = unfold(gfmToMarkdown({tablePipeAlign: false, tableCellPadding: true}));

const writeTable = gfm.find(({handlers}) => handlers?.table)!.handlers!.table as Handle;

/** Not every reader of Markdown takes a line of single dashes for the line below a header. */
const writeWideTable: Handle = (node: Table, parent, state, info) =>
  writeTable(node, parent, state, info).replace(/\n.*/, (delimiters) =>
    delimiters.replaceAll('-', '---'),
  );

/** A `~` that stands alone, as at the beginning of a cell, strikes nothing through. */
function escapeLess(unsafe: Unsafe): Unsafe[] {
  return unsafe.character === '~' && !unsafe.atBreak
    ? [
        {...unsafe, before: '\\S'},
        {...unsafe, after: '\\S'},
      ]
    : [unsafe];
}

const extensions: Options[] = gfm.map(({extensions: _unfolded, ...extension}) => ({
  ...extension,
  ...(extension.unsafe && {unsafe: extension.unsafe.flatMap(escapeLess)}),
}));

/** Writes blocks as GitHub-flavoured Markdown. A thematic break is `***`, so that `---` is free to part whole pages. */
export function serialize(blocks: readonly RootContent[]): string {
  const root: Root = {type: 'root', children: [...blocks]};
  return toMarkdown(root, {
    bullet: '-',
    rule: '*',
    extensions: [...extensions, {handlers: {table: writeWideTable}}],
  });
}
