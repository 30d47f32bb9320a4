import fs from 'node:fs';
import path from 'node:path';
import {ensureChromium, ensureDependencies, PROJECT_DIR, run} from './install.mjs';

/** @typedef {{passed: number, failed: number, skipped: number}} Count */

const RESULTS_DIR = path.join(PROJECT_DIR, 'test-results');
const UNIT_RESULTS = path.join(RESULTS_DIR, 'unit.json');
const BUILD_DIRS = ['build', 'build-hosted', 'build-below-path'].map((dir) =>
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
 * Everything that is checked, in order; each step tells how many checks passed and failed. What needs the built site is
 * skipped when the build failed, since there is nothing to look at.
 * @type {readonly {name: string, check: () => Count, isBuild?: boolean, needsBuild?: boolean}[]}
 */
const STEPS = [
  {
    // An incomplete lock file does no harm where the packages are installed already, and stops a fresh clone.
    name: 'Lock file',
    check: () =>
      countStep(run('npm', ['ci', '--dry-run', '--no-audit', '--no-fund', '--loglevel', 'error'])),
  },
  {name: 'Format', check: () => countStep(run('npm', ['run', '-s', 'format:check']))},
  {name: 'Lint', check: () => countStep(run('npm', ['run', '-s', 'lint']))},
  {name: 'Types', check: () => countStep(run('npm', ['run', '-s', 'typecheck']))},
  {name: 'Content', check: () => countStep(run('npm', ['run', '-s', 'lint:content']))},
  {
    name: 'Unit tests',
    check: () =>
      countTests(
        UNIT_RESULTS,
        run('npm', ['run', '-s', 'test:unit'], {VITEST_JSON: UNIT_RESULTS}),
        (report) => ({
          passed: report.numPassedTests,
          failed:
            report.numFailedTests + (report.numFailedTests === 0 ? report.numFailedTestSuites : 0),
          skipped: report.numPendingTests + report.numTodoTests,
        }),
      ),
  },
  {
    name: 'Build below a path',
    isBuild: true,
    check: () =>
      countStep(
        run('npm', ['run', '-s', 'build', '--', '--out-dir', 'build-below-path'], {
          SITE_URL: 'https://kb.example.org',
          SITE_BASE_URL: '/below/a-path/',
        }),
      ),
  },
  {
    // Between two builds without it, so that a cache which mixes them up shows.
    name: 'Build with hosted search',
    isBuild: true,
    check: () =>
      countStep(
        run('npm', ['run', '-s', 'build', '--', '--out-dir', 'build-hosted'], {
          ALGOLIA_APP_ID: 'FAKEAPP',
          ALGOLIA_API_KEY: 'search-key',
          ALGOLIA_INDEX_NAME: 'kb',
        }),
      ),
  },
  // The last one: its records are those that the other steps read.
  {name: 'Build', isBuild: true, check: () => countStep(run('npm', ['run', '-s', 'build']))},
  {
    name: 'Search quality',
    needsBuild: true,
    check: () => countStep(run('npm', ['run', '-s', 'search:quality'])),
  },
  {
    name: 'Browser tests',
    needsBuild: true,
    check: () =>
      countTests(
        E2E_RESULTS,
        run('npm', ['run', '-s', 'test:e2e'], {
          E2E_JSON: E2E_RESULTS,
          CHROMIUM_PATH: ensureChromium() ?? '',
        }),
        ({stats}) => ({
          passed: stats.expected + stats.flaky,
          failed: stats.unexpected,
          skipped: stats.skipped,
        }),
      ),
  },
  {
    name: 'Lighthouse, apart from performance',
    needsBuild: true,
    check: () =>
      countStep(
        run('npm', ['run', '-s', 'lighthouse', '--', '--runs', '1', '--skip-performance'], {
          CHROMIUM_PATH: ensureChromium() ?? '',
        }),
      ),
  },
];

/**
 * `npm test`: installs what is missing, checks everything, and ends with `N passed, N failed`. A failed step does not keep
 * the others from being run, so that one run shows all that is wrong.
 */
for (const dir of [RESULTS_DIR, ...BUILD_DIRS]) {
  fs.rmSync(dir, {recursive: true, force: true}); // an old build must not stand in for one that failed
}
fs.mkdirSync(RESULTS_DIR, {recursive: true});
/** @type {Count} */
const total = {passed: 0, failed: 0, skipped: 0};
let isBuilt = true;
try {
  ensureDependencies();
  for (const {name, check, isBuild, needsBuild} of STEPS) {
    console.log(`\n── ${name}`);
    if (needsBuild && !isBuilt) {
      console.log(`${name}: skipped, since the build failed`);
      total.skipped++;
      continue;
    }
    const startTime = Date.now();
    const count = check();
    const seconds = ((Date.now() - startTime) / 1000).toFixed(1);
    console.log(`${name}: ${count.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
    isBuilt &&= !isBuild || count.failed === 0;
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
  }
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  total.failed++;
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed === 0 ? 0 : 1;
