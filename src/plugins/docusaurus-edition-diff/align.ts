/** What stands in the same place: in both lists, or in one alone. */
export type Pair<Item> = {readonly older?: Item; readonly newer?: Item};

/**
 * Finds which entries of two lists belong together, in the order of both lists, so that all together are as similar as can be.
 * @param similarity of two entries, from 0 to 1
 * @param threshold less similar entries do not belong together
 * @returns every entry once; what is only in the older list comes in front of what came in its place
 */
export function align<Item>(
  older: readonly Item[],
  newer: readonly Item[],
  similarity: (older: Item, newer: Item) => number,
  threshold: number,
): Pair<Item>[] {
  const likeness = older.map((a) =>
    newer.map((b) => {
      const value = similarity(a, b);
      return value >= threshold ? value : 0;
    }),
  );
  // best[i][j]: what older[i…] and newer[j…] can reach.
  const best = Array.from({length: older.length + 1}, () =>
    new Array<number>(newer.length + 1).fill(0),
  );
  for (let i = older.length - 1; i >= 0; i--) {
    for (let j = newer.length - 1; j >= 0; j--) {
      const value = likeness[i]![j]!;
      best[i]![j] = Math.max(
        value > 0 ? value + best[i + 1]![j + 1]! : 0,
        best[i + 1]![j]!,
        best[i]![j + 1]!,
      );
    }
  }
  const pairs: Pair<Item>[] = [];
  let added: Pair<Item>[] = [];
  let i = 0;
  let j = 0;
  while (i < older.length || j < newer.length) {
    const value = likeness[i]?.[j] ?? 0;
    if (value > 0 && best[i]![j] === value + best[i + 1]![j + 1]!) {
      pairs.push(...added, {older: older[i++]!, newer: newer[j++]!});
      added = [];
    } else if (i < older.length && (j === newer.length || best[i]![j] === best[i + 1]![j])) {
      pairs.push({older: older[i++]!});
    } else {
      added.push({newer: newer[j++]!});
    }
  }
  return [...pairs, ...added];
}
