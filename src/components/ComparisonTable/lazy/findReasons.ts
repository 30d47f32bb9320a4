/** Why a view leaves a row out. */
export type Reason = 'same' | 'filter';

/**
 * Says for each row whether, and why, a view leaves it out.
 * @param rows the plain text of the shown cells of each row, its name first
 * @param view of which only the filter and the wish for differences count
 */
export function findReasons(
  rows: readonly (readonly string[])[],
  view: {readonly filter: string; readonly onlyDifferences: boolean},
): (Reason | undefined)[] {
  // As a reader types: full-width or not, capital or not, with or without a space between Chinese and Latin.
  const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  const words = view.filter.split(/\s+/).map(fold).filter(Boolean);
  return rows.map((texts) => {
    const folded = words.length > 0 ? texts.map(fold) : [];
    if (!words.every((word) => folded.some((text) => text.includes(word)))) {
      return 'filter';
    }
    const [, ...subjects] = texts.map((text) => text.replace(/\s+/g, ''));
    const isSame = subjects.length > 1 && subjects.every((text) => text === subjects[0]);
    return view.onlyDifferences && isSame ? 'same' : undefined;
  });
}
