import type {CatalogPage} from '../../plugins/docusaurus-home/catalog.ts';

/** A page that was found, with the question that matched best, if one did. */
export type FoundPage = {readonly page: CatalogPage; readonly question?: string};

/** Text made comparable: full-width forms folded (NFKC), case and white space dropped. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** Where the words stand counts: in the title most, then in another name, then in a question. */
const TITLE_SCORE = 3;
const KEYWORD_SCORE = 2;
const QUESTION_SCORE = 1;

function scoreTerm(page: CatalogPage, term: string): number {
  if (fold(page.title).includes(term)) {
    return TITLE_SCORE;
  }
  if (page.keywords.some((keyword) => fold(keyword).includes(term))) {
    return KEYWORD_SCORE;
  }
  return page.questions.some((question) => fold(question).includes(term)) ? QUESTION_SCORE : 0;
}

/**
 * Finds the pages in whose title, other names or questions every word of the query occurs.
 * @param query what the reader typed; words are divided by white space
 * @returns best first, pages of equal score in their given order; nothing for a blank query
 */
export function findPages(pages: readonly CatalogPage[], query: string): FoundPage[] {
  const terms = query.split(/\s+/).map(fold).filter(Boolean);
  if (terms.length === 0) {
    return [];
  }
  return pages
    .map((page) => {
      const scores = terms.map((term) => scoreTerm(page, term));
      const score = scores.includes(0) ? 0 : scores.reduce((sum, part) => sum + part, 0);
      const question = page.questions.find((text) =>
        terms.some((term) => fold(text).includes(term)),
      );
      return {page, question: question ?? page.questions[0], score};
    })
    .filter(({score}) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({page, question}) => ({page, question}));
}
