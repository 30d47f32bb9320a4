import fs from 'node:fs';
import path from 'node:path';
import {
  ensureChromium,
  ensureDependencies,
  ensureNginx,
  PROJECT_DIR,
  run,
  runQuietly,
} from './install.mjs';

/** @typedef {{passed: number, failed: number, skipped: number}} Count */

const RESULTS_DIR = path.join(PROJECT_DIR, 'test-results');
const UNIT_RESULTS = path.join(RESULTS_DIR, 'unit.json');
const SERVER_RESULTS = path.join(RESULTS_DIR, 'server.json');
const BUILD_DIRS = ['build', 'build-hosted', 'build-below-path', 'build-packed'].map((dir) =>
  path.join(PROJECT_DIR, dir),
);
const E2E_RESULTS = path.join(RESULTS_DIR, 'e2e.json');

/**
 * A step that succeeds or fails as a whole.
 * @param {boolean} isPassed
 * @returns {Count}
 */
const countStep = (isPassed) => ({passed: Number(isPassed), failed: Number(!isPassed), skipped: 0});

/**
 * What a test runner wrote about its tests. If it wrote nothing, or failed without a failed test, that counts as one failure.
 * @param {string} file
 * @param {boolean} isPassed whether the runner ended well
 * @param {(report: any) => Count} read
 * @returns {Count}
 */
function countTests(file, isPassed, read) {
  if (!fs.existsSync(file)) {
    return countStep(false);
  }
  const count = read(JSON.parse(fs.readFileSync(file, 'utf8')));
  const isUnexplained = !isPassed && count.failed === 0;
  const isEmpty = count.passed + count.failed === 0;
  return isUnexplained || isEmpty ? {...count, failed: count.failed + 1} : count;
}

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} command
 * @property {Record<string, string>} [env] added to the environment
 * @property {(isPassed: boolean) => Count} [count] how many checks passed and failed; one if missing
 */

/** @param {string} script @param {...string} args @returns {readonly string[]} */
const npm = (script, ...args) => [
  'npm',
  'run',
  '-s',
  script,
  ...(args.length > 0 ? ['--', ...args] : []),
];

/** @type {readonly Step[]} */
const CHECKS = [
  {
    // An incomplete lock file does no harm where the packages are installed already, and stops a fresh clone.
    name: 'Lock file',
    command: ['npm', 'ci', '--dry-run', '--no-audit', '--no-fund', '--loglevel', 'error'],
  },
  {name: 'Format', command: npm('format:check')},
  {name: 'Types', command: npm('typecheck')},
  {name: 'Content', command: npm('lint:content')},
];

/** @type {readonly Step[]} */
const BUILDS = [
  {
    name: 'Build below a path',
    command: npm('build', '--out-dir', 'build-below-path'),
    // It has the scripts loaded with the page, so that this, too, is tested.
    env: {
      SITE_URL: 'https://kb.example.org',
      SITE_BASE_URL: '/below/a-path/',
      SITE_SCRIPTS: 'load',
    },
  },
  {
    // Between two builds without it, so that a cache which mixes them up shows.
    name: 'Build with hosted search',
    command: npm('build', '--out-dir', 'build-hosted'),
    env: {ALGOLIA_APP_ID: 'FAKEAPP', ALGOLIA_API_KEY: 'search-key', ALGOLIA_INDEX_NAME: 'kb'},
  },
  // The last one: its records are those that the other steps read.
  {name: 'Build', command: npm('build')},
  {name: 'Pack', command: npm('pack')},
];

/**
 * What Vitest wrote about its tests.
 * @param {string} file
 * @returns {(isPassed: boolean) => Count}
 */
const countVitest = (file) => (isPassed) =>
  countTests(file, isPassed, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + (report.numFailedTests === 0 ? report.numFailedTestSuites : 0),
    skipped: report.numPendingTests + report.numTodoTests,
  }));

/** @type {Step} */
const UNIT_TESTS = {
  name: 'Unit tests',
  command: npm('test:unit'),
  env: {VITEST_JSON: UNIT_RESULTS},
  count: countVitest(UNIT_RESULTS),
};

/** @type {Step} */
const LINT = {name: 'Lint', command: npm('lint')};

/**
 * What needs no browser, in lanes that run side by side and take about as long: most of it uses one core. The builds share a folder,
 * so that they are in one lane.
 */
const LANES = [
  [...BUILDS, LINT],
  [...CHECKS, UNIT_TESTS],
];

/** @type {Step} */
const SERVER_TESTS = {
  name: 'Server tests',
  command: npm('test:server'),
  env: {VITEST_JSON: SERVER_RESULTS},
  count: countVitest(SERVER_RESULTS),
};

/**
 * What needs the built site, but no core for itself, again in lanes.
 * @type {readonly Step[][]}
 */
const BUILT_SITE_LANES = [
  [
    {name: 'Page weight', command: npm('weight')},
    {name: 'Search quality', command: npm('search:quality')},
  ],
  [
    {
      name: 'Lighthouse, apart from performance',
      command: npm('lighthouse', '--runs', '1', '--skip-performance'),
    },
  ],
];

/** @type {Step} */
const BROWSER_TESTS = {
  name: 'Browser tests',
  command: npm('test:e2e'),
  env: {E2E_JSON: E2E_RESULTS},
  count: (isPassed) =>
    countTests(E2E_RESULTS, isPassed, ({stats}) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
    })),
};

/** @type {Count} */
const total = {passed: 0, failed: 0, skipped: 0};

/**
 * Adds the outcome of a step to the total, and prints it.
 * @param {Step} step
 * @param {boolean} isPassed
 * @param {number} startTime when it began, in milliseconds
 * @returns {boolean} whether all its checks passed
 */
function report({name, count = countStep}, isPassed, startTime) {
  const {passed, failed, skipped} = count(isPassed);
  const seconds = ((Date.now() - startTime) / 1000).toFixed(1);
  console.log(`${name}: ${failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  return failed === 0;
}

/**
 * Runs a step while others run, and prints what it has printed when it has ended.
 * @param {Step} step
 * @param {Record<string, string>} [env] added to the environment
 * @returns {Promise<boolean>} whether all its checks passed
 */
async function runBeside(step, env = {}) {
  const startTime = Date.now();
  const [command = '', ...args] = step.command;
  const {isPassed, output} = await runQuietly(command, args, {...step.env, ...env});
  console.log(`\n── ${step.name}\n${output.trimEnd()}`);
  return report(step, isPassed, startTime);
}

/**
 * Runs lanes side by side; the steps of a lane one after the other, whether they pass or not.
 * @param {readonly (readonly Step[])[]} lanes
 * @param {Record<string, string>} [env] added to the environment
 * @returns {Promise<ReadonlySet<Step>>} the steps that failed
 */
async function runLanes(lanes, env = {}) {
  /** @type {Set<Step>} */
  const failed = new Set();
  await Promise.all(
    lanes.map(async (lane) => {
      for (const step of lane) {
        if (!(await runBeside(step, env))) {
          failed.add(step);
        }
      }
    }),
  );
  return failed;
}

/**
 * Runs a step alone, and shows what it prints.
 * @param {Step} step
 * @param {Record<string, string>} [env] added to the environment
 */
function runAlone(step, env = {}) {
  const startTime = Date.now();
  const [command = '', ...args] = step.command;
  console.log(`\n── ${step.name}`);
  report(step, run(command, args, {...step.env, ...env}), startTime);
}

/**
 * `npm test`: installs what is missing, checks everything, and ends with `N passed, N failed`. A failed step does not keep
 * the others from being run, so that one run shows all that is wrong.
 */
for (const dir of [RESULTS_DIR, ...BUILD_DIRS]) {
  fs.rmSync(dir, {recursive: true, force: true}); // an old build must not stand in for one that failed
}
fs.mkdirSync(RESULTS_DIR, {recursive: true});
try {
  // While the packages of the project are installed, which needs no processor most of the time.
  const system = runQuietly('node', [path.join('scripts', 'install-system.mjs')]);
  ensureDependencies();
  const failed = await runLanes(LANES);
  console.log((await system).output.trimEnd());
  if (BUILDS.some((step) => failed.has(step))) {
    const steps = [SERVER_TESTS, ...BUILT_SITE_LANES.flat(), BROWSER_TESTS];
    steps.forEach(({name}) => console.log(`${name}: skipped, since a build failed`));
    total.skipped += steps.length;
  } else {
    const env = {CHROMIUM_PATH: ensureChromium() ?? ''};
    const missing = ensureNginx();
    if (missing.length > 0) {
      console.log(`${SERVER_TESTS.name}: skipped, since ${missing.join(' and ')} is not installed`);
      total.skipped++;
    }
    const serverLane = missing.length > 0 ? [] : [SERVER_TESTS];
    await runLanes([...BUILT_SITE_LANES, serverLane], env);
    runAlone(BROWSER_TESTS, env);
  }
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  total.failed++;
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed === 0 ? 0 : 1;
