/** Fields of the configuration that only the build reads. */
const BUILD_ONLY = [
  'clientModules',
  'headTags',
  'markdown',
  'onBrokenAnchors',
  'onBrokenLinks',
  'onDuplicateRoutes',
  'plugins',
  'presets',
  'scripts',
  'staticDirectories',
  'stylesheets',
  'themes',
];

/** Of the theme's: there is no blog, and code is highlighted by the build. */
const BUILD_ONLY_THEME = ['blog', 'prism'];

const EXPORT = /^export default (\{.*\});?\s*$/ms;

/**
 * @param {Record<string, any>} object
 * @param {readonly string[]} names
 */
const omit = (object, names) =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

/**
 * A loader for `docusaurus.config.mjs`, the site's configuration, which every page loads: leaves out what only the build reads, such as the
 * options of plugins.
 * @param {string} source
 * @returns {string}
 * @throws {Error} if the configuration is not exported as JSON
 */
export default function dropConfig(source) {
  const [, json] = EXPORT.exec(source) ?? [];
  if (!json) {
    throw new Error(
      'docusaurus-light-bundle: docusaurus.config.mjs does not export JSON. Look at what Docusaurus writes now.',
    );
  }
  const config = omit(JSON.parse(json), BUILD_ONLY);
  const future = omit(config.future, ['faster']);
  const themeConfig = omit(config.themeConfig, BUILD_ONLY_THEME);
  return `export default ${JSON.stringify({...config, future, themeConfig})};`;
}
