import fs from 'node:fs';
import path from 'node:path';
import type {PageRedirect} from '../plugins/docusaurus-ledger/listRedirects.ts';
import {createSearchConfig, type HostedSearch} from '../plugins/docusaurus-search-index/hosted.ts';
import {INDEX_FOLDER} from '../plugins/docusaurus-search-index/index.ts';
import {CARDS_FOLDER} from '../plugins/docusaurus-social-cards/index.ts';
import {compressFiles, type Compressed} from './compressFiles.ts';
import {
  listHeaders,
  MAX_HEADER_LENGTH,
  MEDIA_TYPES,
  type Hosting,
  type MovedAddress,
} from './description.ts';
import {KEPT_FILE, keepPrevious, listFiles, SITE_FOLDER} from './keepPrevious.ts';
import {readInlineScripts} from './readInlineScripts.ts';
import {renderHeadersFile, renderRedirectsFile} from './renderHostFiles.ts';
import {PATH_SEGMENT, renderNginx} from './renderNginx.ts';

/** What is packed, and for whom. */
export type PackOptions = {
  /** Folder that the build wrote. */
  readonly buildDir: string;
  /** Folder to write; what an earlier run wrote there is replaced, anything else is not touched. */
  readonly outDir: string;
  /** The previous release, as it was packed; it may be `outDir`. */
  readonly previousDir?: string | undefined;
  /** The main configuration of nginx. */
  readonly nginxFile: string;
  /** Path of the site on its host, with a slash at both ends; the one that it was built with. */
  readonly basePath: string;
  /** The hosted search that the site was built with. */
  readonly hostedSearch?: HostedSearch | undefined;
  /** Paths that have moved, as the site that was built has them. */
  readonly redirects: readonly PageRedirect[];
  /** Whether browsers are told to use HTTPS only, for a year. */
  readonly isHttpsOnly: boolean;
  /** Whether nginx has the module for brotli twins. */
  readonly hasBrotli: boolean;
};

/** What was packed. */
export type Packed = {
  readonly hosting: Hosting;
  /** Distinct inline scripts that the policy allows. */
  readonly inlineScripts: number;
  /** Files that were taken over from the previous release. */
  readonly kept: readonly string[];
  readonly compressed: Compressed;
};

/**
 * The folder of a file that is cached for ever, with a slash at both ends; nothing for other files.
 * @param file path in the site, with a slash at its beginning
 */
function findImmutableFolder(file: string): string | undefined {
  const [, top, folder, below] = file.split('/');
  if (top === INDEX_FOLDER) {
    // The heads beside the folders keep their names.
    return below === undefined ? undefined : `/${top}/${folder}/`;
  }
  return ['/assets/', `/${CARDS_FOLDER}/`].find((immutable) => file.startsWith(immutable));
}

/** A hash in the name of a file, or of a folder above it. */
const CONTENT_HASH = /[.-][0-9a-f]{8,}(?:[./]|$)/;

/** What keeps files from being served as they are named. */
function checkNames(files: readonly string[]): string[] {
  const name = new RegExp(`^${PATH_SEGMENT}(?:/${PATH_SEGMENT})*$`);
  return files.flatMap((file) => {
    if (!name.test(file)) {
      return [
        `${file}: the server hides names like this. Begin every part with a letter or digit, and use letters, digits and ". _ ~ -".`,
      ];
    }
    if (MEDIA_TYPES[path.extname(file).slice(1)] === undefined) {
      return [
        `${file}: no media type is known for its extension. Add it to MEDIA_TYPES in src/hosting/description.ts.`,
      ];
    }
    return findImmutableFolder(`/${file}`) !== undefined && !CONTENT_HASH.test(file)
      ? [
          `${file}: browsers would keep this for ever, but its name has no hash of its content. Put it in another folder.`,
        ]
      : [];
  });
}

/** Whether the build was made with the same variables as it is packed with. */
function checkBuild(
  files: readonly string[],
  {buildDir, basePath, hostedSearch, redirects}: PackOptions,
): string[] {
  const read = (file: string): string => fs.readFileSync(path.join(buildDir, file), 'utf8');
  const known = new Set(files);
  const faults = redirects
    .filter(({from}) => !known.has(`${from.slice(1)}.html`))
    .map(
      ({from}) =>
        `${from.slice(1)}.html: the redirect table has this, the build has not. Run npm run build again.`,
    );
  if (!known.has('404.html') || !known.has('index.html')) {
    return [`${buildDir}: there is no site in this folder. Run npm run build first.`];
  }
  if (!new RegExp(`["'= ]${basePath}assets/`).test(read('404.html'))) {
    faults.push(
      `404.html: its files do not lie below ${basePath}. Set SITE_BASE_URL to the same value for npm run build and npm run pack.`,
    );
  }
  const {appId} = createSearchConfig(hostedSearch);
  const scripts = files.filter((file) => /^assets\/js\/.*\.js$/.test(file));
  if (!scripts.some((file) => read(file).includes(JSON.stringify(appId)))) {
    faults.push(
      `assets/js: the build was made with ${hostedSearch ? 'no or another' : 'a'} hosted search. Set the same ALGOLIA_… variables for npm run build and npm run pack.`,
    );
  }
  return faults;
}

/** Where Algolia's client sends queries: https://www.algolia.com/doc/rest-api/search */
const listSearchOrigins = ({appId}: HostedSearch): string[] => [
  `https://${appId}-dsn.algolia.net`,
  `https://${appId}.algolia.net`,
  ...[1, 2, 3].map((number) => `https://${appId}-${number}.algolianet.com`),
];

/** The hashes of all inline scripts, and what the policy would block. */
function readScripts(
  files: readonly string[],
  buildDir: string,
): {hashes: string[]; faults: string[]} {
  const hashes = new Set<string>();
  const faults: string[] = [];
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const page = readInlineScripts(fs.readFileSync(path.join(buildDir, file), 'utf8'));
    page.hashes.forEach((hash) => hashes.add(hash));
    faults.push(...page.faults.map((fault) => `${file}: ${fault}`));
  }
  return {hashes: [...hashes].sort(), faults};
}

/**
 * What the server redirects. It does not see the hash of an address: where single ids have moved elsewhere, the page that the build
 * wrote stays and redirects in the browser.
 */
const listMoved = (redirects: readonly PageRedirect[]): MovedAddress[] =>
  redirects
    .filter(({anchors}) => Object.keys(anchors).length === 0)
    .map(({from, to}) => ({from, to: to.path, hash: to.anchor && `#${to.anchor}`}));

/** Whether a folder may be replaced: it is not there, empty, or a packed release. */
const isReplaceable = (dir: string): boolean =>
  !fs.existsSync(dir) ||
  fs.readdirSync(dir).length === 0 ||
  fs.existsSync(path.join(dir, KEPT_FILE));

/**
 * Makes a release out of a build: `site/` with the compressed twins, `_headers`, `_redirects` and what is taken over from the previous
 * release; `nginx/` with the configuration that serves it; `kept.json`, which lists what was taken over.
 * @throws an error that lists everything in the build that could not be served, one line each; nothing was written then
 */
export async function pack(options: PackOptions): Promise<Packed> {
  const {buildDir, outDir, previousDir, basePath, hostedSearch, isHttpsOnly} = options;
  const files = fs.existsSync(buildDir) ? listFiles(buildDir) : [];
  const {hashes, faults} = readScripts(files, buildDir);
  const headers = listHeaders(
    {scriptHashes: hashes, searchOrigins: hostedSearch ? listSearchOrigins(hostedSearch) : []},
    isHttpsOnly,
  );
  faults.push(
    ...checkBuild(files, options),
    ...checkNames(files),
    ...headers
      .filter(({name, value}) => `${name}: ${value}`.length > MAX_HEADER_LENGTH)
      .map(
        ({name, value}) =>
          `${name}: with ${hashes.length} different inline scripts it has ${value.length} characters; ${MAX_HEADER_LENGTH} are safe. Make scripts alike by moving what differs into attributes, or into files.`,
      ),
  );
  if (!isReplaceable(outDir)) {
    faults.push(
      `${outDir}: npm run pack did not write this folder, and so does not replace it. Name another one with --out.`,
    );
  }
  if (faults.length > 0) {
    throw new Error(faults.join('\n'));
  }

  // All is written beside the old release, which may be the previous one, and put in its place at the end.
  const newDir = `${outDir}.new`;
  const siteDir = path.join(newDir, SITE_FOLDER);
  const nginxDir = path.join(newDir, 'nginx');
  fs.rmSync(newDir, {recursive: true, force: true});
  fs.mkdirSync(nginxDir, {recursive: true});
  // The time of a file is part of its ETag: a file that was not built anew must keep it.
  fs.cpSync(buildDir, siteDir, {recursive: true, preserveTimestamps: true});
  const kept =
    previousDir === undefined
      ? []
      : keepPrevious(siteDir, previousDir, (file) => findImmutableFolder(file) !== undefined);
  fs.writeFileSync(path.join(newDir, KEPT_FILE), `${JSON.stringify(kept, undefined, 2)}\n`);
  const siteFiles = listFiles(siteDir);
  const compressed = await compressFiles(siteDir, siteFiles);

  const folders = new Set(siteFiles.flatMap((file) => findImmutableFolder(`/${file}`) ?? []));
  const hosting: Hosting = {
    basePath,
    headers,
    immutableFolders: [...folders].sort(),
    moved: listMoved(options.redirects),
  };
  fs.writeFileSync(path.join(siteDir, '_headers'), renderHeadersFile(hosting));
  fs.writeFileSync(path.join(siteDir, '_redirects'), renderRedirectsFile(hosting));
  fs.copyFileSync(options.nginxFile, path.join(nginxDir, 'nginx.conf'));
  for (const [name, text] of Object.entries(renderNginx(hosting, options.hasBrotli))) {
    fs.writeFileSync(path.join(nginxDir, name), text);
  }
  fs.rmSync(outDir, {recursive: true, force: true});
  fs.renameSync(newDir, outDir);
  return {hosting, inlineScripts: hashes.length, kept, compressed};
}
