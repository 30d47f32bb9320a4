import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {chromium, type Browser} from '@playwright/test';
import type {launch} from 'chrome-launcher';
import {claimFolder} from '../../plugins/docusaurus-search-index/benchmark/claimFolder.ts';
import {installPackages} from '../../plugins/docusaurus-search-index/benchmark/installPackages.ts';
import type {Verdict} from '../../plugins/docusaurus-search-index/benchmark/report.ts';
import {copySite} from '../copySite.ts';
import {measureFolder} from '../measureFolder.ts';
import {runMeasured} from '../runMeasured.ts';
import {readContent, type Content} from './content.ts';
import {
  measureLoad,
  measureVitals,
  type Lighthouse,
  type PageLoad,
  type Vitals,
} from './measurePage.ts';
import {
  formatNotes,
  formatRatios,
  formatSites,
  judge,
  PAGES,
  type BuildMeasurement,
  type PageKind,
  type SiteMeasurement,
} from './report.ts';
import {createCertificate, serveSite, type ServedSite} from './serve.ts';
import {
  createPeers,
  NODE_22,
  SITE_NAMES,
  type Peer,
  type ProjectManifest,
  type SiteName,
} from './sites.ts';

const USAGE =
  'Use: npm run site:benchmark, with any of -- --runs <number> --only ours,starlight --work <folder> --json <file>';

/** What a generator keeps for a next build, below the folder of its site. */
const CACHES = [
  '.astro',
  '.docusaurus',
  'node_modules/.astro',
  'node_modules/.cache',
  'node_modules/.vite',
];
/** What is not removed from the folder of a peer before it is written anew. */
const INSTALLED = new Set(['node_modules', 'package.json', 'package-lock.json', '.installed']);

/** What the command is asked to do. */
export type BenchmarkOptions = {
  /** Loads of each page by Lighthouse. */
  readonly runs: number;
  readonly sites: readonly SiteName[];
  /** Folder outside of the project for the sites and their packages. */
  readonly workFolder: string;
  /** Where all that was measured goes as JSON. */
  readonly jsonFile?: string;
};

const isSiteName = (name: string): name is SiteName =>
  (SITE_NAMES as readonly string[]).includes(name);

/** @throws {Error} if there is an argument that the command does not know */
export function parseOptions(args: readonly string[]): BenchmarkOptions {
  const {values} = parseArgs({
    args: [...args],
    options: {
      runs: {type: 'string', default: '3'},
      only: {type: 'string', default: SITE_NAMES.join(',')},
      work: {type: 'string', default: os.tmpdir()},
      json: {type: 'string'},
    },
  });
  if (!/^[1-9]\d*$/.test(values.runs)) {
    throw new Error(`--runs ${values.runs}: This is not a number of loads. ${USAGE}`);
  }
  const names = values.only.split(',');
  const unknown = names.find((name) => !isSiteName(name));
  if (unknown !== undefined) {
    throw new Error(
      `--only ${values.only}: There is no site "${unknown}". Name some of: ${SITE_NAMES.join(', ')}. ${USAGE}`,
    );
  }
  return {
    runs: Number(values.runs),
    sites: SITE_NAMES.filter((name) => names.includes(name)),
    // A folder of its own: what is in it is removed.
    workFolder: path.resolve(values.work, 'site-benchmark'),
    ...(values.json !== undefined && {jsonFile: values.json}),
  };
}

/** A site that was built. */
type BuiltSite = {
  readonly site: SiteName;
  readonly title: string;
  readonly folder: string;
  readonly toAddress: (path: string) => string;
  readonly build: BuildMeasurement;
};

async function build(
  node: string,
  {
    siteDir,
    command,
    output,
  }: {
    readonly siteDir: string;
    readonly command: Peer['command'];
    readonly output: string;
  },
): Promise<BuildMeasurement> {
  const packageDir = path.join('node_modules', command.package);
  const {bin} = JSON.parse(
    fs.readFileSync(path.join(siteDir, packageDir, 'package.json'), 'utf8'),
  ) as {bin: string | Readonly<Record<string, string>>};
  const [file = ''] = typeof bin === 'string' ? [bin] : Object.values(bin);
  const {seconds, peakBytes} = await runMeasured(
    node,
    [path.join(packageDir, file), ...command.args],
    {
      cwd: siteDir,
      // What the environment says about this site, or about the process that measures, is not for it.
      env: {NODE_ENV: 'production', NODE_OPTIONS: undefined, ASTRO_TELEMETRY_DISABLED: '1'},
    },
  );
  return {
    seconds,
    ...(peakBytes !== undefined && {peakBytes}),
    ...measureFolder(path.join(siteDir, output)),
  };
}

/** Builds this site in a copy, so that nothing of an earlier build helps, and that of the project stays. */
async function buildOurs(projectDir: string, workFolder: string): Promise<BuiltSite> {
  const siteDir = path.join(workFolder, 'sites', 'ours');
  claimFolder(path.join(workFolder, 'sites'));
  copySite(projectDir, siteDir);
  const command = {package: '@docusaurus/core', args: ['build']};
  return {
    site: 'ours',
    title: 'This project',
    folder: path.join(siteDir, 'build'),
    toAddress: (address) => `/${address}`,
    build: await build(process.execPath, {siteDir, command, output: 'build'}),
  };
}

/** Path of a Node that runs all peers, installed if this one is too old. */
function ensureNode22(workFolder: string): string {
  if (Number(process.versions.node.split('.')[0]) >= 22) {
    return process.execPath;
  }
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const folder = path.join(workFolder, 'node-22');
  installPackages(folder, {dependencies: {[name]: NODE_22}});
  return path.join(folder, 'node_modules', name, 'bin', platform === 'win' ? 'node.exe' : 'node');
}

async function buildPeer(peer: Peer, content: Content, workFolder: string): Promise<BuiltSite> {
  const siteDir = path.join(workFolder, peer.name);
  installPackages(siteDir, peer.manifest);
  for (const name of fs.readdirSync(siteDir).filter((entry) => !INSTALLED.has(entry))) {
    fs.rmSync(path.join(siteDir, name), {recursive: true});
  }
  CACHES.forEach((cache) => fs.rmSync(path.join(siteDir, cache), {recursive: true, force: true}));
  for (const [file, text] of peer.writeFiles(content)) {
    const target = path.join(siteDir, file);
    fs.mkdirSync(path.dirname(target), {recursive: true});
    fs.writeFileSync(target, text);
  }
  const node = peer.needsNode22 ? ensureNode22(workFolder) : process.execPath;
  const {name, title, command, output, toAddress} = peer;
  return {
    site: name,
    title,
    folder: path.join(siteDir, output),
    toAddress,
    build: await build(node, {siteDir, command, output}),
  };
}

type Subject = BuiltSite & {
  readonly served: ServedSite;
  readonly loads: Map<PageKind, PageLoad>;
  readonly vitals: Map<PageKind, Vitals[]>;
};

const KINDS = Object.keys(PAGES) as PageKind[];

const toUrl = ({served, toAddress}: Subject, kind: PageKind): string =>
  served.origin + toAddress(PAGES[kind]);

async function measureLoads(subjects: readonly Subject[], browser: Browser): Promise<void> {
  for (const kind of KINDS) {
    for (const subject of subjects) {
      subject.loads.set(kind, await measureLoad(browser, toUrl(subject, kind)));
    }
  }
}

/** The sites take turns within a round, so that what else the machine does meets all of them. */
async function measureAllVitals(
  subjects: readonly Subject[],
  runs: number,
  chromePath: string,
  tools: Tools,
  print: (line: string) => void,
): Promise<void> {
  for (let round = 1; round <= runs; round++) {
    print(`Lighthouse, round ${round} of ${runs} …`);
    const chrome = await tools.launch({
      chromePath,
      chromeFlags: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--ignore-certificate-errors',
      ],
    });
    try {
      for (const kind of KINDS) {
        for (const subject of subjects) {
          const values = subject.vitals.get(kind) ?? [];
          values.push(await measureVitals(toUrl(subject, kind), chrome.port, tools.lighthouse));
          subject.vitals.set(kind, values);
        }
      }
    } finally {
      chrome.kill();
    }
  }
}

async function measure(
  sites: readonly BuiltSite[],
  runs: number,
  executablePath: string,
  tools: Tools,
  print: (line: string) => void,
): Promise<SiteMeasurement[]> {
  const certificate = await createCertificate();
  const subjects: Subject[] = [];
  try {
    for (const site of sites) {
      const served = await serveSite(site.folder, certificate);
      subjects.push({...site, served, loads: new Map(), vitals: new Map()});
    }
    print('Counting bytes …');
    const browser = await chromium.launch({executablePath, args: ['--no-sandbox']});
    try {
      await measureLoads(subjects, browser);
    } finally {
      await browser.close();
    }
    await measureAllVitals(subjects, runs, executablePath, tools, print);
  } finally {
    subjects.forEach(({served}) => served.stop());
  }
  return subjects.map(({site, title, build: built, loads, vitals}) => ({
    site,
    title,
    build: built,
    pages: Object.fromEntries(
      KINDS.map((kind) => [kind, {load: loads.get(kind)!, vitals: vitals.get(kind)!}]),
    ) as unknown as SiteMeasurement['pages'],
  }));
}

/** What measures in the browser, and what starts that; see `Lighthouse`. */
export type Tools = {readonly lighthouse: Lighthouse; readonly launch: typeof launch};

/** What the command has been given. */
export type BenchmarkCommand = {
  readonly args: readonly string[];
  /** Folder of the project, with its packages installed. */
  readonly projectDir: string;
  /** The browser to measure in; nothing for Playwright's own. */
  readonly chromium: string | undefined;
  readonly tools: Tools;
  /** Gets each line that the command has to say. */
  readonly print: (line: string) => void;
};

/**
 * `npm run site:benchmark`: builds this site, and the same text with Docusaurus as it is delivered, VitePress and Starlight, and
 * compares what their pages load, how fast they show, and how long the builds take.
 * @returns what is kept of the promises; nothing without the sites that they are about
 * @throws {Error} if an argument is unknown, or a site cannot be installed, built or loaded
 */
export async function runBenchmark({
  args,
  projectDir,
  chromium: chromiumPath,
  tools,
  print,
}: BenchmarkCommand): Promise<Verdict[]> {
  const {runs, sites: names, workFolder, jsonFile} = parseOptions(args);
  const project = JSON.parse(
    fs.readFileSync(path.join(projectDir, 'package.json'), 'utf8'),
  ) as ProjectManifest;
  fs.mkdirSync(workFolder, {recursive: true});
  print('Building this project …');
  const ours = await buildOurs(projectDir, workFolder);
  const content = readContent(ours.folder);
  const built = names.includes('ours') ? [ours] : [];
  for (const peer of createPeers(project).filter(({name}) => names.includes(name))) {
    print(`Building ${peer.title} …`);
    built.push(await buildPeer(peer, content, workFolder));
  }
  const sites = await measure(built, runs, chromiumPath ?? chromium.executablePath(), tools, print);
  const verdicts = judge(sites);
  if (jsonFile !== undefined) {
    const results = {
      date: new Date().toISOString(),
      node: process.versions.node,
      runs,
      sites,
      verdicts,
    };
    fs.writeFileSync(jsonFile, `${JSON.stringify(results, null, 2)}\n`);
  }
  const load = os.loadavg()[0]!.toFixed(1);
  print(
    `\n${content.pages.length} pages. Load of the machine: ${load} on ${os.availableParallelism()} processors.\n\n${formatSites(sites)}\n\n${formatNotes(runs)}\n\n${formatRatios(sites)}\n`,
  );
  verdicts.forEach(({isKept, text}) => print(`${isKept ? '✓' : '✗'} ${text}`));
  return verdicts;
}
