import fs from 'node:fs';
import http2 from 'node:http2';
import os from 'node:os';
import path from 'node:path';
import {brotliDecompressSync} from 'node:zlib';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {createCertificate, findFile, serveSite, type ServedSite} from './serve.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'serve-site-'));
let served: ServedSite;

beforeAll(async () => {
  fs.mkdirSync(path.join(folder, 'docs/pods'), {recursive: true});
  fs.writeFileSync(path.join(folder, 'index.html'), 'home');
  fs.writeFileSync(path.join(folder, '404.html'), 'none');
  fs.writeFileSync(path.join(folder, 'docs/pods/creation.html'), '创建'.repeat(1000));
  fs.writeFileSync(path.join(folder, 'docs/pods/index.html'), 'pods');
  served = await serveSite(folder, await createCertificate());
});
afterAll(() => {
  served.stop();
  fs.rmSync(folder, {recursive: true});
});

/** Asks as a browser would, over HTTP/2. */
function ask(
  address: string,
  encoding = 'gzip, br',
): Promise<{status: number; encoding: string; body: Buffer}> {
  const client = http2.connect(served.origin, {rejectUnauthorized: false});
  return new Promise((resolve, reject) => {
    const request = client.request({':path': address, 'accept-encoding': encoding});
    const chunks: Buffer[] = [];
    let head: http2.IncomingHttpHeaders & http2.IncomingHttpStatusHeader = {};
    request.on('response', (headers) => (head = headers));
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', reject);
    request.on('end', () => {
      client.close();
      const status = head[':status'] ?? 0;
      resolve({
        status,
        encoding: String(head['content-encoding'] ?? ''),
        body: Buffer.concat(chunks),
      });
    });
    request.end();
  });
}

it('finds pages with and without their ending, and indexes', () => {
  const find = (address: string) => {
    const file = findFile(folder, address);
    return file && path.relative(folder, file);
  };
  expect(
    ['/', '/docs/pods/creation', '/docs/pods/', '/docs/pods', '/none', '/../../etc/passwd'].map(
      find,
    ),
  ).toEqual([
    'index.html',
    'docs/pods/creation.html',
    'docs/pods/index.html',
    'docs/pods/index.html',
    undefined,
    undefined,
  ]);
});

it('sends compressed to who takes it', async () => {
  const {status, encoding, body} = await ask('/docs/pods/creation');
  expect({status, encoding}).toEqual({status: 200, encoding: 'br'});
  expect(body.length).toBeLessThan(100);
  expect(brotliDecompressSync(body).toString()).toBe('创建'.repeat(1000));
  expect((await ask('/docs/pods/creation', 'gzip')).body.length).toBe(6000);
});

it('says that a page does not exist', async () => {
  const {status, body} = await ask('/none', 'identity');
  expect({status, body: body.toString()}).toEqual({status: 404, body: 'none'});
});
