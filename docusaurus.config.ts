import type {Options as DocsOptions} from '@docusaurus/plugin-content-docs';
import type {Options as RedirectsOptions} from '@docusaurus/plugin-client-redirects';
import type {Options as PresetOptions, ThemeConfig} from '@docusaurus/preset-classic';
import type {Config, PluginConfig} from '@docusaurus/types';
import remarkCjkFriendly from 'remark-cjk-friendly';
import {parseFrontMatter} from './src/plugins/docusaurus-page-contract/parseFrontMatter.ts';
import rehypePrism from './src/plugins/docusaurus-prism/rehypePrism.ts';
import type {Options as PrismOptions} from './src/plugins/docusaurus-prism/options.ts';
import {
  createSearchConfig,
  readHostedSearch,
} from './src/plugins/docusaurus-search-index/hosted.ts';
import type {Options as SearchOptions} from './src/plugins/docusaurus-search-index/options.ts';
import remarkComparisonTable from './src/plugins/remark-comparison-table/index.ts';
import remarkDiagram, {type Options as DiagramOptions} from './src/plugins/remark-diagram/index.ts';

/** Where the site is deployed: SITE_URL is its origin, SITE_BASE_URL the path below it, with a slash at both ends. */
const {SITE_URL = 'http://localhost:3000', SITE_BASE_URL = '/'} = process.env;

/** Hosted Algolia, if the environment names one; else the site searches its own index. */
const hostedSearch = readHostedSearch(process.env);

const docsOptions = {
  sidebarPath: './sidebars.ts',
  breadcrumbs: true,
  lastVersion: 'current',
  versions: {
    current: {label: '2026 版（Kubernetes 1.37）', path: '', badge: false},
    '2022': {label: '2022 版（Kubernetes 1.23）', banner: 'unmaintained', badge: false},
  },
  beforeDefaultRemarkPlugins: [
    remarkComparisonTable,
    // The live preview draws in the browser what has no drawing yet.
    [remarkDiagram, {isPreview: process.env.NODE_ENV === 'development'} satisfies DiagramOptions],
  ],
  // Emphasis next to Chinese punctuation, as in **中文。**, which CommonMark alone does not see as emphasis.
  remarkPlugins: [remarkCjkFriendly],
  rehypePlugins: [rehypePrism],
} satisfies DocsOptions;

const themeConfig = {
  colorMode: {respectPrefersColorScheme: true},
  navbar: {
    title: '云原生知识库',
    logo: {src: 'img/logo.svg', alt: '', width: 32, height: 32},
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
  sitemap: {lastmod: null},
} satisfies PresetOptions;

/** Addresses without a page of their own. A page that moves gets a line here. */
const redirects = [
  {from: '/docs', to: '/'},
  {from: '/docs/2022', to: '/#edition-2022'},
] satisfies RedirectsOptions['redirects'];

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
  ['@docusaurus/plugin-client-redirects', {redirects} satisfies RedirectsOptions],
];

const config: Config = {
  title: '云原生知识库',
  tagline: '先给短答案，再讲过程；事实附来源，并注明核对时的产品版本。',
  favicon: 'img/logo.svg',
  url: SITE_URL,
  baseUrl: SITE_BASE_URL,
  trailingSlash: false,
  i18n: {defaultLocale: 'zh-Hans', locales: ['zh-Hans']},
  future: {
    v4: true,
    // v4 brings Docusaurus Faster. Its persistent cache does not notice changed variables such as SITE_BASE_URL.
    faster: {rspackPersistentCache: process.env.NODE_ENV !== 'production'},
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
