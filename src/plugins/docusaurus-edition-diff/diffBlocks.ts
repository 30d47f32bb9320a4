import {align} from './align.ts';
import {compareWords, diffRuns, replaceRuns} from './diffRuns.ts';
import type {
  Block,
  BlockDiff,
  ChangedBlock,
  CodeBlock,
  ColumnDiff,
  Edit,
  LineDiff,
  RowDiff,
  Run,
  Step,
  StepDiff,
  StepsBlock,
  TableBlock,
  TextBlock,
} from './model.ts';
import {joinRuns, markRuns, toText} from './runs.ts';
import {splitWords} from './splitWords.ts';

/** Two blocks that have fewer of their words in common than this are not the same block. */
const SIMILAR = 0.4;

/** If less than this is left of a text, both are shown whole: a word here and there says nothing. */
const KEPT = 0.35;

const toRuns = (line: string): Run[] => splitWords(line).map((word) => ({text: word}));

const isSameText = (older: readonly Run[], newer: readonly Run[]): boolean =>
  toText(older) === toText(newer);

/** Compares two texts that belong together, whether or not they are alike. */
function diffText(older: readonly Run[], newer: readonly Run[]): Run[] {
  const {runs, kept} = diffRuns(older, newer);
  return kept < KEPT ? replaceRuns(older, newer) : [...runs];
}

const mark = (runs: readonly Run[], edit: Edit): Run[] => joinRuns(markRuns(runs, edit));

function isTextBlock(block: Block): block is TextBlock {
  return block.kind === 'paragraph' || block.kind === 'item';
}

/** How much two blocks are alike, from 0 to 1. Tables and diagrams belong together by their ids. */
function compareBlocks(older: Block, newer: Block): number {
  if (isTextBlock(older)) {
    return newer.kind === older.kind ? compareWords(older.runs, newer.runs) : 0;
  }
  if (older.kind === 'code') {
    return newer.kind === 'code' && newer.language === older.language
      ? compareWords(toRuns(older.lines.join('\n')), toRuns(newer.lines.join('\n')))
      : 0;
  }
  return newer.kind === older.kind && newer.id === older.id ? 1 : 0;
}

function diffCode(older: CodeBlock, newer: CodeBlock): ChangedBlock | undefined {
  const pairs = align(
    older.lines.map(toRuns),
    newer.lines.map(toRuns),
    // A line of braces or a blank one has no words; it belongs to one that looks the same.
    (a, b) => (isSameText(a, b) ? 1 : compareWords(a, b)),
    0.5,
  );
  const lines = pairs.map(({older: before, newer: after}): LineDiff => {
    if (before && after) {
      return isSameText(before, after)
        ? {status: 'same', runs: joinRuns(after)}
        : {status: 'changed', runs: diffRuns(before, after).runs};
    }
    return before
      ? {status: 'removed', runs: mark(before, 'removed')}
      : {status: 'added', runs: mark(after!, 'added')};
  });
  return older.title === newer.title && lines.every(({status}) => status === 'same')
    ? undefined
    : {
        kind: 'code',
        language: newer.language,
        title: diffText(toRuns(older.title), toRuns(newer.title)),
        lines,
      };
}

/** Entries with a key in the order of the newer list; what is only in the older one stands where it stood. */
function pairByKey<Item>(
  older: readonly Item[],
  newer: readonly Item[],
  getKey: (item: Item) => string,
): {older?: Item; newer?: Item}[] {
  const olderByKey = new Map(older.map((item) => [getKey(item), item]));
  const pairs: {older?: Item; newer?: Item}[] = newer.map((item) => {
    const twin = olderByKey.get(getKey(item));
    return {newer: item, ...(twin && {older: twin})};
  });
  let place = 0;
  for (const item of older) {
    const index = pairs.findIndex(({older: paired}) => paired === item);
    if (index >= 0) {
      place = index + 1;
    } else {
      pairs.splice(place++, 0, {older: item});
    }
  }
  return pairs;
}

function diffTable(older: TableBlock, newer: TableBlock): ChangedBlock | undefined {
  const getId = ({id}: {readonly id: string}): string => id;
  const columnPairs = pairByKey(older.columns, newer.columns, getId).map((pair) => ({
    ...pair,
    olderIndex: pair.older ? older.columns.indexOf(pair.older) : -1,
    newerIndex: pair.newer ? newer.columns.indexOf(pair.newer) : -1,
  }));
  const columns = columnPairs.map(({older: before, newer: after}): ColumnDiff => {
    if (before && after) {
      return {header: diffText(before.header, after.header)};
    }
    return before
      ? {header: joinRuns(before.header), edit: 'removed'}
      : {header: joinRuns(after!.header), edit: 'added'};
  });
  const rowPairs = pairByKey(older.rows, newer.rows, getId);
  const rows = rowPairs.flatMap(({older: before, newer: after}): RowDiff[] => {
    const cellPairs = columnPairs.map(
      ({olderIndex, newerIndex}) =>
        [before?.cells[olderIndex] ?? [], after?.cells[newerIndex] ?? []] as const,
    );
    if (before && after) {
      return cellPairs.every(([a, b]) => isSameText(a, b))
        ? []
        : [{id: after.id, status: 'changed', cells: cellPairs.map(([a, b]) => diffText(a, b))}];
    }
    return [
      {
        id: (before ?? after)!.id,
        status: before ? 'removed' : 'added',
        cells: cellPairs.map(([a, b]) => joinRuns(before ? a : b)),
      },
    ];
  });
  const caption = diffText(older.caption, newer.caption);
  const hasChanged =
    rows.length > 0 ||
    [...caption, ...columns.flatMap(({header}) => header)].some(({edit}) => edit) ||
    columns.some(({edit}) => edit);
  return hasChanged
    ? {kind: 'table', caption, columns, rows, sameRows: rowPairs.length - rows.length}
    : undefined;
}

const toStepText = ({message, explanation}: Step): readonly Run[] => [...message, ...explanation];

function diffSteps(older: StepsBlock, newer: StepsBlock): ChangedBlock | undefined {
  const pairs = align(
    older.steps.map((step, index) => ({...step, number: index + 1})),
    newer.steps.map((step, index) => ({...step, number: index + 1})),
    (a, b) => compareWords(toStepText(a), toStepText(b)),
    SIMILAR,
  );
  const steps = pairs.flatMap(({older: before, newer: after}): StepDiff[] => {
    if (before && after) {
      return isSameText(before.message, after.message) &&
        isSameText(before.explanation, after.explanation)
        ? []
        : [
            {
              status: 'changed',
              older: before.number,
              newer: after.number,
              message: diffText(before.message, after.message),
              explanation: diffText(before.explanation, after.explanation),
            },
          ];
    }
    const {message, explanation, number} = (before ?? after)!;
    return [
      {
        status: before ? 'removed' : 'added',
        ...(before ? {older: number} : {newer: number}),
        message: joinRuns(message),
        explanation: joinRuns(explanation),
      },
    ];
  });
  const title = diffText(older.title, newer.title);
  return steps.length > 0 || title.some(({edit}) => edit)
    ? {kind: 'steps', title, steps, sameSteps: pairs.length - steps.length}
    : undefined;
}

/** A block with as few runs as possible. */
export function joinBlock(block: Block): Block {
  switch (block.kind) {
    case 'code':
      return block;
    case 'table':
      return {
        ...block,
        caption: joinRuns(block.caption),
        columns: block.columns.map((column) => ({...column, header: joinRuns(column.header)})),
        rows: block.rows.map((row) => ({...row, cells: row.cells.map(joinRuns)})),
      };
    case 'steps':
      return {
        ...block,
        title: joinRuns(block.title),
        steps: block.steps.map(({message, explanation}) => ({
          message: joinRuns(message),
          explanation: joinRuns(explanation),
        })),
      };
    default:
      return {...block, runs: joinRuns(block.runs)};
  }
}

/** One block in place of another: what changed in it, or the two whole if little is left. */
function diffPair(older: Block, newer: Block): BlockDiff[] {
  if (isTextBlock(older) && isTextBlock(newer)) {
    if (isSameText(older.runs, newer.runs)) {
      return [{status: 'same', count: 1}];
    }
    const {runs, kept} = diffRuns(older.runs, newer.runs);
    return kept < KEPT
      ? [
          {status: 'removed', block: joinBlock(older)},
          {status: 'added', block: joinBlock(newer)},
        ]
      : [{status: 'changed', block: {...newer, runs}}];
  }
  let block: ChangedBlock | undefined;
  if (older.kind === 'code' && newer.kind === 'code') {
    block = diffCode(older, newer);
  } else if (older.kind === 'table' && newer.kind === 'table') {
    block = diffTable(older, newer);
  } else if (older.kind === 'steps' && newer.kind === 'steps') {
    block = diffSteps(older, newer);
  }
  return [block ? {status: 'changed', block} : {status: 'same', count: 1}];
}

/**
 * Compares the blocks of a section. Text and code belong together by what they say, tables and diagrams by their ids; in a table rows
 * and columns by their ids, in a diagram the steps by what they say.
 * @returns what became of the blocks, in order; blocks that stayed the same are only counted
 */
export function diffBlocks(older: readonly Block[], newer: readonly Block[]): BlockDiff[] {
  const diffs = align(older, newer, compareBlocks, SIMILAR).flatMap(
    ({older: before, newer: after}): BlockDiff[] => {
      if (before && after) {
        return diffPair(before, after);
      }
      return before
        ? [{status: 'removed', block: joinBlock(before)}]
        : [{status: 'added', block: joinBlock(after!)}];
    },
  );
  return diffs.reduce<BlockDiff[]>((joined, diff) => {
    const last = joined.at(-1);
    return last?.status === 'same' && diff.status === 'same'
      ? [...joined.slice(0, -1), {status: 'same', count: last.count + diff.count}]
      : [...joined, diff];
  }, []);
}
