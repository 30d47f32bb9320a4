import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {brotliDecompressSync} from 'node:zlib';
import type {Engine} from './engine.ts';
import {BenchmarkServer, type IndexSize} from './serve.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'search-benchmark-'));
const server = new BenchmarkServer();
const TEXT = '主从复制'.repeat(100);
/** What brotli cannot make smaller. */
const NOISE = Buffer.from(Array.from({length: 64}, (_, i) => (i * 151) % 256));

let origin = '';
let size: IndexSize;

/** The body as it was sent. */
function get(address: string): Promise<{encoding?: string; status?: number; body: Buffer}> {
  return new Promise((resolve, reject) => {
    http
      .get(origin + address, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            encoding: response.headers['content-encoding'],
            status: response.statusCode,
            body: Buffer.concat(parts),
          }),
        );
      })
      .on('error', reject);
  });
}

beforeAll(async () => {
  fs.mkdirSync(path.join(folder, 'index'));
  fs.writeFileSync(path.join(folder, 'index/a.json'), TEXT);
  fs.writeFileSync(path.join(folder, 'index/b.pf_index'), NOISE);
  fs.writeFileSync(path.join(folder, 'page.js'), 'void 0;');
  const engine: Engine = {
    name: 'ours',
    folder,
    isIndex: (file) => file.startsWith('index'),
    indexingMs: 0,
    variants: [{name: 'page', title: 'This project', isThrottled: true}],
  };
  size = await server.add(engine);
  origin = await server.start();
});

afterAll(() => {
  server.stop();
  fs.rmSync(folder, {recursive: true});
});

describe('BenchmarkServer', () => {
  it('counts the files of the index, and not the code', () => {
    expect(size.files).toBe(2);
    expect(size.bytes).toBe(Buffer.byteLength(TEXT) + NOISE.length);
  });

  it('sends what brotli makes smaller compressed, and all else as it is', async () => {
    const text = await get('/ours/index/a.json');
    expect(text.encoding).toBe('br');
    expect(brotliDecompressSync(text.body).toString()).toBe(TEXT);
    const noise = await get('/ours/index/b.pf_index');
    expect(noise.encoding).toBeUndefined();
    expect(noise.body).toEqual(NOISE);
    expect(size.sentBytes).toBe(text.body.length + noise.body.length);
  });

  it('has a log of the bytes that it sent, without the page itself', async () => {
    server.takeLog();
    expect((await get('/ours/page.html')).body.toString()).toContain('src="page.js"');
    const {body} = await get('/ours/index/a.json?x=1');
    expect(server.takeLog()).toEqual([{address: '/ours/index/a.json', bytes: body.length}]);
    expect(server.takeLog()).toEqual([]);
  });

  it('does not find what is not there', async () => {
    expect((await get('/ours/index/c.json')).status).toBe(404);
  });
});
