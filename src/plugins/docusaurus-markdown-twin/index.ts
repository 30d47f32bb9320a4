import fs from 'node:fs';
import path from 'node:path';
import type {LoadedContent, LoadedVersion} from '@docusaurus/plugin-content-docs';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {createCatalog} from '../docusaurus-home/catalog.ts';
import {countFaults, formatFault, readContent} from '../docusaurus-page-contract/checkContent.ts';
import {createTwins, type PublishedEdition, type Twin} from './createTwins.ts';
import {createFullText, createIndex, type Library} from './llms.ts';

function readPublishedEditions(
  siteDir: string,
  siteUrl: string,
  versions: readonly LoadedVersion[],
): PublishedEdition[] {
  const contents = readContent(siteDir);
  return versions.flatMap(({versionName, label, path: folder}) => {
    const content = contents.find(({edition}) => edition.name === versionName);
    return content ? [{label, address: new URL(folder, siteUrl).href, content}] : [];
  });
}

/** @throws an error that lists, for all editions, what has no plain Markdown */
function createAllTwins(editions: readonly PublishedEdition[]): Map<PublishedEdition, Twin[]> {
  const results = editions.map((edition) => ({edition, ...createTwins(edition)}));
  const faults = results.flatMap((result) => result.faults);
  if (faults.length > 0) {
    throw new Error(
      `${countFaults(faults)} in the Markdown of pages:\n${faults.map(formatFault).join('\n')}`,
    );
  }
  return new Map(results.map(({edition, twins}) => [edition, twins]));
}

/** Puts the twins into the order of the sidebars. */
function createLibrary(
  twins: readonly Twin[],
  versions: readonly LoadedVersion[],
  {siteAddress, ...names}: Pick<Library, 'title' | 'summary'> & {readonly siteAddress: string},
): Library {
  const twinsByPath = new Map(twins.map((twin) => [new URL(twin.address).pathname, twin]));
  const editions = createCatalog(versions).map(({label, isCurrent, sections}) => ({
    label,
    isCurrent,
    chapters: sections.flatMap((section) => {
      const found = section.pages.flatMap(({permalink}) => twinsByPath.get(permalink) ?? []);
      return found.length > 0 ? [{title: section.label, twins: found}] : [];
    }),
  }));
  const current = editions.find(({isCurrent}) => isCurrent);
  return {
    ...names,
    label: current?.label ?? '',
    chapters: current?.chapters ?? [],
    older: editions
      .filter(({isCurrent}) => !isCurrent)
      .map(({label, chapters}) => ({label, twins: chapters.flatMap((chapter) => chapter.twins)})),
    fullAddress: `${siteAddress}llms-full.txt`,
  };
}

function writeFile(file: string, content: string): void {
  fs.mkdirSync(path.dirname(file), {recursive: true});
  fs.writeFileSync(file, content);
}

/**
 * Markdown twins. Every page of every edition is there as GitHub-flavoured Markdown, too, at its own address with `.md` behind it:
 * for whoever copies a page into notes or hands it to a program. `llms.txt` lists the twins, `llms-full.txt` holds those of the
 * current edition.
 *
 * They are made from the pages' sources, not from the HTML, which has lost the tables' and diagrams' sources. They are files of the
 * built site: the live preview has none. What has no plain Markdown has been reported by `remark-lint-plain-markdown` before.
 */
export default function docusaurusMarkdownTwin({
  baseUrl,
  siteConfig: {title, tagline, url},
  siteDir,
}: LoadContext): Plugin<void> {
  let versions: readonly LoadedVersion[] = [];
  return {
    name: 'docusaurus-markdown-twin',
    async allContentLoaded({allContent}) {
      const docs = allContent['docusaurus-plugin-content-docs']?.default as
        LoadedContent | undefined;
      versions = docs?.loadedVersions ?? [];
    },
    postBuild({outDir}) {
      const editions = readPublishedEditions(siteDir, url, versions);
      const twinsByEdition = createAllTwins(editions);
      const siteAddress = new URL(baseUrl, url).href;
      for (const [{address, content}, twins] of twinsByEdition) {
        const folder = path.join(outDir, decodeURI(address.slice(siteAddress.length)));
        for (const {path: file, markdown, images} of twins) {
          writeFile(path.join(folder, file), markdown);
          images.forEach((image) =>
            fs.cpSync(path.join(siteDir, content.edition.folder, image), path.join(folder, image)),
          );
        }
      }
      const library = createLibrary([...twinsByEdition.values()].flat(), versions, {
        title,
        summary: tagline,
        siteAddress,
      });
      writeFile(path.join(outDir, 'llms.txt'), createIndex(library));
      writeFile(path.join(outDir, 'llms-full.txt'), createFullText(library));
    },
  };
}
