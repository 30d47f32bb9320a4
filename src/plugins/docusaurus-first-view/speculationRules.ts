/**
 * Rules by which a browser that knows them fetches the next page while the pointer rests on its link.
 * https://wicg.github.io/nav-speculation/speculation-rules.html
 * @param baseUrl path of the site, with a slash at both ends
 * @returns the content of a `<script type="speculationrules">`
 */
export function createSpeculationRules(baseUrl: string): string {
  return JSON.stringify({
    prefetch: [
      {
        where: {
          and: [
            {href_matches: `${baseUrl}*`},
            // Not pages, or pages that only lead on.
            {not: {href_matches: [`${baseUrl}go/*`, `${baseUrl}*.md`, `${baseUrl}*.txt`]}},
          ],
        },
        eagerness: 'moderate',
      },
    ],
  });
}
