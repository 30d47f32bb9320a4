import type {TextFragment} from '../link.ts';

/** A longer passage is named by its two ends: each Chinese character is nine in an address. */
const MAX_LENGTH = 30;

/** How long the two ends are at first, and how often they may grow by as much again, in characters. */
const END_LENGTH = 6;
const MAX_GROWTH = 4;

/** Where words begin, and the end of the text. */
function findWordBounds(text: string): number[] {
  const segments = new Intl.Segmenter('zh', {granularity: 'word'}).segment(text);
  return [...Array.from(segments, ({index}) => index), text.length];
}

/** Ways to name a passage, without what is around it: a long one by its two ends only, cut between words, the shortest first. */
function shorten({textStart, textEnd}: TextFragment): TextFragment[] {
  if (textEnd !== undefined || textStart.length <= MAX_LENGTH) {
    return [{textStart, textEnd}];
  }
  const bounds = findWordBounds(textStart);
  const lengths = Array.from({length: MAX_GROWTH}, (_, index) => (index + 1) * END_LENGTH);
  return lengths
    .map((length) => ({
      start: bounds.find((bound) => bound >= length)!,
      end: bounds.findLast((bound) => bound <= textStart.length - length)!,
    }))
    .filter(({start, end}) => start < end)
    .map(({start, end}) => ({
      textStart: textStart.slice(0, start).trim(),
      textEnd: textStart.slice(end).trim(),
    }));
}

/**
 * Shorter descriptions of a passage, which may fit other passages too: first those without what is around it, then those with it; each
 * time the shortest first.
 */
export function abbreviate(fragment: TextFragment): TextFragment[] {
  const {prefix, suffix} = fragment;
  const short = shorten(fragment);
  const hasContext = prefix !== undefined || suffix !== undefined;
  return [...short, ...(hasContext ? short.map((way) => ({...way, prefix, suffix})) : [])];
}
