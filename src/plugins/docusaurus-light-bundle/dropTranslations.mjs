/** Beginnings of the names of texts that the site never shows: of what it does not have, and of what it says in its own words. */
const UNUSED = [
  'theme.AnnouncementBar.',
  'theme.CodeBlock.wordWrapToggle',
  'theme.NotFound.p',
  'theme.SearchModal.askAiScreen.',
  'theme.blog.',
  'theme.common.editThisPage',
  'theme.docs.sidebar.collapseButton',
  'theme.docs.sidebar.expandButton',
  'theme.docs.tag',
  'theme.docs.versions.',
  'theme.lastUpdated.',
  'theme.navbar.mobileLanguageDropdown.',
  'theme.tags.',
];

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
