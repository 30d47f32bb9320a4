import {generateFragmentFromRange} from 'text-fragments-polyfill/dist/fragment-generation-utils.js';
import {internal, processTextFragmentDirective} from 'text-fragments-polyfill/text-fragment-utils';
import type {TextFragment} from '../link.ts';
import {abbreviate} from './abbreviate.ts';
import {restoreTerm} from './restoreTerm.ts';

/**
 * Writes a description with the characters that stand on the page. The generator normalizes them, full-width punctuation too, and not
 * every browser takes one for the other.
 */
function restore({textStart, textEnd, prefix, suffix}: TextFragment, passage: Range): TextFragment {
  const before = passage.cloneRange();
  before.selectNodeContents(document.body);
  const after = before.cloneRange();
  before.setEnd(passage.startContainer, passage.startOffset);
  after.setStart(passage.endContainer, passage.endOffset);
  const {normalizeString} = internal;
  return {
    textStart: restoreTerm(textStart, passage.toString(), 'start', normalizeString),
    textEnd: textEnd && restoreTerm(textEnd, passage.toString(), 'end', normalizeString),
    prefix: prefix && restoreTerm(prefix, before.toString(), 'end', normalizeString),
    suffix: suffix && restoreTerm(suffix, after.toString(), 'start', normalizeString),
  };
}

/**
 * Describes a passage so that a browser finds it, and no other one.
 * @param range the passage; half a word counts as the whole word
 * @returns undefined if there is no such description, or finding it takes more than half a second
 */
export function describePassage(range: Range): TextFragment | undefined {
  const passage = range.cloneRange();
  const {fragment} = generateFragmentFromRange(passage);
  if (!fragment) {
    return undefined;
  }
  const full = restore(fragment, passage);
  const isSame = (description: TextFragment): boolean => {
    const [found, other] = processTextFragmentDirective(description);
    return found?.toString().trim() === passage.toString().trim() && !other;
  };
  return abbreviate(full).find(isSame) ?? full;
}
