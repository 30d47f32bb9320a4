import fs from 'node:fs';
import path from 'node:path';

/** What no copy of the site needs: what is installed, built or kept for a next time, tests in a browser, and hidden files. */
const LEFT_OUT = /^(?:\.|node_modules$|build|e2e$|test-results$|playwright-report$)/;

/**
 * Copies a site into an empty folder, so that it can be changed and built there. Its packages are linked, each by itself: what
 * a build keeps in `node_modules/.cache` stays in the copy, and nothing is kept from builds before.
 * @param siteDir absolute path of the site, with its packages installed
 * @param targetDir absolute path of the copy; made if it does not exist
 * @throws {Error} if the site has no packages
 */
export function copySite(siteDir: string, targetDir: string): void {
  const packages = path.join(siteDir, 'node_modules');
  if (!fs.existsSync(packages)) {
    throw new Error(`${packages}: The folder does not exist. Run: npm ci`);
  }
  fs.mkdirSync(targetDir, {recursive: true});
  for (const name of fs.readdirSync(siteDir)) {
    if (!LEFT_OUT.test(name)) {
      fs.cpSync(path.join(siteDir, name), path.join(targetDir, name), {recursive: true});
    }
  }
  const linked = path.join(targetDir, 'node_modules');
  fs.mkdirSync(linked);
  for (const name of fs.readdirSync(packages)) {
    if (name === '.bin' || !name.startsWith('.')) {
      fs.symlinkSync(path.join(packages, name), path.join(linked, name), 'junction');
    }
  }
}
