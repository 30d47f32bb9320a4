import path from 'node:path';
import type {LoadedVersion} from '@docusaurus/plugin-content-docs';
import type {PageFrontMatter} from '../../frontMatter.ts';
import type {EditionContent} from '../docusaurus-page-contract/checkContent.ts';
import type {Section} from './model.ts';
import {readSections} from './readSections.ts';

/** What of Docusaurus' versions is needed. */
export type Version = Pick<LoadedVersion, 'versionName' | 'label'> & {
  readonly docs: readonly Pick<
    LoadedVersion['docs'][number],
    'id' | 'title' | 'permalink' | 'frontMatter'
  >[];
};

/** A page as one edition has it. */
export type EditionPage = {
  readonly title: string;
  readonly permalink: string;
  /** What it was checked against: `Kubernetes 1.37`. */
  readonly against: string;
  readonly sections: readonly Section[];
};

/** Pages by the name of the version, then by their address in it (`pods/creation`). */
export type EditionPages = ReadonlyMap<string, ReadonlyMap<string, EditionPage>>;

async function readPages(
  {edition, pages}: EditionContent,
  {docs}: Version,
): Promise<Map<string, EditionPage>> {
  const files = new Map(pages.map((page) => [page.file.path, page]));
  const docsById = new Map(docs.map((doc) => [doc.id, doc]));
  const read = new Map<string, EditionPage>();
  for (const page of pages) {
    const doc = docsById.get(page.address);
    if (!doc || page.isPartial) {
      continue;
    }
    const resolveLink = (url: string, file: string): string | undefined => {
      if (/^[a-z]+:|^\//.test(url)) {
        return url;
      }
      const [target = '', hash] = url.split('#', 2);
      const linked =
        target === ''
          ? doc
          : docsById.get(
              path.posix
                .relative(edition.folder, path.posix.join(path.posix.dirname(file), target))
                .replace(/\.mdx$/, ''),
            );
      return linked && linked.permalink + (hash === undefined ? '' : `#${hash}`);
    };
    // The page contract has been checked before any page was loaded.
    const {checked} = doc.frontMatter as unknown as PageFrontMatter;
    read.set(page.address, {
      title: doc.title,
      permalink: doc.permalink,
      against: checked.against,
      sections: await readSections(page, {findFile: (file) => files.get(file), resolveLink}),
    });
  }
  return read;
}

/**
 * Reads the sections of all pages that are published.
 * @param content the sources of all editions
 * @param versions the same editions as Docusaurus has loaded them; they give each page its address
 */
export async function readEditionPages(
  content: readonly EditionContent[],
  versions: readonly Version[],
): Promise<EditionPages> {
  const editions = new Map<string, ReadonlyMap<string, EditionPage>>();
  for (const version of versions) {
    const own = content.find(({edition}) => edition.name === version.versionName);
    if (own) {
      editions.set(version.versionName, await readPages(own, version));
    }
  }
  return editions;
}
