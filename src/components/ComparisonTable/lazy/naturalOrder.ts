import {MARKS} from '../../../plugins/remark-comparison-table/marks.ts';

/** Units that are converted, in seconds and in bytes. */
const UNITS: readonly Readonly<Record<string, number>>[] = [
  {ms: 1e-3, 毫秒: 1e-3, s: 1, 秒: 1, min: 60, 分钟: 60, h: 3600, 小时: 3600, d: 86400, 天: 86400},
  {
    B: 1,
    KB: 1e3,
    KiB: 2 ** 10,
    MB: 1e6,
    MiB: 2 ** 20,
    GB: 1e9,
    GiB: 2 ** 30,
    TB: 1e12,
    TiB: 2 ** 40,
  },
];

const QUANTITY = /^([-−+]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(\D*)$/;

/** A number with what it measures; undefined for any other text. A dotted number without a unit is a version. */
function readQuantity(text: string): {measure: string | number; value: number} | undefined {
  const [, sign, whole, fraction = '', unit = ''] = QUANTITY.exec(text) ?? [];
  if (whole === undefined || (fraction && !unit)) {
    return undefined;
  }
  const family = UNITS.findIndex((units) => unit in units);
  const size = Number(whole.replaceAll(',', '') + fraction) * (UNITS[family]?.[unit] ?? 1);
  return {
    measure: family < 0 ? unit : family,
    value: sign === '-' || sign === '−' ? -size : size,
  };
}

/**
 * The natural order of the cells of one column. If all are quantities of one kind, their size counts (`300 ms` before `2 s`);
 * otherwise the text, in which runs of digits count as numbers (`1.9` before `1.10`, as versions do), and marks go from ✓ over ~ to ✗.
 * @returns positions in `texts`, in order; cells that are equal keep theirs, in either direction
 */
export function sortTexts(texts: readonly string[], isDescending: boolean): number[] {
  const quantities = texts.map(readQuantity);
  const isMeasured = quantities.every(
    (quantity) => quantity && quantity.measure === quantities[0]!.measure,
  );
  const collator = new Intl.Collator('zh-Hans', {numeric: true});
  const keys = texts.map((text) =>
    text.replace(/^[✓~✗](?=\s|$)/, (mark) => String(MARKS.indexOf(mark as (typeof MARKS)[number]))),
  );
  const compare = (a: number, b: number): number =>
    isMeasured ? quantities[a]!.value - quantities[b]!.value : collator.compare(keys[a]!, keys[b]!);
  return texts
    .map((_, index) => index)
    .sort((a, b) => (isDescending ? compare(b, a) : compare(a, b)));
}
