/** A stretch of a text that is to be marked. */
export type Range = readonly [start: number, end: number];

/** Finds the stretches of a text that are to be marked, in their order. */
export type Finder = (text: string) => Range[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
};

/** Text as HTML: DocSearch and the search page insert what they get without escaping it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

/** More are not looked for in a text. */
const MAX_MARKS = 40;
/** Shorter Latin words are marked only at the beginning of a word: `sc` not in `describe`, but in 用sc吗. */
const MIN_INNER_LETTERS = 4;

/**
 * Makes the function that finds what is to be marked in a text. Case does not matter, nor do the separators inside identifiers.
 * @param marks in lower case, longest first
 */
export function createFinder(marks: readonly string[]): Finder {
  const sources = marks.slice(0, MAX_MARKS).map((given) => {
    const mark = given.toLowerCase();
    const letters = Array.from(mark, (letter) => letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
    if (!/^[\p{L}\p{N}\p{M}]+$/u.test(mark) || /\p{Script=Han}/u.test(mark)) {
      return letters.join('');
    }
    const word = letters.join('[_.\\-/:+]?');
    return letters.length < MIN_INNER_LETTERS
      ? `(?<!(?!\\p{Script=Han})[\\p{L}\\p{N}])${word}`
      : word;
  });
  if (sources.length === 0) {
    return () => [];
  }
  const pattern = new RegExp(sources.join('|'), 'gu');
  return (text) => {
    // Folded here, since `i` makes Unicode patterns slow. A letter that grows by folding (İ) would move the places behind it.
    const folded = text.toLowerCase();
    const ranges: [number, number][] = [];
    for (const {0: found, index} of (folded.length === text.length ? folded : text).matchAll(
      pattern,
    )) {
      const last = ranges.at(-1);
      if (last && last[1] === index) {
        last[1] = index + found.length;
      } else if (found) {
        ranges.push([index, index + found.length]);
      }
    }
    return ranges;
  };
}

/** A text as HTML, with its marks. */
export function markText(
  text: string,
  ranges: readonly Range[],
  {open, close}: {readonly open: string; readonly close: string},
): string {
  let html = '';
  let at = 0;
  for (const [start, end] of ranges) {
    html += escapeHtml(text.slice(at, start)) + open + escapeHtml(text.slice(start, end)) + close;
    at = end;
  }
  return html + escapeHtml(text.slice(at));
}

/** How far before its first mark a snippet begins. */
const LEAD = 16;

/** Where the stretch of a text begins that holds most of what is marked. */
export function findSnippet(text: string, ranges: readonly Range[], length: number): Range {
  let best = ranges[0]?.[0] ?? 0;
  let most = 0;
  ranges.forEach(([start], i) => {
    let marked = 0;
    for (let j = i; j < ranges.length && ranges[j]![1] <= start + length - LEAD; j++) {
      marked += ranges[j]![1] - ranges[j]![0];
    }
    if (marked > most) {
      most = marked;
      best = start;
    }
  });
  let start = Math.max(0, Math.min(best - LEAD, text.length - length));
  // Not in the middle of a word or of a surrogate pair.
  const isInside = (index: number): boolean =>
    /[\p{Script=Latin}\p{N}_\udc00-\udfff]/u.test(text[index] ?? '') &&
    /[\p{Script=Latin}\p{N}_\ud800-\udbff]/u.test(text[index - 1] ?? '');
  while (start > 0 && start < best && isInside(start)) {
    start++;
  }
  const end = Math.min(text.length, start + length);
  return [start, /[\ud800-\udbff]/.test(text[end - 1] ?? '') ? end - 1 : end];
}
