import {defineConfig, devices} from '@playwright/test';
import {hasNginx} from './src/hosting/runNginx.ts';

/** Ports of the builds: the site at an origin, the site below a path, the site with hosted search, the packed site by nginx. */
const PORT = Number(process.env.E2E_PORT ?? 3210);
const BELOW_PATH_PORT = PORT + 1;
const HOSTED_PORT = PORT + 2;
const NGINX_PORT = PORT + 3;

/** What measures time. */
const TIMING = 'largeTable.spec.ts';

/** Arguments of Chromium. */
const ARGS = ['--no-sandbox', '--disable-background-networking'];
const EXECUTABLE = process.env.CHROMIUM_PATH && {executablePath: process.env.CHROMIUM_PATH};

const serve = (port: number, dir: string): string =>
  `npx docusaurus serve --no-open --port ${port} --dir ${dir}`;

export default defineConfig({
  testDir: 'e2e',
  forbidOnly: Boolean(process.env.CI),
  // The machines are shared: a slow answer is not a wrong one.
  timeout: 120_000,
  expect: {timeout: 15_000},
  // One more than the cores of the machine that runs the tests: pages wait now and then.
  workers: 3,
  // A long file must not keep one worker busy while the other has nothing to do.
  fullyParallel: true,
  reporter: process.env.E2E_JSON
    ? [['list'], ['json', {outputFile: process.env.E2E_JSON}]]
    : [['list']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'zh-CN',
    // A trace takes as long as the test itself. For a test that fails: npm run test:e2e -- -g '<its name>' --trace on
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      // A page lives for a second or two: its scripts are done before the compilers have made them faster, on the other core.
      args: [...ARGS, '--js-flags=--no-opt --no-maglev'],
      ...EXECUTABLE,
    },
  },
  projects: [
    {
      name: 'site',
      testIgnore: ['below-path.spec.ts', 'hosted.spec.ts', 'nginx.spec.ts', TIMING],
      use: {...devices['Desktop Chrome'], viewport: {width: 1280, height: 900}},
    },
    {
      name: 'below a path',
      testMatch: 'below-path.spec.ts',
      use: {...devices['Desktop Chrome'], baseURL: `http://localhost:${BELOW_PATH_PORT}`},
    },
    {
      name: 'hosted search',
      testMatch: 'hosted.spec.ts',
      use: {...devices['Desktop Chrome'], baseURL: `http://localhost:${HOSTED_PORT}`},
    },
    {
      name: 'served by nginx',
      testMatch: 'nginx.spec.ts',
      use: {...devices['Desktop Chrome'], baseURL: `http://localhost:${NGINX_PORT}`},
    },
    {
      // When all others are done, so that nothing else is running.
      name: 'timing',
      testMatch: TIMING,
      dependencies: ['site', 'below a path', 'hosted search', 'served by nginx'],
      use: {
        ...devices['Desktop Chrome'],
        viewport: {width: 1280, height: 900},
        launchOptions: {args: ARGS, ...EXECUTABLE},
      },
    },
  ],
  webServer: [
    {command: serve(PORT, 'build'), port: PORT},
    {command: serve(HOSTED_PORT, 'build-hosted'), port: HOSTED_PORT},
    {
      command: serve(BELOW_PATH_PORT, 'build-below-path'),
      port: BELOW_PATH_PORT,
      env: {SITE_URL: 'https://kb.example.org', SITE_BASE_URL: '/below/a-path/'},
    },
    // Without nginx, its tests are skipped.
    ...(hasNginx()
      ? [{command: `npx tsx scripts/serve-packed.ts --port ${NGINX_PORT}`, port: NGINX_PORT}]
      : []),
  ],
});
