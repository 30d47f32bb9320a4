import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Engines to compare with. They are not of the project: a benchmark must not add to what everybody installs. */
export const PACKAGES = {
  pagefind: '1.6.0',
  '@easyops-cn/docusaurus-search-local': '0.55.3',
} as const;

/** What is to be installed, as `package.json` has it. */
export type Manifest = {
  readonly type?: 'module';
  readonly dependencies: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
};

/**
 * Installs what a benchmark compares with into a folder of its own, unless it is there.
 * @param manifest exact versions; the engines for search if nothing is said
 * @throws {Error} if the installation fails
 */
export function installPackages(
  folder: string,
  manifest: Manifest = {dependencies: PACKAGES},
): void {
  const wanted = JSON.stringify({private: true, ...manifest});
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
      'npm could not install what is to be compared with, see above. Check the connection to the package registry, or measure without it: --only ours',
    );
  }
  fs.writeFileSync(stampFile, wanted);
}
