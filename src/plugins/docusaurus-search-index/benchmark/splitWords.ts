const SEGMENTER = new Intl.Segmenter('zh', {granularity: 'word'});
/** Runs of Han characters, words and identifiers, numbers, and what is between. */
const PIECE =
  /\p{Script=Han}+|\p{Script=Latin}{2,}(?:[_.\-/]?[\p{Script=Latin}\d]+)*|\d+|[^\p{Script=Han}\p{Script=Latin}\d]+|./gsu;
const CLAUSE_END = /(?<=[，。；：、！？])/;

/** Whether a piece begins with a Han character. */
export const isHan = (piece: string): boolean => /^\p{Script=Han}/u.test(piece);

/** Whether a piece is a Latin word or an identifier. */
export const isLatin = (piece: string): boolean => /^\p{Script=Latin}{2}/u.test(piece);

/** Whether a piece is a word, and not a single character or what stands between words. */
export const isWord = (piece: string): boolean =>
  isHan(piece) ? piece.length > 1 : isLatin(piece);

/** The words of a text, and what is between them. Joined, they are the text. */
export function splitWords(text: string): string[] {
  return (text.match(PIECE) ?? []).flatMap((piece) =>
    isHan(piece) ? Array.from(SEGMENTER.segment(piece), ({segment}) => segment) : piece,
  );
}

/** The clauses of a text, each with the mark that ends it. Joined, they are the text. */
export function splitClauses(text: string): string[] {
  return text.split(CLAUSE_END).filter(Boolean);
}
