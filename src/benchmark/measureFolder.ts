import fs from 'node:fs';
import path from 'node:path';

/**
 * How many files lie in a folder and below it, and how many bytes they have.
 * @param ending of the files that count; all if there is none
 */
export function measureFolder(
  folder: string,
  ending = '',
): {readonly files: number; readonly bytes: number} {
  const files = fs
    .readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending));
  const bytes = files.reduce(
    (sum, {parentPath, name}) => sum + fs.statSync(path.join(parentPath, name)).size,
    0,
  );
  return {files: files.length, bytes};
}
