import fs from 'node:fs';
import path from 'node:path';
import {buildIndex} from '../buildIndex.ts';
import {extractRecords} from '../extractRecords.ts';
import {INDEX_FOLDER} from '../index.ts';
import type {RecordSet} from '../records.ts';
import {bundle} from './bundle.ts';
import {timeMs, type Engine, type Source} from './engine.ts';

/** What the site's browser code asks Docusaurus. */
const SITE_CONFIG = `export default {baseUrl: '/ours/', url: location.origin};`;

/** Reads all pages, as a build of the site does. The pages are simpler than the site's, so that other records come out. */
function readPages({pagesFolder, paths}: Source): void {
  for (const pagePath of paths) {
    const html = fs.readFileSync(path.join(pagesFolder, pagePath, 'index.html'), 'utf8');
    extractRecords(html, pagePath, {keywords: [], questions: []});
  }
}

/** Indexes generated pages with this project's index. */
export async function buildOurs(
  source: Source,
  set: RecordSet,
  glossary: readonly (readonly string[])[],
  folder: string,
): Promise<Engine> {
  const siteConfig = path.join(folder, '../ours-site-config.js');
  fs.writeFileSync(siteConfig, SITE_CONFIG);
  await bundle({name: 'ours', folder, generated: {'@generated/docusaurus.config': siteConfig}});
  const {result: files, ms} = await timeMs(() => {
    readPages(source);
    const built = buildIndex(set, glossary);
    for (const {name, content} of built) {
      const file = path.join(folder, INDEX_FOLDER, name);
      fs.mkdirSync(path.dirname(file), {recursive: true});
      fs.writeFileSync(file, content);
    }
    return built;
  });
  const names = new Set(files.map(({name}) => path.join(INDEX_FOLDER, name)));
  return {
    name: 'ours',
    folder,
    isIndex: (file) => names.has(file),
    indexingMs: ms,
    variants: [{name: 'ours', title: 'This project', isThrottled: true}],
  };
}
