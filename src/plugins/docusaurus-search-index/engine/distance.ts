/**
 * Number of letters to insert, drop, replace or swap with their neighbour to turn one word into the other (Damerau–Levenshtein,
 * optimal string alignment), or more than `max` as soon as it cannot be `max` or less.
 */
export function getDistance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) {
    return max + 1;
  }
  let beforeLast: number[] = [];
  let last = Array.from({length: b.length + 1}, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let cost = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + Number(!isSame),
      );
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? Infinity) + 1);
      }
      current[column] = cost;
      best = Math.min(best, cost);
    }
    if (best > max) {
      return max + 1;
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
}
