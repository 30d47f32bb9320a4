import fs from 'node:fs';
import path from 'node:path';

/** Name of the file, beside the site, that lists what a release has only taken over from the one before. */
export const KEPT_FILE = 'kept.json';

/** Name of the folder of a packed release that is served. */
export const SITE_FOLDER = 'site';

/** All files below a folder, as paths with slashes, in order. */
export function listFiles(dir: string): string[] {
  return fs
    .readdirSync(dir, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

/** Reads what a release has taken over. @throws if the file is not what `npm run pack` writes */
function readKept(releaseDir: string): ReadonlySet<string> {
  const file = path.join(releaseDir, KEPT_FILE);
  const kept: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (!Array.isArray(kept)) {
    throw new Error(
      `${file}: this is not a list of files. Take the release as npm run pack wrote it.`,
    );
  }
  return new Set(kept.map(String));
}

/**
 * Takes over what a page of the previous release may still load: a tab that was opened before a release goes on working after it.
 * Files that the previous release had itself taken over are left behind, so that no file outlives its release by more than one.
 * @param siteDir the new site; files are added to it
 * @param previousDir the previous release as `npm run pack` wrote it
 * @param isHashed whether the name of a file, as a path in the site with a slash at its beginning, holds a hash of its content
 * @returns what was taken over, as paths without a slash at the beginning
 * @throws if `previousDir` is no packed release
 */
export function keepPrevious(
  siteDir: string,
  previousDir: string,
  isHashed: (file: string) => boolean,
): string[] {
  const previousSite = path.join(previousDir, SITE_FOLDER);
  if (!fs.existsSync(path.join(previousDir, KEPT_FILE)) || !fs.existsSync(previousSite)) {
    throw new Error(
      `${previousDir}: there is no ${KEPT_FILE} beside a folder "${SITE_FOLDER}". Name the folder that npm run pack wrote for the previous release, or leave out --previous for the first one.`,
    );
  }
  const alreadyKept = readKept(previousDir);
  const kept = listFiles(previousSite).filter(
    (file) =>
      isHashed(`/${file}`) &&
      // The twins are made anew.
      !/\.(?:br|gz)$/.test(file) &&
      !alreadyKept.has(file) &&
      !fs.existsSync(path.join(siteDir, file)),
  );
  for (const file of kept) {
    fs.mkdirSync(path.dirname(path.join(siteDir, file)), {recursive: true});
    fs.copyFileSync(path.join(previousSite, file), path.join(siteDir, file));
  }
  return kept;
}
