import {LineBreaker} from 'css-line-break';

/** Room for a text that is to be broken into lines. */
export type Room = {
  /** Width of a text in one line, in the unit of `width`. */
  readonly measure: (text: string) => number;
  readonly width: number;
  /** Lines there is room for; what is left over gives way to an ellipsis. */
  readonly maxLines: number;
};

const ELLIPSIS = '…';

/** Marks that Unicode lets begin a line, and Chinese typesetting does not. */
const NEVER_FIRST = /^[·・•～〜~％‰℃]/u;

/** The hyphens of an option (`--force`) and a sign (`-1`), which would be left alone at the end of a line. */
const NEVER_LAST = /(?:^|[\s（(「])[-–]+$/u;

/** A number, which stays with the unit behind it. */
const NUMBER_LAST = /\d\s$/;
const UNIT_FIRST = /^\p{L}/u;

/** Marks and spaces that look wrong before an ellipsis. */
const BEFORE_ELLIPSIS = /[\s，、；：。！？,;:.!?（(「『《〈“‘·—-]+$/u;

const graphemes = new Intl.Segmenter('zh', {granularity: 'grapheme'});
const words = new Intl.Segmenter('zh', {granularity: 'word'});

/** Puts parts together again wherever the place between two of them is not allowed. */
function mergeParts(
  parts: readonly string[],
  isAllowed: (end: number, before: string, after: string) => boolean,
): string[] {
  const merged: string[] = [];
  let end = 0;
  for (const part of parts) {
    const before = merged.at(-1);
    if (before !== undefined && !isAllowed(end, before, part)) {
      merged[merged.length - 1] = before + part;
    } else {
      merged.push(part);
    }
    end += part.length;
  }
  return merged;
}

/** The pieces between the places where a line may end: Unicode's rules (UAX 14), the strict ones for Chinese, and our own. */
function splitAtBreaks(text: string): string[] {
  const breaker = LineBreaker(text, {lineBreak: 'strict', wordBreak: 'normal'});
  const parts: string[] = [];
  for (let next = breaker.next(); !next.done; next = breaker.next()) {
    parts.push(next.value.slice());
  }
  return mergeParts(
    parts,
    (_end, before, after) =>
      !NEVER_FIRST.test(after) &&
      !NEVER_LAST.test(before) &&
      !(NUMBER_LAST.test(before) && UNIT_FIRST.test(after)),
  );
}

/** The same pieces, but no Chinese word is taken apart either. */
function splitAtWords(text: string): string[] {
  const ends = new Set(
    Array.from(words.segment(text), ({index, segment}) => index + segment.length),
  );
  return mergeParts(splitAtBreaks(text), (end) => ends.has(end));
}

/** Fills lines with pieces. A piece that is wider than a line is broken wherever the line is full. */
function fillLines(parts: readonly string[], {measure, width}: Room): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let lineWidth = 0; // the sum of its pieces: measuring each longer line anew would take most of the time of a card
  for (const part of parts) {
    const isTooWide = measure(part.trimEnd()) > width;
    const pieces = isTooWide ? Array.from(graphemes.segment(part), (g) => g.segment) : [part];
    for (const piece of pieces) {
      if (line.length > 0 && lineWidth + measure(piece.trimEnd()) > width) {
        lines.push(line);
        line = [];
        lineWidth = 0;
      }
      line.push(piece);
      lineWidth += measure(piece);
    }
  }
  return line.length > 0 ? [...lines, line] : lines;
}

/** Shortens a line piece by piece until an ellipsis fits behind it. */
function endWithEllipsis(line: readonly string[], {measure, width}: Room): string {
  const close = (pieces: readonly string[]): string =>
    pieces.join('').replace(BEFORE_ELLIPSIS, '') + ELLIPSIS;
  const fits = (pieces: readonly string[]): boolean => measure(close(pieces)) <= width;
  const pieces = [...line];
  while (pieces.length > 1 && !fits(pieces)) {
    pieces.pop();
  }
  const letters = Array.from(graphemes.segment(pieces.join('')), (g) => g.segment);
  while (letters.length > 1 && !fits(letters)) {
    letters.pop();
  }
  return close(letters);
}

/**
 * Breaks a text into lines by the rules of Chinese typesetting: none begins with a mark that closes or separates, none ends with
 * one that opens, and no Latin word is taken apart unless it is wider than a line.
 * @param text one paragraph, without line breaks
 * @returns at most `maxLines` lines, none wider than `width`, without spaces at their ends
 */
export function breakLines(text: string, room: Room): string[] {
  const lines = fillLines(splitAtBreaks(text), room);
  const kept = lines.slice(0, room.maxLines).map((line) => line.join('').trimEnd());
  return lines.length <= room.maxLines
    ? kept
    : [...kept.slice(0, -1), endWithEllipsis(lines[room.maxLines - 1]!, room)];
}

/**
 * Breaks a heading into lines of about the same width, between words if that takes no more lines.
 * @returns the lines, or undefined if they are more than `maxLines`, or if a Latin word is wider than a line
 */
export function breakHeading(heading: string, room: Room): string[] | undefined {
  const getWidest = (parts: readonly string[]): number =>
    Math.max(...parts.map((part) => room.measure(part.trimEnd())));
  const fill = (parts: readonly string[], width: number): string[] =>
    fillLines(parts, {...room, width}).map((line) => line.join('').trimEnd());
  const anywhere = splitAtBreaks(heading);
  const count = fill(anywhere, room.width).length;
  if (count > room.maxLines || getWidest(anywhere) > room.width) {
    return undefined;
  }
  const betweenWords = splitAtWords(heading);
  const isRoomForWords =
    getWidest(betweenWords) <= room.width && fill(betweenWords, room.width).length === count;
  const parts = isRoomForWords ? betweenWords : anywhere;
  // The narrowest width that takes no line more.
  let low = Math.min(room.width, Math.max(getWidest(parts), room.width / count / 2));
  let high = room.width;
  while (high - low > room.width / 200) {
    const middle = (low + high) / 2;
    if (fill(parts, middle).length > count) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return fill(parts, high);
}
