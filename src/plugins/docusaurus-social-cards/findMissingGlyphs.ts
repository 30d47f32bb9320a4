import type {Card, CardText} from './listCards.ts';
import type {Typeface} from './typeface.ts';

/** Line and column of a character in a text, from 1; the beginning if it is not there as such, but put together or escaped. */
function locate(text: string, character: string): string {
  const before = text.slice(0, Math.max(0, text.indexOf(character))).split('\n');
  return `${before.length}:${Array.from(before.at(-1)!).length + 1}`;
}

/**
 * Finds the characters of cards that one of the fonts cannot show, so that no card goes out with empty boxes.
 * @param readFile the text of a file, by its path relative to the site
 * @returns `file:line:column: what is wrong. How to mend it.`, one for each character of a text
 */
export function findMissingGlyphs(
  cards: readonly Card[],
  typefaces: readonly Typeface[],
  readFile: (file: string) => string,
): string[] {
  const describe = ({text, name, file}: CardText): string[] =>
    [...new Set(text)]
      .filter((character) => !typefaces.every(({hasGlyph}) => hasGlyph(character)))
      .map((character) => {
        const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
        return `${file}:${locate(readFile(file), character)}: The font of the social cards has no glyph for "${character}" (U+${code}) in the ${name}. Write it another way, in words for example.`;
      });
  return [
    ...new Set(
      cards.flatMap(({title, answer, places}) => [title, answer, ...places].flatMap(describe)),
    ),
  ];
}
