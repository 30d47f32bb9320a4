import {stringify} from 'yaml';
import type {Manifest} from '../../plugins/docusaurus-search-index/benchmark/installPackages.ts';
import {
  groupBySection,
  listOlderEditions,
  writeHome,
  type Content,
  type ContentPage,
} from './content.ts';

/** Sites that are compared. */
export const SITE_NAMES = ['ours', 'docusaurus', 'vitepress', 'starlight'] as const;

/** A site of the comparison. */
export type SiteName = (typeof SITE_NAMES)[number];

/** A site that is made with another generator, or with this one as it is delivered. */
export type Peer = {
  readonly name: Exclude<SiteName, 'ours'>;
  readonly title: string;
  readonly manifest: Manifest;
  /** The package whose command builds the site, and the arguments of the command. */
  readonly command: {readonly package: string; readonly args: readonly string[]};
  /** Whether it needs a newer Node than this project. */
  readonly needsNode22: boolean;
  /** Folder of the built site, below that of the site. */
  readonly output: string;
  /** Path of a page as the site links to it. */
  readonly toAddress: (path: string) => string;
  /** Everything that an author would have written, by path. */
  readonly writeFiles: (content: Content) => ReadonlyMap<string, string>;
};

/** The Mermaid of this project; all sites that draw in the browser get the same. */
const MERMAID = '11.17.2';

/** Versions of the peers; that of Docusaurus is the project's own, see `createPeers`. */
const VERSIONS = {
  vitepress: '1.6.4',
  vue: '3.5.22',
  astro: '7.3.5',
  starlight: '0.42.4',
  astroMermaid: '2.1.0',
} as const;

/** The Node that runs what needs a newer one, from `node-<platform>-<processor>` of the registry. */
export const NODE_22 = '22.23.3';

/** `package.json` of this project, as far as it matters. */
export type ProjectManifest = {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
};

const toPage = (fields: object, body: string): string => `---\n${stringify(fields)}---\n\n${body}`;

const toPretty = (value: unknown): string => JSON.stringify(value, null, 2);

/** Docusaurus as `create-docusaurus` delivers it, with its theme for Mermaid and both editions as versions. */
function createDocusaurus({dependencies, overrides}: ProjectManifest): Peer {
  const version = dependencies['@docusaurus/core']!;
  const ofDocusaurus = ['core', 'faster', 'preset-classic', 'theme-mermaid'];
  const getVersion = (name: string) => [name, dependencies[name]!] as const;
  const toId = ({path: address, edition}: ContentPage): string =>
    address.slice(`docs/${edition === undefined ? '' : `${edition}/`}`.length);
  const createSidebar = (content: Content, edition: string | undefined) => ({
    docs: groupBySection(content, edition).map(({title, pages}) => ({
      type: 'category',
      label: title,
      items: pages.map(toId),
    })),
  });
  return {
    name: 'docusaurus',
    title: `Docusaurus ${version}, plain`,
    manifest: {
      dependencies: {
        ...Object.fromEntries(ofDocusaurus.map((name) => [`@docusaurus/${name}`, version])),
        ...Object.fromEntries(
          ['@mdx-js/react', 'clsx', 'prism-react-renderer', 'react', 'react-dom'].map(getVersion),
        ),
        mermaid: MERMAID,
      },
      overrides,
    },
    command: {package: '@docusaurus/core', args: ['build']},
    needsNode22: false,
    output: 'build',
    toAddress: (address) => `/${address}`,
    writeFiles: (content) => {
      const editions = listOlderEditions(content);
      const config = {
        title: content.title,
        url: 'https://localhost',
        baseUrl: '/',
        trailingSlash: false,
        onBrokenAnchors: 'ignore', // headings have the ids that Docusaurus gives them
        i18n: {defaultLocale: 'zh-Hans', locales: ['zh-Hans']},
        future: {v4: true},
        markdown: {mermaid: true, format: 'detect'},
        themes: ['@docusaurus/theme-mermaid'],
        presets: [
          ['classic', {docs: {sidebarPath: './sidebars.js', lastVersion: 'current'}, blog: false}],
        ],
        themeConfig: {
          navbar: {
            title: content.title,
            items: [
              {type: 'docSidebar', sidebarId: 'docs', label: '文档', position: 'left'},
              ...(editions.length > 0 ? [{type: 'docsVersionDropdown', position: 'right'}] : []),
            ],
          },
        },
      };
      const files = new Map([
        ['docusaurus.config.js', `module.exports = ${toPretty(config)};\n`],
        ['sidebars.js', `module.exports = ${toPretty(createSidebar(content, undefined))};\n`],
        [
          'src/pages/index.md',
          toPage({title: content.title}, `# ${content.title}\n\n${writeHome(content)}`),
        ],
        ['versions.json', toPretty(editions)],
      ]);
      for (const edition of editions) {
        files.set(
          `versioned_sidebars/version-${edition}-sidebars.json`,
          toPretty(createSidebar(content, edition)),
        );
      }
      for (const page of content.pages) {
        const folder =
          page.edition === undefined ? 'docs' : `versioned_docs/version-${page.edition}`;
        files.set(`${folder}/${toId(page)}.md`, toPage({title: page.title}, page.body));
      }
      return files;
    },
  };
}

/** Draws a diagram when its page is shown, and loads Mermaid only then. */
const VITEPRESS_MERMAID = `<script setup>
import {onMounted, ref, useId} from 'vue';
const props = defineProps({code: String});
const id = useId();
const svg = ref('');
onMounted(async () => {
  const {default: mermaid} = await import('mermaid');
  mermaid.initialize({startOnLoad: false});
  svg.value = (await mermaid.render('mermaid-' + id, decodeURIComponent(props.code))).svg;
});
</script>

<template><div v-html="svg"></div></template>
`;

const VITEPRESS_THEME = `import DefaultTheme from 'vitepress/theme-without-fonts';
import Mermaid from './Mermaid.vue';

export default {
  extends: DefaultTheme,
  enhanceApp: ({app}) => app.component('Mermaid', Mermaid),
};
`;

/** In text, Vue would take double braces for an expression; in code VitePress does not. */
function escapeForVue(markdown: string): string {
  return markdown
    .split(/(^```[\s\S]*?^```$|`[^`\n]+`)/m)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('{{', '&#123;&#123;')))
    .join('');
}

/** VitePress with its default theme without web fonts, its own search, and Mermaid loaded where it is needed: its best configuration. */
function createVitePress(): Peer {
  return {
    name: 'vitepress',
    title: `VitePress ${VERSIONS.vitepress}`,
    manifest: {
      type: 'module',
      dependencies: {vitepress: VERSIONS.vitepress, vue: VERSIONS.vue, mermaid: MERMAID},
    },
    command: {package: 'vitepress', args: ['build']},
    needsNode22: false,
    output: '.vitepress/dist',
    toAddress: (address) => `/${address}`,
    writeFiles: (content) => {
      const createSidebar = (edition: string | undefined) =>
        groupBySection(content, edition).map(({title, pages}) => ({
          text: title,
          collapsed: false,
          items: pages.map((page) => ({text: page.title, link: `/${page.path}`})),
        }));
      const config = {
        lang: 'zh-CN',
        title: content.title,
        cleanUrls: true,
        ignoreDeadLinks: true,
        themeConfig: {
          search: {provider: 'local'},
          sidebar: {
            ...Object.fromEntries(
              listOlderEditions(content).map((edition) => [
                `/docs/${edition}/`,
                createSidebar(edition),
              ]),
            ),
            '/': createSidebar(undefined),
          },
        },
      };
      return new Map([
        [
          '.vitepress/config.mts',
          `export default {
  ...${toPretty(config)},
  markdown: {
    config(md) {
      const fence = md.renderer.rules.fence;
      md.renderer.rules.fence = (tokens, index, ...rest) =>
        tokens[index].info.trim() === 'mermaid'
          ? '<Mermaid code="' + encodeURIComponent(tokens[index].content).replaceAll("'", '%27') + '" />'
          : fence(tokens, index, ...rest);
    },
  },
};
`,
        ],
        ['.vitepress/theme/index.js', VITEPRESS_THEME],
        ['.vitepress/theme/Mermaid.vue', VITEPRESS_MERMAID],
        [
          'index.md',
          toPage(
            {title: content.title},
            `# ${content.title}\n\n${escapeForVue(writeHome(content))}`,
          ),
        ],
        ...content.pages.map(
          ({path, title, answer, body}) =>
            [
              `${path}.md`,
              toPage({title, description: answer}, `# ${title}\n\n${escapeForVue(body)}`),
            ] as const,
        ),
      ]);
    },
  };
}

/** Starlight as it is delivered, with the integration for Mermaid that its community uses. */
function createStarlight(): Peer {
  return {
    name: 'starlight',
    title: `Starlight ${VERSIONS.starlight}`,
    manifest: {
      type: 'module',
      dependencies: {
        astro: VERSIONS.astro,
        '@astrojs/starlight': VERSIONS.starlight,
        'astro-mermaid': VERSIONS.astroMermaid,
        mermaid: MERMAID,
      },
    },
    command: {package: 'astro', args: ['build']},
    needsNode22: true,
    output: 'dist',
    toAddress: (address) => `/${address}${address === '' ? '' : '/'}`,
    writeFiles: (content) => {
      const options = {
        title: content.title,
        locales: {root: {label: '简体中文', lang: 'zh-CN'}},
        sidebar: groupBySection(content, undefined).map(({title, pages}) => ({
          label: title,
          items: pages.map(({path}) => ({slug: path})),
        })),
      };
      return new Map([
        [
          'astro.config.mjs',
          `import {defineConfig} from 'astro/config';
import mermaid from 'astro-mermaid';
import starlight from '@astrojs/starlight';

export default defineConfig({
  site: 'https://localhost',
  integrations: [mermaid(), starlight(${toPretty(options)})],
});
`,
        ],
        [
          'src/content.config.ts',
          `import {defineCollection} from 'astro:content';
import {docsLoader} from '@astrojs/starlight/loaders';
import {docsSchema} from '@astrojs/starlight/schema';

export const collections = {docs: defineCollection({loader: docsLoader(), schema: docsSchema()})};
`,
        ],
        ['src/content/docs/index.md', toPage({title: content.title}, writeHome(content))],
        ...content.pages.map(
          ({path, title, answer, body}) =>
            [`src/content/docs/${path}.md`, toPage({title, description: answer}, body)] as const,
        ),
      ]);
    },
  };
}

/**
 * The sites to compare with.
 * @param project `package.json` of this project: plain Docusaurus is of the same version, so that only what is made of it differs
 */
export function createPeers(project: ProjectManifest): Peer[] {
  return [createDocusaurus(project), createVitePress(), createStarlight()];
}
