import type {LoadedVersion} from '@docusaurus/plugin-content-docs';

/** A text on a card. */
export type CardText = {
  readonly text: string;
  /** What an author calls it: `title`, `short answer`. */
  readonly name: string;
  /** The file that says it, relative to the site. */
  readonly file: string;
};

/** What the card of a page shows. */
export type Card = {
  /** The page's address, with the base URL. */
  readonly permalink: string;
  /** What Open Graph calls the page. */
  readonly type: 'article' | 'website';
  readonly title: CardText;
  /** The page's description. */
  readonly answer: CardText;
  /** Where the page belongs, from the wider to the narrower: edition, section. */
  readonly places: readonly CardText[];
};

/** The site as a whole, of which the home page's card tells. */
export type Site = {
  readonly title: string;
  readonly tagline: string;
  /** Address of the home page. */
  readonly baseUrl: string;
  /** The configuration, relative to the site. */
  readonly configFile: string;
};

type SidebarItem = LoadedVersion['sidebars'][string][number];

/** A path as error messages write it: relative to the site, with `/`. */
function shorten(file: string): string {
  return file.replace(/^@site\//, '').replaceAll('\\', '/');
}

function listVersionCards(version: LoadedVersion, configFile: string, siteDir: string): Card[] {
  const edition: CardText = {text: version.label, name: 'edition', file: configFile};
  const sidebarFile =
    typeof version.sidebarFilePath === 'string'
      ? shorten(version.sidebarFilePath.replace(`${siteDir}/`, '').replace(/^\.\//, ''))
      : configFile;
  const docs = new Map(version.docs.map((doc) => [doc.id, doc]));

  const visit = (item: SidebarItem, section: CardText | undefined): Card[] => {
    const places = section ? [section, edition] : [edition];
    if (item.type === 'doc') {
      const doc = docs.get(item.id);
      const file = shorten(doc?.source ?? '');
      return doc
        ? [
            {
              permalink: doc.permalink,
              type: 'article',
              title: {text: doc.title, name: 'title', file},
              answer: {text: doc.description, name: 'short answer', file},
              places,
            },
          ]
        : [];
    }
    if (item.type !== 'category') {
      return [];
    }
    const label: CardText = {text: item.label, name: 'section', file: sidebarFile};
    const pages = item.items.flatMap((child) => visit(child, section ?? label));
    if (item.link?.type !== 'generated-index') {
      return pages;
    }
    const {permalink, title = item.label, description = ''} = item.link;
    return [
      {
        permalink,
        type: 'website',
        title: {...label, text: title},
        answer: {text: description, name: 'description of the section', file: sidebarFile},
        places,
      },
      ...pages,
    ];
  };
  return Object.values(version.sidebars)
    .flat()
    .flatMap((item) => visit(item, undefined));
}

/** The card of the home page, which also stands for pages that have none of their own. */
export function createSiteCard({title, tagline, baseUrl, configFile}: Site): Card {
  return {
    permalink: baseUrl,
    type: 'website',
    title: {text: title, name: 'title of the site', file: configFile},
    answer: {text: tagline, name: 'tagline', file: configFile},
    places: [],
  };
}

/** Lists the cards of all editions: one for each page in a sidebar, one for each section that has an index. */
export function listCards(
  versions: readonly LoadedVersion[],
  configFile: string,
  siteDir: string,
): Card[] {
  return versions.flatMap((version) => listVersionCards(version, configFile, siteDir));
}
