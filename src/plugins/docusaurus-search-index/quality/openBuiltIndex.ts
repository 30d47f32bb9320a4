import fs from 'node:fs';
import path from 'node:path';
import {SearchIndex} from '../engine/index.ts';
import type {FragmentFile, Manifest} from '../engine/format.ts';
import {IndexStore} from '../engine/store.ts';

/**
 * Opens the index of an edition in a built site, as the browser does, but from the disk.
 * @param folder `search-index` in the built site
 * @param tag of the edition: `docs-default-current`
 * @returns the index, and the paths of the pages in it
 * @throws {Error} if there is none
 */
export function openBuiltIndex(
  folder: string,
  tag: string,
): {index: SearchIndex; paths: ReadonlySet<string>} {
  const file = path.join(folder, `${tag}.json`);
  if (!fs.existsSync(file)) {
    throw new Error(`${file} is missing. Build the site first: npm run build.`);
  }
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as Manifest;
  const read = (name: string): string =>
    fs.readFileSync(path.join(folder, manifest.folder, name), 'utf8');
  const fragments = fs
    .readdirSync(path.join(folder, manifest.folder))
    .filter((name) => /^f\d+\.json$/.test(name))
    .flatMap((name) => JSON.parse(read(name)) as FragmentFile);
  return {
    index: new SearchIndex(new IndexStore(manifest, async (name) => read(name))),
    paths: new Set(fragments.map(([pagePath]) => pagePath)),
  };
}
