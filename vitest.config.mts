import {defineConfig} from 'vitest/config';

const modules = `${import.meta.dirname}/node_modules/@docusaurus`;

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
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    reporters: process.env.VITEST_JSON
      ? ['default', ['json', {outputFile: process.env.VITEST_JSON}]]
      : ['default'],
  },
});
