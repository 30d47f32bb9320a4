import fs from 'node:fs';
import path from 'node:path';

/** A page with the text that all sites show. */
export type ContentPage = {
  /** Path of its address, without slashes around: `docs/pods/creation`. */
  readonly path: string;
  /** Name of an edition that is not the current one: `2022`. */
  readonly edition?: string;
  /** Last part but one of its path: `pods`. */
  readonly section: string;
  readonly title: string;
  /** The short answer. */
  readonly answer: string;
  /** GitHub-flavoured Markdown without the title; links to other pages begin with `/docs/`. */
  readonly body: string;
};

/** The pages of the site in the order of its sidebar, and what sections are called. */
export type Content = {
  readonly title: string;
  readonly pages: readonly ContentPage[];
  /** Titles by section. */
  readonly sections: ReadonlyMap<string, string>;
};

const ITEM = /^- \[(.+)\]\((https?:\/\/[^/]+)(\/\S+)\.md\)(?:: (.*))?$/;

/** Makes addresses of the site's own pages independent of where it lies. */
function dropOrigin(markdown: string, origin: string): string {
  const escaped = origin.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return markdown
    .replace(new RegExp(`<${escaped}(/[^>\\s]*)>`, 'g'), '[$1]($1)')
    .replaceAll(`](${origin}/`, '](/');
}

/**
 * Reads the Markdown twins that a build of this site has written; `llms.txt` lists them.
 * @param buildDir folder of the built site
 * @throws {Error} if it has no twins
 */
export function readContent(buildDir: string): Content {
  const index = path.join(buildDir, 'llms.txt');
  if (!fs.existsSync(index)) {
    throw new Error(
      `${index}: The file does not exist. Look at docusaurus-markdown-twin, which writes it.`,
    );
  }
  const pages: ContentPage[] = [];
  const sections = new Map<string, string>();
  let title = '';
  let heading = '';
  for (const line of fs.readFileSync(index, 'utf8').split('\n')) {
    title ||= /^# (.+)/.exec(line)?.[1] ?? '';
    heading = /^## (.+)/.exec(line)?.[1] ?? heading;
    const [, name, origin, address, answer = ''] = ITEM.exec(line) ?? [];
    if (name === undefined || origin === undefined || address === undefined) {
      continue;
    }
    const file = path.join(buildDir, `${address}.md`);
    const markdown = fs.readFileSync(file, 'utf8').replace(/^# .*\n+/, '');
    const [section = '', edition] = address.split('/').slice(2, -1).reverse();
    if (edition === undefined) {
      sections.set(section, heading);
    }
    pages.push({
      path: address.slice(1),
      ...(edition !== undefined && {edition}),
      section,
      title: name.replace(/\\(.)/g, '$1'),
      answer,
      body: dropOrigin(markdown, origin),
    });
  }
  if (pages.length === 0) {
    throw new Error(
      `${index}: It lists no page. Look at docusaurus-markdown-twin, which writes it.`,
    );
  }
  return {title, pages, sections};
}

/** Pages of an edition by section, in the order of the sidebar. */
export function groupBySection(
  {pages, sections}: Content,
  edition: string | undefined,
): {readonly section: string; readonly title: string; readonly pages: readonly ContentPage[]}[] {
  const groups = new Map<string, ContentPage[]>();
  for (const page of pages.filter((candidate) => candidate.edition === edition)) {
    const group = groups.get(page.section) ?? [];
    group.push(page);
    groups.set(page.section, group);
  }
  return [...groups].map(([section, group]) => ({
    section,
    title: sections.get(section) ?? section,
    pages: group,
  }));
}

/** Names of the editions that are not current. */
export function listOlderEditions({pages}: Content): string[] {
  return [...new Set(pages.flatMap(({edition}) => edition ?? []))];
}

/** The home page: all pages of the current edition with their short answers, by section. */
export function writeHome(content: Content): string {
  return groupBySection(content, undefined)
    .map(({title, pages}) => {
      const items = pages.map((page) => `- [${page.title}](/${page.path})：${page.answer}`);
      return `## ${title}\n\n${items.join('\n')}\n`;
    })
    .join('\n');
}
