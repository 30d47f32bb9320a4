import fs from 'node:fs';
import path from 'node:path';
import {getRecordsFile, type SavedRecords} from '../index.ts';

const HINT = 'Run "npm run build" first.';

function isSavedRecords(value: unknown): value is SavedRecords {
  const {siteUrl, sets, glossary} = (value ?? {}) as Partial<Record<keyof SavedRecords, unknown>>;
  return typeof siteUrl === 'string' && Array.isArray(sets) && Array.isArray(glossary);
}

function readFile(file: string): SavedRecords {
  let saved: unknown;
  try {
    saved = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: This cannot be read: ${(error as Error).message}. ${HINT}`, {
      cause: error,
    });
  }
  if (!isSavedRecords(saved)) {
    throw new Error(`${file}: Another version of the site has written this. ${HINT}`);
  }
  return saved;
}

/**
 * What the last build has put into the embedded index, of all languages.
 * @param generatedFilesDir Docusaurus' folder for what it generates, `.docusaurus`
 * @throws {Error} if no build has left records there
 */
export function readSavedRecords(generatedFilesDir: string): SavedRecords {
  const folder = path.dirname(getRecordsFile(generatedFilesDir, ''));
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];
  const files = names.filter((name) => /^records\..+\.json$/.test(name));
  const saved = files.map((name) => readFile(path.join(folder, name)));
  const [first] = saved;
  const sets = saved.flatMap((language) => language.sets);
  if (!first || sets.every(({records}) => records.length === 0)) {
    throw new Error(`There are no records to push. ${HINT}`);
  }
  // All languages have the same origin and the same glossary.
  const groups = saved.flatMap(({glossary}) => glossary);
  const glossary = [...new Map(groups.map((names) => [JSON.stringify(names), names])).values()];
  return {siteUrl: first.siteUrl, sets, glossary};
}
