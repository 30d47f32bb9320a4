import path from 'node:path';
import {parseArgs} from 'node:util';
import {pack} from '../src/hosting/pack.ts';
import {listRedirects} from '../src/plugins/docusaurus-ledger/listRedirects.ts';
import {readSite} from '../src/plugins/docusaurus-ledger/readSite.ts';
import {readHostedSearch} from '../src/plugins/docusaurus-search-index/hosted.ts';

const formatSize = (bytes = 0): string => `${(bytes / 1e6).toFixed(2)} MB`;

/**
 * `npm run pack [-- --build <folder>] [--out <folder>] [--previous <folder>] [--hsts] [--no-brotli]`: makes a release that nginx can
 * serve out of what `npm run build` wrote; see src/hosting/pack.ts. The variables are those of the build.
 */
async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {
      build: {type: 'string', default: 'build'},
      out: {type: 'string', default: 'build-packed'},
      previous: {type: 'string'},
      hsts: {type: 'boolean', default: false},
      'no-brotli': {type: 'boolean', default: false},
    },
  });
  const startTime = Date.now();
  const {site, records} = readSite(path.resolve());
  const {kept, compressed, inlineScripts, hosting} = await pack({
    buildDir: path.resolve(values.build),
    outDir: path.resolve(values.out),
    previousDir: values.previous && path.resolve(values.previous),
    nginxFile: path.resolve('hosting/nginx.conf'),
    basePath: process.env.SITE_BASE_URL ?? '/',
    hostedSearch: readHostedSearch(process.env),
    redirects: listRedirects(records, site).pages,
    isHttpsOnly: values.hsts,
    hasBrotli: !values['no-brotli'],
  });
  const {plain, br, gz} = compressed.bytes;
  console.log(
    `${compressed.files} files compressed: ${formatSize(plain)} as brotli ${formatSize(br)}, as gzip ${formatSize(gz)}.`,
  );
  console.log(
    `${hosting.moved.length} redirects, ${inlineScripts} inline scripts in the policy, ${kept.length} files of the previous release.`,
  );
  console.log(`Packed into ${values.out} in ${((Date.now() - startTime) / 1000).toFixed(1)} s.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
