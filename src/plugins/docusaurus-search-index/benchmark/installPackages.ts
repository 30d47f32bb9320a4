import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Engines to compare with. They are not of the project: a benchmark must not add to what everybody installs. */
export const PACKAGES = {
  pagefind: '1.6.0',
  '@easyops-cn/docusaurus-search-local': '0.55.3',
} as const;

/**
 * Installs the other engines into a folder of their own, unless it has them.
 * @throws {Error} if the installation fails
 */
export function installPackages(folder: string): void {
  const wanted = JSON.stringify({private: true, dependencies: PACKAGES});
  // Written last: an installation that was broken off does not count.
  const stampFile = path.join(folder, '.installed');
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === wanted) {
    return;
  }
  fs.rmSync(folder, {recursive: true, force: true});
  fs.mkdirSync(folder, {recursive: true});
  fs.writeFileSync(path.join(folder, 'package.json'), wanted);
  const {status} = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps'],
    {cwd: folder, stdio: 'inherit', shell: process.platform === 'win32'},
  );
  if (status !== 0) {
    throw new Error(
      'npm could not install the engines to compare with, see above. Check the connection to the package registry, or measure without them: --only ours',
    );
  }
  fs.writeFileSync(stampFile, wanted);
}
