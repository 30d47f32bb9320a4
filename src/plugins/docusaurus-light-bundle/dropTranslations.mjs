/** Beginnings of the names of texts that the site never shows: it has no blog, no tags and no Ask AI. */
const UNUSED = ['theme.blog.', 'theme.tags.', 'theme.docs.tag', 'theme.SearchModal.askAiScreen.'];

/**
 * A loader for `codeTranslations.json`, the theme's texts in the language of the site, which every page loads.
 * @param {string} source JSON
 * @returns {string} JSON
 */
export default function dropTranslations(source) {
  const texts = Object.entries(JSON.parse(source));
  return JSON.stringify(
    Object.fromEntries(texts.filter(([name]) => !UNUSED.some((start) => name.startsWith(start)))),
  );
}
