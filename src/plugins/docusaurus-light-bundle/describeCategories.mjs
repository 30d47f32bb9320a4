import fs from 'node:fs';
import path from 'node:path';

/** @typedef {{type: string, href?: string, docId?: string, items?: SidebarItem[]}} SidebarItem */
/** @typedef {{docs: Record<string, {description?: string}>, docsSidebars: Record<string, SidebarItem[]>}} Version */

/**
 * @param {readonly SidebarItem[]} items
 * @param {string} href
 * @returns {SidebarItem | undefined} the category whose index has this address
 */
function findCategory(items, href) {
  for (const item of items) {
    const found = item.href === href && item.items ? item : findCategory(item.items ?? [], href);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/**
 * Descriptions of the pages that an index shows.
 * @param {readonly Version[]} versions all editions
 * @param {string} permalink address of the index
 * @returns {Record<string, string>} by the id of the page
 */
function describe(versions, permalink) {
  for (const {docs, docsSidebars} of versions) {
    const category = findCategory(Object.values(docsSidebars).flat(), permalink);
    if (category) {
      const ids = (category.items ?? []).flatMap(({docId}) => (docId === undefined ? [] : [docId]));
      return Object.fromEntries(ids.map((id) => [id, docs[id]?.description ?? '']));
    }
  }
  throw new Error(
    `docusaurus-light-bundle: no sidebar has a category with the index ${permalink}. Look at what plugin-content-docs writes now.`,
  );
}

/**
 * A loader for what plugin-content-docs writes for the pages. The data of an edition, which every page of it loads, has the description
 * of every page; only the index of a section shows some. So each index gets its own, and the edition has none.
 * @this {{resourcePath: string, addDependency: (file: string) => void}}
 * @param {string} source JSON
 * @returns {string} JSON
 */
export default function describeCategories(source) {
  const data = JSON.parse(source);
  if (data.version?.docs) {
    for (const doc of Object.values(data.version.docs)) {
      delete doc.description;
    }
    return JSON.stringify(data);
  }
  if (data.categoryGeneratedIndex) {
    const dir = path.dirname(this.resourcePath);
    const files = fs.readdirSync(dir).map((file) => path.join(dir, file));
    const versions = files.flatMap((file) => {
      const text = fs.readFileSync(file, 'utf8');
      if (!text.startsWith('{"version":')) {
        return [];
      }
      this.addDependency(file);
      return [JSON.parse(text).version];
    });
    const {permalink} = data.categoryGeneratedIndex;
    data.categoryGeneratedIndex.descriptions = describe(versions, permalink);
    return JSON.stringify(data);
  }
  return source;
}
