import type {Options as DocsOptions} from '@docusaurus/plugin-content-docs';
import type {Options as PresetOptions, ThemeConfig} from '@docusaurus/preset-classic';
import type {Config, PluginConfig} from '@docusaurus/types';
import remarkCjkFriendly from 'remark-cjk-friendly';
import {EDITIONS, getEditionLabel} from './src/editions.ts';
import {createSitemap} from './src/plugins/docusaurus-page-contract/createSitemap.ts';
import {parseFrontMatter} from './src/plugins/docusaurus-page-contract/parseFrontMatter.ts';
import rehypePrism from './src/plugins/docusaurus-prism/rehypePrism.ts';
import type {Options as FirstViewOptions} from './src/plugins/docusaurus-first-view/options.ts';
import type {Options as PrismOptions} from './src/plugins/docusaurus-prism/options.ts';
import {
  createSearchConfig,
  readHostedSearch,
} from './src/plugins/docusaurus-search-index/hosted.ts';
import type {Options as SearchOptions} from './src/plugins/docusaurus-search-index/options.ts';
import type {Options as SocialCardsOptions} from './src/plugins/docusaurus-social-cards/options.ts';
import remarkComparisonTable from './src/plugins/remark-comparison-table/index.ts';
import remarkDiagram, {type Options as DiagramOptions} from './src/plugins/remark-diagram/index.ts';

/** Where the site is deployed: SITE_URL is its origin, SITE_BASE_URL the path below it, with a slash at both ends. */
const {SITE_URL = 'http://localhost:3000', SITE_BASE_URL = '/'} = process.env;

/** When the scripts of a page load: at the reader's first `interaction`, or with the page, by SITE_SCRIPTS=load. */
const scripts = process.env.SITE_SCRIPTS === 'load' ? 'load' : 'interaction';

/** Hosted Algolia, if the environment names one; else the site searches its own index. */
const hostedSearch = readHostedSearch(process.env);

const docsOptions = {
  sidebarPath: './sidebars.ts',
  breadcrumbs: true,
  lastVersion: 'current',
  versions: Object.fromEntries(
    EDITIONS.map((edition, index) => [
      index === 0 ? 'current' : edition.name,
      {
        label: getEditionLabel(edition),
        path: index === 0 ? '' : edition.name,
        // Only makes the banner appear; src/theme/DocVersionBanner writes it.
        banner: index === 0 ? 'none' : 'unmaintained',
        badge: false,
      } as const,
    ]),
  ),
  beforeDefaultRemarkPlugins: [
    remarkComparisonTable,
    // The live preview draws in the browser what has no drawing yet.
    [remarkDiagram, {isPreview: process.env.NODE_ENV === 'development'} satisfies DiagramOptions],
  ],
  // Emphasis next to Chinese punctuation, as in **中文。**, which CommonMark alone does not see as emphasis.
  remarkPlugins: [remarkCjkFriendly],
  rehypePlugins: [rehypePrism],
} satisfies DocsOptions;

const TITLE = '云原生知识库';
const LOGO = 'img/logo.svg';

const themeConfig = {
  // Docusaurus would name the script, zh_Hans; Open Graph wants a language and a country.
  metadata: [
    {property: 'og:locale', content: 'zh_CN'},
    {property: 'og:site_name', content: TITLE},
  ],
  colorMode: {respectPrefersColorScheme: true},
  navbar: {
    title: TITLE,
    logo: {src: LOGO, alt: '', width: 32, height: 32},
    items: [
      {type: 'docSidebar', sidebarId: 'docs', label: '文档', position: 'left'},
      {type: 'docsVersionDropdown', position: 'right'},
    ],
  },
  footer: {
    copyright:
      '文字以 <a href="https://creativecommons.org/licenses/by/4.0/deed.zh-hans">CC BY 4.0</a> 许可，代码以 MIT 许可。',
  },
  docs: {sidebar: {autoCollapseCategories: true}},
  algolia: createSearchConfig(hostedSearch),
} satisfies ThemeConfig;

const presetOptions = {
  docs: docsOptions,
  blog: false,
  pages: false, // the only page that is not documentation is the home page, see docusaurus-home
  theme: {customCss: './src/css/custom.css'},
  sitemap: {lastmod: null, createSitemapItems: createSitemap(__dirname)},
} satisfies PresetOptions;

const plugins: PluginConfig[] = [
  './src/plugins/docusaurus-page-contract/index.ts',
  './src/plugins/docusaurus-home/index.ts',
  './src/plugins/docusaurus-edition-diff/index.ts',
  './src/plugins/docusaurus-component-chunks/index.ts',
  [
    './src/plugins/docusaurus-prism/index.ts',
    {light: 'github', dark: 'oneDark'} satisfies PrismOptions,
  ],
  [
    './src/plugins/docusaurus-search-index/index.ts',
    {
      glossary: 'glossary.yaml',
      isHosted: hostedSearch !== undefined,
    } satisfies SearchOptions,
  ],
  './src/plugins/docusaurus-ledger/index.ts',
  './src/plugins/docusaurus-short-addresses/index.ts',
  './src/plugins/docusaurus-markdown-twin/index.ts',
  './src/plugins/docusaurus-reload/index.ts',
  [
    './src/plugins/docusaurus-social-cards/index.ts',
    {logo: `static/${LOGO}`} satisfies SocialCardsOptions,
  ],
  './src/plugins/docusaurus-light-bundle/index.ts',
  ['./src/plugins/docusaurus-first-view/index.ts', {scripts} satisfies FirstViewOptions],
];

const config: Config = {
  title: TITLE,
  tagline: '先给短答案，再讲过程；事实附来源，并注明核对时的产品版本。',
  favicon: LOGO,
  url: SITE_URL,
  baseUrl: SITE_BASE_URL,
  trailingSlash: false,
  // It would show on the home page until the app has come alive, which waits for the reader; packing checks the path.
  baseUrlIssueBanner: false,
  i18n: {defaultLocale: 'zh-Hans', locales: ['zh-Hans']},
  future: {
    v4: true,
    // v4 brings Docusaurus Faster. Its persistent cache does not notice changed variables such as SITE_BASE_URL.
    faster: {rspackPersistentCache: process.env.NODE_ENV !== 'production'},
    // No page says when its file was last changed: the whole history need not be read at each build.
    experimental_vcs: false,
  },
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  markdown: {
    parseFrontMatter,
    hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'},
  },
  presets: [['classic', presetOptions]],
  plugins,
  themeConfig,
};

export default config;
