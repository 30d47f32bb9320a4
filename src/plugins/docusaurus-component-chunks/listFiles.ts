import fs from 'node:fs';
import path from 'node:path';

/** The files below a folder whose names end like this, as paths that begin with the folder. */
export function listFiles(dir: string, ending: string): string[] {
  return fs
    .readdirSync(dir, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
