import {defineConfig} from 'vitest/config';

/** The tests that need nginx and the packed site: `npm run test:server`. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    include: ['src/hosting/server.spec.ts'],
    reporters: process.env.VITEST_JSON
      ? ['default', ['json', {outputFile: process.env.VITEST_JSON}]]
      : ['default'],
  },
});
