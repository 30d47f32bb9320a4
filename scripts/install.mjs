import {spawn, spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The folder of the project. */
export const PROJECT_DIR = path.dirname(import.meta.dirname);

/**
 * Where Debian and others put Chromium. The headless shell has the same engine without the browser's own windows, which are drawn
 * even if nobody sees them: with it the browser tests take about half the time.
 */
const SYSTEM_CHROMIUM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/**
 * Runs a command in the project's folder, showing what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @returns {boolean} whether it ended with 0
 */
export function run(command, args, env = {}) {
  const {status, error} = spawnSync(command, args, {
    cwd: PROJECT_DIR,
    stdio: 'inherit',
    env: {...process.env, ...env},
    shell: process.platform === 'win32', // npm and npx are batch files there
  });
  if (error) {
    console.error(`${command}: ${error.message}`);
  }
  return status === 0;
}

/**
 * Runs a command in the project's folder, and keeps what it prints: several that run at a time would mix it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @returns {Promise<{isPassed: boolean, output: string}>} whether it ended with 0, and what it printed
 */
export function runQuietly(command, args, env = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: PROJECT_DIR,
      env: {...process.env, ...env},
      shell: process.platform === 'win32', // npm and npx are batch files there
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', (error) => resolve({isPassed: false, output: `${output}${error.message}\n`}));
    child.on('close', (code) => resolve({isPassed: code === 0, output}));
  });
}

/**
 * Installs exactly what the lock file says, unless that was done before with this lock file and this major version of Node.
 * @param {string} [projectDir] folder with `package-lock.json`
 * @param {() => boolean} [install] does the installation, and tells whether it went well
 * @throws {Error} if the installation fails
 */
export function ensureDependencies(
  projectDir = PROJECT_DIR,
  install = () => run('npm', ['ci', '--no-audit', '--no-fund']),
) {
  const stampFile = path.join(projectDir, 'node_modules', '.installed');
  const stamp = createHash('sha256')
    .update(fs.readFileSync(path.join(projectDir, 'package-lock.json')))
    .update(process.versions.node.split('.')[0] ?? '')
    .digest('hex');
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp) {
    return;
  }
  console.log('Installing the packages of package-lock.json …');
  if (!install()) {
    throw new Error(
      'npm ci failed, see above. Check the connection to the package registry, and that Node is 20.12 or newer.',
    );
  }
  fs.writeFileSync(stampFile, stamp);
}

/**
 * Installs packages if this is root on Debian; else does nothing. What could not be installed is said, and found missing later.
 * @param {readonly string[]} packages
 */
function installByApt(packages) {
  const isRootOnDebian = process.getuid?.() === 0 && fs.existsSync('/etc/debian_version');
  if (!isRootOnDebian || packages.length === 0) {
    return;
  }
  console.log(`Installing ${packages.join(' and ')} by apt …`);
  const env = {DEBIAN_FRONTEND: 'noninteractive'};
  if (!run('apt-get', ['update'], env) || !run('apt-get', ['install', '-y', ...packages], env)) {
    console.error(`apt could not install ${packages.join(' and ')}.`);
  }
}

/** Where Debian's fonts-noto-cjk puts the font in which texts of diagrams are measured. */
const DEBIAN_CHINESE_FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

const findSystemChromium = () =>
  [process.env.CHROMIUM_PATH ?? '', ...SYSTEM_CHROMIUM].find((file) => file && fs.existsSync(file));

/** @returns {string[]} Debian packages of the browser that are missing */
const findMissingChromium = () => [
  ...(findSystemChromium() ? [] : ['chromium-headless-shell']),
  ...(fs.existsSync(DEBIAN_CHINESE_FONT) ? [] : ['fonts-noto-cjk']),
];

/**
 * The Chromium for browser tests and for drawing, installed if there is none: Debian's package when root on Debian, else
 * Playwright's own. Root on Debian gets a Chinese font, too.
 * @returns {string | undefined} path of the system's Chromium, or undefined for Playwright's own
 * @throws {Error} if none can be installed
 */
export function ensureChromium() {
  installByApt(findMissingChromium());
  const found = findSystemChromium();
  if (found) {
    return found;
  }
  if (!run('npx', ['playwright', 'install', '--with-deps', 'chromium'])) {
    throw new Error(
      'No Chromium. Install one, and name it in CHROMIUM_PATH if it is not /usr/bin/chromium.',
    );
  }
  return undefined;
}

/** Where Debian puts nginx and the module that sends brotli twins, by package. */
const DEBIAN_NGINX = {
  nginx: '/usr/sbin/nginx',
  'libnginx-mod-http-brotli-static': '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so',
};

/** @returns {string[]} Debian packages of the server that are missing */
const findMissingNginx = () =>
  Object.entries(DEBIAN_NGINX)
    .filter(([, file]) => !fs.existsSync(file))
    .map(([name]) => name);

/**
 * The nginx for the tests of the server, with its module for brotli, installed if there is none and this is root on Debian.
 * @returns {string[]} Debian packages that are still missing; without them those tests cannot run
 */
export function ensureNginx() {
  installByApt(findMissingNginx());
  return findMissingNginx();
}

/**
 * Installs what `ensureChromium` and `ensureNginx` need, if this is root on Debian, in one go. They find it then; without this they
 * install it themselves. Needs no package of the project, so that both can be installed at a time.
 */
export function installSystemPackages() {
  installByApt([...findMissingChromium(), ...findMissingNginx()]);
}
