import {Converter} from 'opencc-js';

/** The blocks of Han characters that are in everyday use: extension A and the main block. */
const BLOCKS = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
] as const;

/** OpenCC's rules for generic traditional characters and those of Taiwan and Hong Kong. */
const CONVERTERS = ['t', 'tw', 'hk'].map((from) => Converter({from, to: 'cn'}));

/**
 * The traditional forms of characters, by OpenCC: `后後` for 后. Forms that are among the given characters themselves are
 * left out, since they can be found as they are.
 * @param characters simplified characters, each once
 * @returns an item for each that has other forms: the character and then its forms
 */
export function listVariants(characters: readonly string[]): string[] {
  const variants = new Map(characters.map((character) => [character, '']));
  for (const [start, end] of BLOCKS) {
    for (let code = start; code <= end; code++) {
      const form = String.fromCharCode(code);
      if (!variants.has(form)) {
        for (const simplified of new Set(CONVERTERS.map((convert) => convert(form)))) {
          const known = variants.get(simplified);
          if (known !== undefined) {
            variants.set(simplified, known + form);
          }
        }
      }
    }
  }
  return [...variants]
    .filter(([, forms]) => forms !== '')
    .map(([character, forms]) => character + forms);
}
