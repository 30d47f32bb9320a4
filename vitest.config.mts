import fs from 'node:fs';
import path from 'node:path';
import {defineConfig} from 'vitest/config';

const root = import.meta.dirname;
const modules = `${root}/node_modules/@docusaurus`;

/** What a test may leave behind for the next one in the same process: mocks, a document, variables. */
const NEEDS_ISOLATION =
  /\bvi\.|@vitest-environment|\bjsdom\b|process\.(?:env|chdir|exitCode)|globalThis/;

const tests = ['src', 'scripts']
  .flatMap((dir) =>
    fs
      .readdirSync(path.join(root, dir), {recursive: true, encoding: 'utf8'})
      .map((file) => `${dir}/${file.split(path.sep).join('/')}`),
  )
  .filter((file) => /\.test\.tsx?$/.test(file));
const isIsolated = (file: string): boolean =>
  file.endsWith('.tsx') || NEEDS_ISOLATION.test(fs.readFileSync(path.join(root, file), 'utf8'));

export default defineConfig({
  resolve: {
    // Docusaurus makes these names while it bundles the site. Tests replace what needs a running site by `vi.mock`.
    alias: [
      {
        find: /^@docusaurus\/([A-Z]\w+|use\w+|router)$/,
        replacement: `${modules}/core/lib/client/exports/$1.js`,
      },
      {find: /^@theme\/(.*)$/, replacement: `${modules}/theme-classic/lib/theme/$1`},
    ],
  },
  test: {
    // The machines are shared: a slow answer is not a wrong one.
    testTimeout: 30_000,
    reporters: process.env.VITEST_JSON
      ? ['default', ['json', {outputFile: process.env.VITEST_JSON}]]
      : ['default'],
    projects: [
      {
        extends: true,
        test: {name: 'isolated', include: tests.filter((file) => isIsolated(file))},
      },
      {
        // Most tests only call functions: modules that are read once for all of them save half of the time.
        extends: true,
        test: {name: 'shared', include: tests.filter((file) => !isIsolated(file)), isolate: false},
      },
    ],
  },
});
