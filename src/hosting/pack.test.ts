import fs from 'node:fs';
import path from 'node:path';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createPolicy, MAX_HEADER_LENGTH} from './description.ts';
import {listFiles} from './keepPrevious.ts';
import {pack, type PackOptions} from './pack.ts';
import {createOptions, createSmallSite, makeFolder, writeFiles} from './testing.ts';

let dir: string;
let options: PackOptions;
const read = (file: string): string => fs.readFileSync(path.join(options.outDir, file), 'utf8');

beforeEach(() => {
  dir = makeFolder();
  options = createOptions(dir);
  writeFiles(options.buildDir, createSmallSite());
});
afterEach(() => fs.rmSync(dir, {recursive: true, force: true}));

/** What keeps the small site, changed, from being packed; nothing of it is written then. */
async function findFaults(
  files: Readonly<Record<string, string>>,
  changes: Partial<PackOptions> = {},
): Promise<string[]> {
  writeFiles(options.buildDir, files);
  const error = await pack({...options, ...changes}).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(fs.existsSync(options.outDir)).toBe(false);
  return (error as Error).message.split('\n');
}

describe('a packed release', () => {
  it('holds the build as it is, and twins that are the same when unpacked', async () => {
    await pack(options);
    const site = path.join(options.outDir, 'site');
    for (const [name, content] of Object.entries(createSmallSite())) {
      expect(read(`site/${name}`)).toBe(content);
    }
    const twins = listFiles(site).filter((file) => /\.(br|gz)$/.test(file));
    expect(twins).toContain('index.html.br');
    expect(twins).toContain('docs/page.md.gz');
    for (const twin of twins) {
      const content = fs.readFileSync(path.join(site, twin));
      const unpacked = twin.endsWith('.br') ? brotliDecompressSync(content) : gunzipSync(content);
      const original = fs.readFileSync(path.join(site, twin.replace(/\.(br|gz)$/, '')));
      expect(unpacked.equals(original), twin).toBe(true);
      expect(content.length, twin).toBeLessThan(original.length);
    }
  });

  it('has no twin where none would be smaller, nor of a picture', async () => {
    writeFiles(options.buildDir, {'img/large.png': 'x'.repeat(5000)});
    await pack(options);
    const files = listFiles(path.join(options.outDir, 'site'));
    expect(files.filter((file) => /\.png\.|styles.*\.css\./.test(file))).toEqual([]);
  });

  it('comes out the same when packed again, over the first', async () => {
    const snapshot = (): Map<string, string> =>
      new Map(
        listFiles(options.outDir).map((file) => {
          const {mtimeMs} = fs.statSync(path.join(options.outDir, file));
          const isServed = file.startsWith('site/') && !/\/_(headers|redirects)$/.test(file);
          return [file, `${isServed ? mtimeMs : ''} ${read(file)}`];
        }),
      );
    await pack(options);
    const first = snapshot();
    await pack(options);
    expect(snapshot()).toEqual(first);
  });

  it('keeps the assets of the one before for one release, and says which', async () => {
    await pack(options);
    const chunk = 'assets/js/main.0a1b2c3d.js';
    const build = (name: string): void => {
      fs.rmSync(path.join(options.buildDir, 'assets/js'), {recursive: true});
      writeFiles(options.buildDir, {
        [`assets/js/${name}`]: `const search={appId:"embedded search"};\n`,
      });
    };
    build('main.11111111.js');
    expect((await pack({...options, previousDir: options.outDir})).kept).toEqual([chunk]);
    expect(JSON.parse(read('kept.json'))).toEqual([chunk]);
    expect(read(`site/${chunk}`)).toContain('embedded');
    build('main.22222222.js');
    const {kept} = await pack({...options, previousDir: options.outDir});
    expect(kept).toEqual(['assets/js/main.11111111.js']);
    expect(fs.existsSync(path.join(options.outDir, 'site', chunk))).toBe(false);
  });

  it('has the headers and redirects for hosts that read them from files', async () => {
    await pack({...options, isHttpsOnly: true});
    expect(read('site/_redirects')).toBe('/docs/old /docs/page 301\n');
    expect(read('site/_headers')).toMatchInlineSnapshot(`
      "/*
        Content-Security-Policy: default-src 'self'; script-src 'self' 'sha256-TqyltH33u5UW4OVNFioK1Hvt4B4/CuAOPsVx4BIpMO8='; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; upgrade-insecure-requests
        X-Content-Type-Options: nosniff
        Referrer-Policy: strict-origin-when-cross-origin
        Permissions-Policy: accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()
        Strict-Transport-Security: max-age=31536000
      /assets/*
        Cache-Control: public, max-age=31536000, immutable
      /img/cards/*
        Cache-Control: public, max-age=31536000, immutable
      /search-index/docs.0a1b2c3d4e/*
        Cache-Control: public, max-age=31536000, immutable
      /*.md
        Content-Type: text/markdown; charset=utf-8
      /*.txt
        Content-Type: text/plain; charset=utf-8
      "
    `);
  });

  it('leaves redirects of single ids to the page, since a server does not see the hash', async () => {
    const to = {path: '/docs/page', anchor: ''};
    const redirects = [{from: '/docs/old', to, anchors: {part: '/#part'}}];
    const {hosting} = await pack({...options, redirects});
    expect(hosting.moved).toEqual([]);
    expect(read('nginx/http.conf')).not.toContain('/docs/old');
  });

  it('may ask the hosts of the hosted search that it was built with', async () => {
    writeFiles(options.buildDir, {'assets/js/main.0a1b2c3d.js': 'const search={appId:"APP"};\n'});
    await pack({...options, hostedSearch: {appId: 'APP', apiKey: 'key', indexName: 'kb'}});
    expect(read('site/_headers')).toContain(
      "connect-src 'self' https://APP-dsn.algolia.net https://APP.algolia.net https://APP-1.algolianet.com",
    );
  });

  it('names no module of nginx that is not there', async () => {
    await pack(options);
    expect(read('nginx/modules.conf')).toContain('load_module ');
    expect(read('nginx/server.conf')).toContain('brotli_static on;');
    await pack({...options, hasBrotli: false});
    expect(read('nginx/modules.conf')).not.toContain('load_module ');
    expect(read('nginx/server.conf')).not.toContain('brotli');
  });
});

describe('packing stops', () => {
  it('at everything that could not be served, in one run', async () => {
    expect(
      await findFaults({
        '.well-known/x.txt': '',
        'docs/名字.html': '',
        'data.bin': '',
        'assets/plain.js': '',
        'docs/page.html': '<p onclick="go()"></p><a href="javascript:go()">x</a>',
      }),
    ).toEqual([
      expect.stringMatching(/^docs\/page\.html: <p> has the inline event handler onClick\./),
      expect.stringMatching(/^docs\/page\.html: <a> has a "javascript:" address in href\./),
      expect.stringMatching(/^\.well-known\/x\.txt: the server hides names like this\./),
      expect.stringMatching(/^assets\/plain\.js: .* its name has no hash of its content\./),
      expect.stringMatching(/^data\.bin: no media type is known for its extension\./),
      expect.stringMatching(/^docs\/名字\.html: the server hides names like this\./),
    ]);
  });

  it('if there is no build, with the command to run', async () => {
    expect(await findFaults({}, {buildDir: path.join(dir, 'nothing')})).toEqual([
      expect.stringMatching(/nothing: there is no site in this folder\. Run npm run build first\./),
    ]);
  });

  it('if the build was made with other variables, or is older than the redirects', async () => {
    const redirects = [{from: '/docs/newer', to: {path: '/docs/page', anchor: ''}, anchors: {}}];
    const hostedSearch = {appId: 'APP', apiKey: 'key', indexName: 'kb'};
    expect(await findFaults({}, {redirects, hostedSearch, basePath: '/kb/'})).toEqual([
      expect.stringMatching(/^docs\/newer\.html: the redirect table has this, the build has not\./),
      expect.stringMatching(/^404\.html: its files do not lie below \/kb\/\. Set SITE_BASE_URL/),
      expect.stringMatching(/^assets\/js: the build was made with no or another hosted search\./),
    ]);
  });

  it('if the policy would be too long for a header', async () => {
    const scripts = Array.from({length: 40}, (_, number) => `<script>${number}</script>`).join('');
    expect(await findFaults({'docs/page.html': scripts})).toEqual([
      expect.stringMatching(
        /^Content-Security-Policy: with 41 different inline scripts it has \d+ characters; 2000 are safe\./,
      ),
    ]);
    const policy = createPolicy({scriptHashes: [], searchOrigins: []}, true);
    expect(policy.length).toBeLessThan(MAX_HEADER_LENGTH / 3);
  });

  it('rather than replace a folder that it did not write', async () => {
    const outDir = path.join(dir, 'mine');
    writeFiles(outDir, {'thesis.txt': 'years of work'});
    expect(await findFaults({}, {outDir})).toEqual([
      expect.stringMatching(/mine: npm run pack did not write this folder/),
    ]);
    expect(fs.readFileSync(path.join(outDir, 'thesis.txt'), 'utf8')).toBe('years of work');
  });
});
