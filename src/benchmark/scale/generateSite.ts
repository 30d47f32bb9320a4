import fs from 'node:fs';
import path from 'node:path';
import {
  readContent,
  type EditionContent,
} from '../../plugins/docusaurus-page-contract/checkContent.ts';
import {TOPICS_FILE} from '../../plugins/docusaurus-page-contract/editions.ts';
import {extendLedger, LEDGER_FILE} from '../../plugins/docusaurus-ledger/ledger.ts';
import {readSite} from '../../plugins/docusaurus-ledger/readSite.ts';
import {createHanCoiner, Lexicon} from '../../plugins/docusaurus-search-index/benchmark/lexicon.ts';
import {Random} from '../../plugins/docusaurus-search-index/benchmark/random.ts';
import {DRAWINGS_FOLDER, toDrawingPath} from '../../plugins/remark-diagram/drawing.ts';
import {listHanWords, readModel, rewritePage, type Model} from './rewritePage.ts';

const SEED = 20261126;
/** A word that is on this part of the real pages or more is not about any subject: it stays. */
const COMMON = 0.34;
/** How the vocabulary grows, see `Lexicon`. */
const GROWTH = 0.45;
/** How many times the real pages of a section are in one new section: about twenty pages, as many as a sidebar can show at a time. */
const COPIES_PER_SECTION = 4;
/** More than any position of a real page. */
const POSITIONS_PER_COPY = 1000;

/** A new page: the real one that it is made from, and how often that was done before, from 1. */
type Plan = {readonly model: string; readonly copy: number};

/** What was made. */
export type GeneratedSite = {
  /** Number of pages by edition, the real ones included. */
  readonly pages: Readonly<Record<string, number>>;
};

const getGroup = (copy: number): number => Math.ceil(copy / COPIES_PER_SECTION);

/** Address of a new page: `pods-1/creation-3`. */
function toNewAddress({model, copy}: Plan): string {
  const [section, page] = model.split('/');
  return `${section}-${getGroup(copy)}/${page}-${copy}`;
}

type EditionModels = {
  readonly content: EditionContent;
  readonly models: ReadonlyMap<string, Model>;
};

function readModels(content: EditionContent, siteDir: string): EditionModels {
  const models = content.pages
    .filter(({isPartial}) => !isPartial)
    .map(({file, address}) => {
      const text = fs.readFileSync(path.join(siteDir, file.path), 'utf8');
      return [address, readModel(address, text)] as const;
    });
  return {content, models: new Map(models)};
}

/** Addresses of the real pages in the order of the edition's list. */
function listInOrder({content, models}: EditionModels): string[] {
  return [...content.topics]
    .flatMap(([section, pages]) => [...pages.keys()].map((page) => `${section}/${page}`))
    .filter((address) => models.has(address));
}

/** The new pages, until all editions together have as many pages as wanted; a page is new in all editions that have its model. */
function planPages(editions: readonly EditionModels[], pages: number): Plan[] {
  const addresses = [...new Set(editions.flatMap(listInOrder))];
  const plans: Plan[] = [];
  let count = editions.reduce((sum, {models}) => sum + models.size, 0);
  if (pages < count) {
    throw new Error(
      `${pages} pages are fewer than the ${count} that the site has. Ask for ${count} or more.`,
    );
  }
  for (let copy = 1; ; copy++) {
    for (const model of addresses) {
      count += editions.filter(({models}) => models.has(model)).length;
      if (count > pages) {
        return plans;
      }
      plans.push({model, copy});
    }
  }
}

/** Makes the function that gives each new page words of its own; the page of another edition is about the same. */
function createVocabulary(
  editions: readonly EditionModels[],
): (page: Plan) => (word: string) => string {
  const onPages = editions.flatMap(({models}) => [...models.values()].map(listHanWords));
  const counts = new Map<string, number>();
  onPages.forEach((words) =>
    words.forEach((word) => counts.set(word, (counts.get(word) ?? 0) + 1)),
  );
  const isSubject = (word: string): boolean =>
    (counts.get(word) ?? 0) < Math.max(2, COMMON * onPages.length);
  const random = new Random(SEED);
  const words = onPages.flatMap((onPage) => [...onPage].filter(isSubject));
  const lexicon = new Lexicon(words, createHanCoiner(words.join(''), random), GROWTH, random);
  return () => {
    const replacements = new Map<string, string>();
    return (word) => {
      const replacement = replacements.get(word) ?? (isSubject(word) ? lexicon.draw() : word);
      replacements.set(word, replacement);
      return replacement;
    };
  };
}

function writeFile(file: string, text: string): void {
  fs.mkdirSync(path.dirname(file), {recursive: true});
  fs.writeFileSync(file, text);
}

/** The drawings of a page, under the name of the one that was made from it: they depend on the diagrams only, which stay. */
function copyDrawings(siteDir: string, from: string, to: string): void {
  const folder = path.join(siteDir, path.posix.dirname(from), DRAWINGS_FOLDER);
  const prefix = path.posix.basename(toDrawingPath(from, '')).slice(0, -'.json'.length);
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  for (const name of names.filter((file) => file.startsWith(prefix))) {
    const id = name.slice(prefix.length, -'.json'.length);
    const target = path.join(siteDir, toDrawingPath(to, id));
    fs.mkdirSync(path.dirname(target), {recursive: true});
    fs.copyFileSync(path.join(folder, name), target);
  }
}

type SidebarCategory = {
  readonly type: 'category';
  readonly label: string;
  readonly link?: {readonly description?: string};
};

/** A section of a sidebar as `sidebars.ts` writes it. */
function createSection(
  section: string,
  model: string,
  group: number,
  known: ReadonlyMap<string, SidebarCategory>,
) {
  const {label = model, link} = known.get(model) ?? {};
  return {
    type: 'category',
    label: `${label} ${group}`,
    link: {
      type: 'generated-index',
      slug: `/${section}`,
      title: `${label} ${group}`,
      description: link?.description ?? label,
    },
    items: [{type: 'autogenerated', dirName: section}],
  };
}

/** The new sections of the sidebars behind the real ones; those of older editions tell what sections are called. */
function writeSidebars(
  siteDir: string,
  editions: readonly EditionModels[],
  plans: readonly Plan[],
): void {
  const file = (name: string): string =>
    path.join(siteDir, 'versioned_sidebars', `version-${name}-sidebars.json`);
  const older = editions.filter(({content}) => content.edition.name !== 'current');
  const sidebars = older.map(({content}) => {
    const name = file(content.edition.name);
    return {
      name,
      docs: (JSON.parse(fs.readFileSync(name, 'utf8')) as {docs: SidebarCategory[]}).docs,
    };
  });
  const known = new Map(
    sidebars.flatMap(({docs}) =>
      docs.map((category) => {
        const {items} = category as unknown as {items: {dirName: string}[]};
        return [items[0]!.dirName, category] as const;
      }),
    ),
  );
  const listSections = ({models}: EditionModels) => {
    const sections = new Map<string, ReturnType<typeof createSection>>();
    for (const plan of plans.filter(({model}) => models.has(model))) {
      const [section = ''] = toNewAddress(plan).split('/');
      const [model = ''] = plan.model.split('/');
      sections.set(section, createSection(section, model, getGroup(plan.copy), known));
    }
    return [...sections.values()];
  };
  sidebars.forEach(({name, docs}, index) => {
    writeFile(name, JSON.stringify({docs: [...docs, ...listSections(older[index]!)]}));
  });
  const current = editions.find(({content}) => content.edition.name === 'current')!;
  fs.renameSync(path.join(siteDir, 'sidebars.ts'), path.join(siteDir, 'sidebars.real.ts'));
  writeFile(
    path.join(siteDir, 'sidebars.ts'),
    `import sidebars from './sidebars.real.ts';

export default {docs: [...(sidebars.docs as object[]), ...${JSON.stringify(listSections(current))}]};
`,
  );
}

/** New pages and sections, as lines of an edition's list. */
function formatTopics(
  pages: readonly {readonly address: string; readonly title: string}[],
): string {
  const sections = new Map<string, string[]>();
  for (const {address, title} of pages) {
    const [section = '', page = ''] = address.split('/');
    const lines = sections.get(section) ?? [];
    lines.push(`  ${page}: ${JSON.stringify(title)}`);
    sections.set(section, lines);
  }
  return [...sections].map(([section, lines]) => `${section}:\n${lines.join('\n')}\n`).join('');
}

/**
 * Makes a site large: it gets pages that are made from its real ones, with front matter, sections, tables, diagrams and drawings,
 * each about something else, in all editions; they stand in the lists of pages, the sidebars and the ledger, and link to one another.
 * They keep the page contract. Equal in every run.
 * @param siteDir absolute path of a copy of the site, see `copySite`; it is changed
 * @param pages how many pages all editions together have then, the real ones included; one fewer if the last has two editions
 * @throws {Error} if the site has more pages than that
 */
export function generateSite(siteDir: string, pages: number): GeneratedSite {
  const editions = readContent(siteDir).map((content) => readModels(content, siteDir));
  const plans = planPages(editions, pages);
  const addresses = new Set(plans.map(toNewAddress));
  const createReplace = createVocabulary(editions);
  const written = new Map(
    editions.map((edition) => [edition, [] as {address: string; title: string}[]]),
  );
  plans.forEach((plan, index) => {
    const replace = createReplace(plan);
    const address = toNewAddress(plan);
    for (const edition of editions) {
      const {content, models} = edition;
      const model = models.get(plan.model);
      if (!model) {
        continue;
      }
      const page = rewritePage(model, {
        number: index + 1,
        position:
          model.frontMatter.sidebar_position +
          ((plan.copy - 1) % COPIES_PER_SECTION) * POSITIONS_PER_COPY,
        isCurrent: content.edition.name === 'current',
        replace,
        toLink: (target) => {
          const copied = toNewAddress({model: target, copy: plan.copy});
          return `../${models.has(target) && addresses.has(copied) ? copied : target}.mdx`;
        },
      });
      const {folder} = content.edition;
      writeFile(path.join(siteDir, folder, `${address}.mdx`), page.text);
      copyDrawings(siteDir, `${folder}/${plan.model}.mdx`, `${folder}/${address}.mdx`);
      written.get(edition)!.push({address, title: page.title});
    }
  });
  for (const [{content}, newPages] of written) {
    fs.appendFileSync(
      path.join(siteDir, content.edition.folder, TOPICS_FILE),
      formatTopics(newPages),
    );
  }
  writeSidebars(siteDir, editions, plans);
  const {site, records} = readSite(siteDir);
  fs.writeFileSync(path.join(siteDir, LEDGER_FILE), extendLedger(records.ledger, site));
  return {
    pages: Object.fromEntries(
      [...written].map(([{content, models}, newPages]) => [
        content.edition.name,
        models.size + newPages.length,
      ]),
    ),
  };
}
