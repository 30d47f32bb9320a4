import {diffArrays} from 'diff';
import type {Run} from './model.ts';
import {joinRuns, markRuns, toText} from './runs.ts';
import {weigh} from './splitWords.ts';

/** A stretch of text: the same in both editions, or what one edition has in place of the other. */
type Stretch = {
  readonly same: readonly Run[];
  readonly removed: readonly Run[];
  readonly added: readonly Run[];
};

/** What two texts have in common, and how they differ. */
export type RunsDiff = {
  /** Both texts in one; runs that one edition alone has carry an `edit`. */
  readonly runs: readonly Run[];
  /** Which part of both texts is in both, from 0 to 1. */
  readonly kept: number;
};

/** What is longer than this (four Han characters, eight letters) is worth keeping apart between two changes. */
const LONGEST_ISLAND = 8;

const weighRuns = (runs: readonly Run[]): number => weigh(toText(runs));

/** Compares word by word; how a word is set, and where it links to, does not count. */
function findStretches(older: readonly Run[], newer: readonly Run[]): Stretch[] {
  const words = (runs: readonly Run[]): string[] => runs.map(({text}) => text);
  const stretches: Stretch[] = [];
  let olderIndex = 0;
  let newerIndex = 0;
  for (const {added, removed, count} of diffArrays(words(older), words(newer))) {
    const last = stretches.at(-1);
    const current =
      last && last.same.length === 0 && (added || removed)
        ? stretches.pop()!
        : {same: [], removed: [], added: []};
    if (removed) {
      stretches.push({...current, removed: older.slice(olderIndex, olderIndex + count)});
    } else if (added) {
      stretches.push({...current, added: newer.slice(newerIndex, newerIndex + count)});
    } else {
      // The newer edition's look is the one that is shown.
      stretches.push({...current, same: newer.slice(newerIndex, newerIndex + count)});
    }
    olderIndex += added ? 0 : count;
    newerIndex += removed ? 0 : count;
  }
  return stretches;
}

const weighChange = ({removed, added}: Stretch): number =>
  Math.max(weighRuns(removed), weighRuns(added));

/**
 * Takes what is the same between two changes, but is short beside them, into one change: `〈甲〉的〈乙〉` is easier to read than three
 * pieces.
 */
function mergeIslands(stretches: readonly Stretch[]): Stretch[] {
  const merged = [...stretches];
  for (let index = 1; index < merged.length - 1; index++) {
    const [before, island, after] = [merged[index - 1]!, merged[index]!, merged[index + 1]!];
    const weight = weighRuns(island.same);
    if (
      island.same.length > 0 &&
      weight <= LONGEST_ISLAND &&
      weight <= Math.min(weighChange(before), weighChange(after))
    ) {
      merged.splice(index - 1, 3, {
        same: [],
        removed: [...before.removed, ...island.same, ...after.removed],
        added: [...before.added, ...island.same, ...after.added],
      });
      // The change is longer now, so that it may swallow the island before.
      index = Math.max(0, index - 3);
    }
  }
  return merged;
}

/** Compares two texts word by word. */
export function diffRuns(older: readonly Run[], newer: readonly Run[]): RunsDiff {
  const stretches = mergeIslands(findStretches(older, newer));
  const total = weighRuns(older) + weighRuns(newer);
  const common = stretches.reduce((sum, {same}) => sum + weighRuns(same), 0);
  return {
    runs: joinRuns(
      stretches.flatMap(({same, removed, added}) => [
        ...same,
        ...markRuns(removed, 'removed'),
        ...markRuns(added, 'added'),
      ]),
    ),
    kept: total > 0 ? (2 * common) / total : Number(toText(older) === toText(newer)),
  };
}

/** Both texts whole, the older one first. */
export function replaceRuns(older: readonly Run[], newer: readonly Run[]): Run[] {
  return joinRuns([...markRuns(older, 'removed'), ...markRuns(newer, 'added')]);
}

/** Which part of the words of two texts is in both, in whatever order, from 0 to 1. */
export function compareWords(older: readonly Run[], newer: readonly Run[]): number {
  const rest = new Map<string, number>();
  let total = 0;
  for (const {text} of older) {
    rest.set(text, (rest.get(text) ?? 0) + 1);
    total += weigh(text);
  }
  let common = 0;
  for (const {text} of newer) {
    const weight = weigh(text);
    total += weight;
    const left = rest.get(text) ?? 0;
    if (left > 0) {
      rest.set(text, left - 1);
      common += weight;
    }
  }
  return total > 0 ? (2 * common) / total : Number(toText(older) === toText(newer));
}
