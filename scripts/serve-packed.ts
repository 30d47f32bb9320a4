import path from 'node:path';
import {parseArgs} from 'node:util';
import {runNginx} from '../src/hosting/runNginx.ts';

/**
 * `npm run serve:packed [-- --port <number>] [folder]`: serves what `npm run pack` wrote by nginx, as it is served to readers, until it
 * is stopped.
 */
async function main(): Promise<void> {
  const {values, positionals} = parseArgs({
    options: {port: {type: 'string', default: '8080'}},
    allowPositionals: true,
  });
  const releaseDir = path.resolve(positionals[0] ?? 'build-packed');
  const nginx = await runNginx(releaseDir, Number(values.port), false);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void nginx.stop().then(() => process.exit()));
  }
  console.log(`http://localhost:${values.port}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
