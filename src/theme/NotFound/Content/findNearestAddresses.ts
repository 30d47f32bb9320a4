/** Number of single-character edits between two strings (Levenshtein distance, Wagner–Fischer algorithm). */
function getEditDistance(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(
        row[j]! + 1,
        next[j - 1]! + 1,
        row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    }
    row = next;
  }
  return row[b.length]!;
}

/** The share of edited characters below which two names count as near. */
const RELATIVE_DISTANCE_LIMIT = 0.5;

const getLastSegment = (address: string): string => address.split('/').filter(Boolean).at(-1) ?? '';

/**
 * Finds existing addresses that a wrong one may have meant: the last segment counts first, the whole address second.
 * @returns nearest first; only addresses whose last segments differ in less than half of their characters
 */
export function findNearestAddresses(wanted: string, addresses: readonly string[]): string[] {
  const clean = wanted.replace(/\.html?$|\/+$/g, '').toLowerCase();
  const name = getLastSegment(clean);
  return addresses
    .map((address) => {
      const ownName = getLastSegment(address);
      const nameDistance =
        getEditDistance(name, ownName) / Math.max(name.length, ownName.length, 1);
      return {address, nameDistance, distance: getEditDistance(clean, address)};
    })
    .filter(({nameDistance}) => nameDistance < RELATIVE_DISTANCE_LIMIT)
    .sort((a, b) => a.nameDistance - b.nameDistance || a.distance - b.distance)
    .map(({address}) => address);
}
