import {ensureDependencies, run} from './install.mjs';

/** `npm run site`: installs if needed, builds the site and serves it at http://localhost:3000 (or at PORT). */
try {
  ensureDependencies();
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exit(1);
}
const isServed =
  run('npx', ['docusaurus', 'build']) &&
  run('npx', ['docusaurus', 'serve', '--no-open', '--port', process.env.PORT ?? '3000']);
process.exitCode = isServed ? 0 : 1;
