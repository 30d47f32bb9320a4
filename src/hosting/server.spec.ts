import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {listRedirects} from '../plugins/docusaurus-ledger/listRedirects.ts';
import {readSite} from '../plugins/docusaurus-ledger/readSite.ts';
import {listFiles} from './keepPrevious.ts';
import {pack} from './pack.ts';
import {runNginx, type RunningNginx} from './runNginx.ts';
import {createOptions, createSmallSite, makeFolder, writeFiles} from './testing.ts';

const PORT = Number(process.env.SERVER_PORT ?? 3290);

/** What lies beside the site and in it, and must never be sent. */
const SECRET = 'nobody may read this';

type Answer = {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
};
type Request = {readonly method?: string; readonly headers?: Readonly<Record<string, string>>};

/** Asks for an address exactly as it is written: neither dots nor escapes are touched. */
function ask(
  address: string,
  {method = 'GET', headers = {}}: Request = {},
  port = PORT,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {host: '127.0.0.1', port, path: address, method, headers, agent: false},
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        );
      },
    );
    request.on('error', reject).end();
  });
}

/** Sends bytes that no client would send, and reads what comes back. */
function send(bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = net.connect(PORT, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (part) => (answer += part.toString('latin1')));
    socket.on('error', reject).on('close', () => resolve(answer));
  });
}

/** Does something with each item, a few at a time. */
async function forEach<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({length: 8}, async () => {
      for (let item = queue.pop(); item !== undefined; item = queue.pop()) {
        await work(item);
      }
    }),
  );
}

/** The release in a folder that everybody can read and nobody can write. */
function copyReleaseReadOnly(releaseDir: string, dir: string): string {
  const copy = path.join(dir, 'release');
  fs.cpSync(releaseDir, copy, {recursive: true, preserveTimestamps: true});
  writeFiles(copy, {
    'secret.txt': SECRET,
    'site/.hidden': SECRET,
    'site/.git/config': SECRET,
    'site/docs/.htpasswd': SECRET,
    'site/secret.txt.gz': SECRET,
  });
  // From below, since a folder must be writable until its content is not.
  for (const name of fs.readdirSync(copy, {recursive: true, encoding: 'utf8'}).reverse()) {
    const file = path.join(copy, name);
    fs.chmodSync(file, fs.statSync(file).isDirectory() ? 0o555 : 0o444);
  }
  fs.chmodSync(copy, 0o555);
  fs.chmodSync(dir, 0o755);
  return copy;
}

/** Removes a folder, although it may not be written. */
function remove(dir: string): void {
  for (const name of fs.readdirSync(dir, {recursive: true, encoding: 'utf8'})) {
    const file = path.join(dir, name);
    if (fs.lstatSync(file).isDirectory()) {
      fs.chmodSync(file, 0o755);
    }
  }
  fs.rmSync(dir, {recursive: true, force: true});
}

/** What `Vary` names, in small letters. */
const readVary = ({headers}: Answer): string[] =>
  (headers.vary ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)
    .sort();

describe('the site as nginx serves it', () => {
  const RELEASE = path.resolve('build-packed');
  const {site, records} = readSite(path.resolve());
  const redirects = listRedirects(records, site).pages;
  const movedFiles = new Set(redirects.map(({from}) => `${from.slice(1)}.html`));
  let dir: string;
  let siteDir: string;
  let nginx: RunningNginx;
  let files: string[];
  let before: string;

  /** Names, sizes and times of all files. */
  const listState = (): string =>
    listFiles(path.dirname(siteDir))
      .map((file) => {
        const {size, mtimeMs} = fs.statSync(path.join(path.dirname(siteDir), file));
        return `${file} ${size} ${mtimeMs}`;
      })
      .join('\n');
  const read = (file: string): Buffer => fs.readFileSync(path.join(siteDir, file));
  /** The address at which a file of the site is found. */
  const getAddress = (file: string): string => `/${file.replace(/(^|\/)?(index)?\.html$/, '')}`;
  /** Files that have an address: no twins, nothing that is hidden, no page that has moved, and not the error page. */
  const listServed = (): string[] =>
    files.filter(
      (file) => !/\.(br|gz)$|(^|\/)[._]/.test(file) && file !== '404.html' && !movedFiles.has(file),
    );

  beforeAll(async () => {
    if (!fs.existsSync(path.join(RELEASE, 'kept.json'))) {
      throw new Error(`${RELEASE}: there is no release. Run npm run build and npm run pack first.`);
    }
    dir = makeFolder();
    const release = copyReleaseReadOnly(RELEASE, dir);
    siteDir = path.join(release, 'site');
    files = listFiles(siteDir);
    before = listState();
    nginx = await runNginx(release, PORT, true);
  });
  afterAll(async () => {
    await nginx?.stop();
    remove(dir);
  });

  /** By extension, as browsers and https://www.iana.org/assignments/media-types name them. */
  const TYPES: Readonly<Record<string, string>> = {
    '.css': 'text/css; charset=utf-8',
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.md': 'text/markdown; charset=utf-8',
    '.png': 'image/png',
    '.svg': 'image/svg+xml; charset=utf-8',
    '.txt': 'text/plain; charset=utf-8',
    '.xml': 'application/xml; charset=utf-8',
  };
  const POLICY =
    /^default-src 'self'; script-src 'self'( 'sha256-[\w+/]{43}=')+; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'$/;

  function expectSafetyHeaders({headers}: Answer, what: string): void {
    expect(headers['content-security-policy'], what).toMatch(POLICY);
    expect(headers['x-content-type-options'], what).toBe('nosniff');
    expect(headers['referrer-policy'], what).toBe('strict-origin-when-cross-origin');
    expect(headers['permissions-policy'], what).toMatch(/^accelerometer=\(\), camera=\(\), .*usb=/);
    expect(headers, what).not.toHaveProperty('strict-transport-security');
    expect(headers.server, what).toBe('nginx');
  }

  it('sends every file with its type, its headers and its content', async () => {
    const served = listServed();
    expect(served.length).toBeGreaterThan(700);
    await forEach(served, async (file) => {
      const answer = await ask(getAddress(file));
      expect(answer.status, file).toBe(200);
      expect(answer.headers['content-type'], file).toBe(TYPES[path.extname(file)]);
      expect(answer.headers['cache-control'], file).toBe(
        /^(assets|img\/cards|search-index\/[\w-]+\.[0-9a-f]{10})\//.test(file)
          ? 'public, max-age=31536000, immutable'
          : 'no-cache',
      );
      expect(answer.headers.etag, file).toMatch(/^"[0-9a-f]+-[0-9a-f]+"$/);
      expect(answer.headers, file).not.toHaveProperty('content-encoding');
      expect(readVary(answer).includes('accept'), file).toBe(/\.(html|md)$/.test(file));
      expectSafetyHeaders(answer, file);
      expect(answer.body.equals(read(file)), file).toBe(true);
    });
  });

  it('sends every compressed twin in place of its file, and says so', async () => {
    const twins = files.filter((file) => /\.(br|gz)$/.test(file) && file !== 'secret.txt.gz');
    expect(twins.length).toBeGreaterThan(1400);
    const isServed = new Set(listServed());
    await forEach(twins, async (twin) => {
      const file = twin.replace(/\.(br|gz)$/, '');
      if (!isServed.has(file)) {
        return;
      }
      const [accepted, encoding, unpack] = twin.endsWith('.br')
        ? (['gzip, deflate, br', 'br', brotliDecompressSync] as const)
        : (['gzip, deflate', 'gzip', gunzipSync] as const);
      const answer = await ask(getAddress(file), {headers: {'Accept-Encoding': accepted}});
      expect(answer.status, twin).toBe(200);
      expect(answer.headers['content-encoding'], twin).toBe(encoding);
      expect(answer.headers['content-type'], twin).toBe(TYPES[path.extname(file)]);
      expect(readVary(answer), twin).toContain('accept-encoding');
      expect(Number(answer.headers['content-length']), twin).toBe(read(twin).length);
      expectSafetyHeaders(answer, twin);
      expect(unpack(answer.body).equals(read(file)), twin).toBe(true);
    });
  });

  it('sends no twin that is refused or came through a proxy without reason', async () => {
    const plain = await ask('/', {headers: {'Accept-Encoding': 'br;q=0, gzip;q=0'}});
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(readVary(plain)).toEqual(['accept', 'accept-encoding']);
    const headers = {'Accept-Encoding': 'gzip', Via: '1.1 proxy'};
    expect((await ask('/', {headers})).headers['content-encoding']).toBe('gzip');
  });

  it('sends no twin by its own name, and nothing that is hidden', async () => {
    const hidden = files.filter((file) => /\.(br|gz)$|(^|\/)[._]/.test(file));
    expect(hidden).toEqual(
      expect.arrayContaining(['.git/config', '.hidden', '_headers', '_redirects', 'index.html.br']),
    );
    await forEach(hidden, async (file) => {
      const {status, body} = await ask(`/${file}`);
      expect(status, file).toBe(404);
      expect(body.equals(read('404.html')), file).toBe(true);
    });
  });

  it('redirects every address that has moved, in one step, and keeps the query', async () => {
    const moved = redirects.filter(({anchors}) => Object.keys(anchors).length === 0);
    expect(moved.length).toBeGreaterThan(40);
    await forEach(moved, async ({from, to}) => {
      const hash = to.anchor && `#${to.anchor}`;
      for (const form of [from, `${from}.html`, `${from}/`]) {
        for (const query of ['', '?a=1&b=%E9%A1%B5']) {
          const answer = await ask(`${form}${query}`);
          expect(answer.status, form).toBe(301);
          expect(answer.headers.location, form).toBe(`${to.path}${query}${hash}`);
          expect(answer.headers['cache-control'], form).toBe('no-cache');
          expectSafetyHeaders(answer, form);
        }
      }
      expect((await ask(to.path)).status, to.path).toBe(200);
    });
    // What has ids that went elsewhere is left to its page, which sees the hash.
    await forEach(
      redirects.filter((redirect) => !moved.includes(redirect)),
      async ({from}) => expect((await ask(from)).status, from).toBe(200),
    );
  });

  it('redirects every page that is asked for by its file or with a slash', async () => {
    const pages = listServed().filter((file) => file.endsWith('.html') && file !== 'index.html');
    expect(pages.length).toBeGreaterThan(80);
    await forEach(pages, async (file) => {
      const address = getAddress(file);
      for (const form of [`/${file}`, `${address}/`, `${address}/index.html`, `${address}.html/`]) {
        const answer = await ask(`${form}?a=1`);
        expect([answer.status, answer.headers.location], form).toEqual([301, `${address}?a=1`]);
      }
    });
    for (const form of ['/index.html', '/index', '/index.html/']) {
      const answer = await ask(`${form}?a=1`);
      expect([answer.status, answer.headers.location], form).toEqual([301, '/?a=1']);
    }
  });

  it('answers what is not there with the error page and the status 404', async () => {
    for (const address of [
      '/nothing',
      '/nothing/',
      '/nothing.html',
      '/nothing/index.html',
      '/docs/pods/nothing?a=1',
      '/404',
      '/404/',
      '/404.html',
      '/assets',
      '/assets/',
      '/assets/js/main.00000000.js',
      '/docs/pods/creation/deeper',
      '/docs//pods',
      '/DOCS/pods',
      '/docs/pods%20',
      '/docs/pods%0a',
      '/文档'.replace(/[^/]/g, encodeURIComponent),
    ]) {
      const answer = await ask(address, {headers: {'Accept-Encoding': 'br'}});
      expect(answer.status, address).toBe(404);
      expect(answer.headers['content-type'], address).toBe('text/html; charset=utf-8');
      expect(answer.headers['cache-control'], address).toBe('no-cache');
      expectSafetyHeaders(answer, address);
      const body =
        answer.headers['content-encoding'] === 'br'
          ? brotliDecompressSync(answer.body)
          : answer.body;
      expect(body.equals(read('404.html')), address).toBe(true);
    }
  });

  it('sends nothing from outside of the site, however it is asked for', async () => {
    const addresses = ['secret.txt', 'nginx/nginx.conf', 'kept.json', 'etc/passwd'].flatMap(
      (file) =>
        [
          '/../',
          '/docs/../../',
          '/docs/pods/../../../',
          '/%2e%2e/',
          '/.%2e/',
          '/docs/%2E%2E/%2e%2e/',
          '/..%2f',
          '/%2e%2e%2f',
          '/docs/..%2f..%2f',
          '/..%5c',
          '/..\\',
          '/docs/..\\..\\',
          '/%252e%252e/',
          '/%c0%ae%c0%ae/',
          '/%c0%ae%c0%ae%c0%af',
          '/%e0%80%ae%e0%80%ae/',
          '/assets../',
          '/docs../',
          '/assets/../../',
          '/img/cards../../../',
          '/./../',
          '//../',
          '/...//',
          '/..;/',
          '//',
          '/',
          '/../../../../../../../../',
        ].map((prefix) => `${prefix}${file}`),
    );
    addresses.push('/docs/pods%00.html', '/%00', '/secret.txt%00.html', '/secret.txt', '/..', '/.');
    expect(addresses.length).toBeGreaterThan(100);
    await forEach(addresses, async (address) => {
      const {status, headers, body} = await ask(address);
      // "/." is the home page itself: dots are taken out before anything else.
      expect(address === '/.' ? [200] : [400, 404], address).toContain(status);
      expect(headers, address).not.toHaveProperty('location');
      expect(body.includes(SECRET) || body.includes('root:'), address).toBe(false);
      expect(body.includes('worker_processes'), address).toBe(false);
    });
  });

  it('answers bytes that are no address with an error', async () => {
    for (const line of [
      'GET /\x00 HTTP/1.1',
      'GET /docs/pods\x00.html HTTP/1.1',
      'GET \\..\\secret.txt HTTP/1.1',
      'GET ../secret.txt HTTP/1.1',
      'GET /%zz HTTP/1.1',
      'GET /\xc0\xae\xc0\xae/secret.txt HTTP/1.1',
      'GET file:///etc/passwd HTTP/1.1',
    ]) {
      const bytes = Buffer.from(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`, 'latin1');
      const answer = await send(bytes);
      expect(answer, line).toMatch(/^HTTP\/1\.1 40[04] /);
      expect(answer.includes(SECRET), line).toBe(false);
    }
  });

  it('never redirects to another host, nor writes a header that was sent to it', async () => {
    for (const address of [
      '//evil.example',
      '//evil.example/',
      '//evil.example/index.html',
      '//evil.example/docs/pods.html',
      '//evil.example/..',
      '//docs/pods/',
      '///docs/pods.html',
      '/\\evil.example/',
      '/%5cevil.example/',
      '/%2fevil.example/',
      '/%2f/evil.example/index.html',
      '/.//evil.example/index.html',
      '/docs/pods.html%0d%0aSet-Cookie:a=1',
      '/docs/pods/%0d%0aSet-Cookie:a=1/',
      '/%0d%0aSet-Cookie:a=1/index.html',
      '/docs/2026/pods%0d%0aSet-Cookie:a=1',
    ]) {
      const {status, headers} = await ask(address);
      expect([400, 404], address).toContain(status);
      expect(headers, address).not.toHaveProperty('location');
      expect(headers, address).not.toHaveProperty('set-cookie');
    }
    const headers = {Host: 'evil.example', 'X-Forwarded-Host': 'evil.example'};
    for (const address of ['/docs/pods/', '/docs/2026/pods', '/index.html']) {
      const {location} = (await ask(`${address}?next=//evil.example`, {headers})).headers;
      expect(location, address).toMatch(/^\/(docs\/pods)?\?next=\/\/evil\.example$/);
    }
    const injected = await ask('/docs/pods/?a=%0d%0aSet-Cookie:a=1');
    expect(injected.headers.location).toBe('/docs/pods?a=%0d%0aSet-Cookie:a=1');
    expect(injected.headers).not.toHaveProperty('set-cookie');
  });

  it('answers to GET and HEAD, and refuses other methods with the status 405', async () => {
    const asset = `/${files.find((file) => /^assets\/js\/.*\.js$/.test(file))}`;
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'TRACE']) {
      for (const address of ['/', '/docs/pods/creation', '/docs/2026/pods', '/nothing', asset]) {
        const answer = await ask(address, {method});
        expect(answer.status, `${method} ${address}`).toBe(405);
        if (method !== 'TRACE') {
          expect(answer.headers.allow).toBe('GET, HEAD');
          expect(answer.headers['cache-control']).toBe('no-cache');
          expectSafetyHeaders(answer, method);
        }
      }
    }
    for (const address of ['/', '/docs/pods/creation', '/nothing', '/docs/pods/']) {
      const [head, get] = await Promise.all([ask(address, {method: 'HEAD'}), ask(address)]);
      expect(head.body).toHaveLength(0);
      const [{date: _, ...ofHead}, {date: __, ...ofGet}] = [head.headers, get.headers];
      expect([head.status, ofHead]).toEqual([get.status, ofGet]);
    }
  });

  it.each([
    ['text/markdown', 'md'],
    ['text/markdown, text/html;q=0.9, */*;q=0.1', 'md'],
    ['text/html;q=0.8,text/markdown', 'md'],
    ['text/html, text/markdown', 'md'],
    ['TEXT/Markdown; charset=utf-8', 'md'],
    ['text/markdown;q=0.5', 'md'],
    ['text/markdown;q=0.5, */*;q=0.1', 'md'],
    ['text/html, text/markdown;q=0.5', 'html'],
    ['text/html;q=1.0, text/markdown; q=0.9', 'html'],
    ['text/markdown;q=0', 'html'],
    ['text/markdown; q=0.000, */*', 'html'],
    ['text/markdown;variant=GFM;q=0', 'html'],
    ['text/markdownish', 'html'],
    ['x-text/markdown', 'html'],
    ['*/*', 'html'],
    ['text/*', 'html'],
    ['', 'html'],
    [
      'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
      'html',
    ],
  ])('answers "Accept: %s" by %s', async (accept, extension) => {
    for (const page of ['docs/pods/creation', 'docs/2022/redis/eviction']) {
      const headers = {Accept: accept, 'Accept-Encoding': 'br'};
      const answer = await ask(`/${page}`, {headers});
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe(TYPES[`.${extension}`]);
      expect(readVary(answer)).toEqual(['accept', 'accept-encoding']);
      expect(brotliDecompressSync(answer.body).equals(read(`${page}.${extension}`))).toBe(true);
    }
  });

  it('answers by HTML where there is no Markdown, and by 404 where there is nothing', async () => {
    const headers = {Accept: 'text/markdown'};
    const home = await ask('/', {headers});
    expect([home.status, home.headers['content-type']]).toEqual([200, TYPES['.html']]);
    expect((await ask('/nothing', {headers})).status).toBe(404);
    expect((await ask('/docs/2026/pods/creation', {headers})).headers.location).toBe(
      '/docs/pods/creation',
    );
  });

  it('answers 304 without content if nothing has changed, with the headers that caches need', async () => {
    const tags = new Set<string>();
    for (const [address, request] of [
      ['/docs/pods/creation', {}],
      ['/docs/pods/creation', {'Accept-Encoding': 'br'}],
      ['/docs/pods/creation', {'Accept-Encoding': 'gzip'}],
      ['/docs/pods/creation', {Accept: 'text/markdown'}],
      [getAddress(files.find((file) => /^assets\/js\/.*\.js$/.test(file))!), {}],
    ] as const) {
      const first = await ask(address, {headers: request});
      const etag = first.headers.etag!;
      tags.add(etag);
      const again = await ask(address, {headers: {...request, 'If-None-Match': etag}});
      expect(again.status, address).toBe(304);
      expect(again.body).toHaveLength(0);
      expect(again.headers.etag).toBe(etag);
      expect(again.headers['cache-control']).toBe(first.headers['cache-control']);
      expect(readVary(again).includes('accept')).toBe(readVary(first).includes('accept'));
      expectSafetyHeaders(again, address);
      const other = await ask(address, {headers: {...request, 'If-None-Match': '"other"'}});
      expect(other.status, address).toBe(200);
      const since = await ask(address, {
        headers: {...request, 'If-Modified-Since': first.headers['last-modified']!},
      });
      expect(since.status, address).toBe(304);
    }
    // The same page in another encoding or form is another thing to a cache.
    expect(tags.size).toBe(5);
  });

  it('answers 1,000 requests at a time, each with what it asked for', async () => {
    const served = listServed();
    const startTime = Date.now();
    const answers = await Promise.all(
      Array.from({length: 1000}, async (_, index) => {
        const file = served[(index * 7) % served.length]!;
        const {status, body} = await ask(getAddress(file));
        return status === 200 && body.equals(read(file)) ? '' : `${file}: ${status}`;
      }),
    );
    expect(answers.filter(Boolean)).toEqual([]);
    console.log(`1,000 requests at a time: ${Date.now() - startTime} ms`);
  });

  it('runs as somebody who may write nothing, and has written nothing', () => {
    const status = fs.readFileSync(`/proc/${nginx.process.pid}/status`, 'utf8');
    expect(status).not.toMatch(/^Uid:\s+0\s/m);
    expect(status).not.toMatch(/^Gid:\s+0\s/m);
    for (const folder of [path.dirname(siteDir), siteDir, path.join(siteDir, 'assets')]) {
      expect(fs.statSync(folder).mode & 0o222, folder).toBe(0);
    }
    expect(listState()).toBe(before);
  });

  it('has written every request to its log, and nothing that would ask for an operator', () => {
    const log = nginx.readLog();
    expect(log).toMatch(/"GET \/docs\/pods\/creation HTTP\/1\.1" 200 /);
    expect(log.match(/\[(warn|alert|crit|emerg)\].*/g)).toBeNull();
  });
});

describe('a site below a path, with HTTPS only', () => {
  const BASE = '/below/a-path/';
  const port = PORT + 1;
  let dir: string;
  let nginx: RunningNginx;

  async function serve(changes: {isHttpsOnly: boolean; hasBrotli: boolean}): Promise<void> {
    const options = {...createOptions(dir), basePath: BASE, ...changes};
    writeFiles(options.buildDir, createSmallSite(BASE));
    await pack(options);
    fs.chmodSync(dir, 0o755);
    nginx = await runNginx(options.outDir, port, true);
  }

  beforeAll(async () => {
    dir = makeFolder();
    await serve({isHttpsOnly: true, hasBrotli: true});
  });
  afterAll(async () => {
    await nginx?.stop();
    fs.rmSync(dir, {recursive: true, force: true});
  });
  const askBelow = (address: string, request: Request = {}): Promise<Answer> =>
    ask(address, request, port);

  it('answers below its path, and nowhere else', async () => {
    for (const [address, status] of [
      [BASE, 200],
      [`${BASE}docs/page`, 200],
      [`${BASE}assets/css/styles.0a1b2c3d.css`, 200],
      [`${BASE}nothing`, 404],
      [`${BASE}404`, 404],
      ['/', 404],
      ['/docs/page', 404],
      ['/docs/old', 404],
      ['/below/', 404],
      ['/below/a-pathdocs/page', 404],
      ['/below/aXpath/docs/page', 404],
    ] as const) {
      const answer = await askBelow(address);
      expect(answer.status, address).toBe(status);
      expect(answer.body.includes('找不到'), address).toBe(status === 404);
    }
  });

  it('redirects within its path', async () => {
    for (const [address, location] of [
      ['/below/a-path?a=1', `${BASE}?a=1`],
      [`${BASE}index.html`, BASE],
      [`${BASE}docs/page.html?a=1`, `${BASE}docs/page?a=1`],
      [`${BASE}docs/page/`, `${BASE}docs/page`],
      [`${BASE}docs/old?a=1`, `${BASE}docs/page?a=1`],
    ] as const) {
      const {status, headers} = await askBelow(address);
      expect([status, headers.location], address).toEqual([301, location]);
    }
  });

  it('has browsers use HTTPS, on every answer', async () => {
    for (const address of [BASE, `${BASE}nothing`, `${BASE}docs/old`]) {
      const {headers} = await askBelow(address);
      expect(headers['strict-transport-security'], address).toBe('max-age=31536000');
      expect(headers['content-security-policy'], address).toMatch(/; upgrade-insecure-requests$/);
    }
  });

  it('keeps assets for ever, pages not', async () => {
    for (const [file, isForEver] of [
      ['assets/js/main.0a1b2c3d.js', true],
      ['search-index/docs.0a1b2c3d4e/c0.json', true],
      ['search-index/docs.json', false],
      ['docs/page', false],
      ['docs/page.md', false],
    ] as const) {
      const {headers} = await askBelow(`${BASE}${file}`);
      expect(headers['cache-control']?.includes('immutable'), file).toBe(isForEver);
    }
  });

  it('answers with gzip where nginx has no module for brotli, and does not name HTTPS unless told to', async () => {
    await nginx.stop();
    await serve({isHttpsOnly: false, hasBrotli: false});
    const page = `${BASE}docs/page`;
    const headers = {'Accept-Encoding': 'br, gzip'};
    const answer = await askBelow(page, {headers});
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(answer.body).toString()).toContain('一页');
    expect(answer.headers).not.toHaveProperty('strict-transport-security');
    expect(answer.headers['content-security-policy']).not.toContain('upgrade');
  });
});
