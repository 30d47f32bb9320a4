import fs from 'node:fs';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants} from 'node:zlib';
import type {Engine} from './engine.ts';

const compress = promisify(brotliCompress);

/** The best compression takes minutes for a file above this size; such files get the next best. */
const LARGE = 2_000_000;
const BEST = 11;
const NEXT_BEST = 9;
/** How many files are compressed at a time. */
const AT_A_TIME = 8;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain',
};

/** A file as it is sent. */
type ServedFile = {readonly body: Buffer; readonly isCompressed: boolean};

/** What was sent for a request. */
export type Sent = {readonly address: string; readonly bytes: number};

/** Size of an index. */
export type IndexSize = {
  readonly files: number;
  readonly bytes: number;
  /** As it is sent: compressed by brotli, unless that makes a file larger. */
  readonly sentBytes: number;
};

async function compressFile(file: string): Promise<ServedFile> {
  const content = await fs.promises.readFile(file);
  const compressed = await compress(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: content.length > LARGE ? NEXT_BEST : BEST,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  // Pagefind's files are compressed as they are.
  return compressed.length < content.length
    ? {body: compressed, isCompressed: true}
    : {body: content, isCompressed: false};
}

/** Serves engines on this machine only, compressed beforehand, and keeps a log of what it sent. */
export class BenchmarkServer {
  readonly #files = new Map<string, ServedFile>();
  readonly #pages = new Map<string, string>();
  readonly #log: Sent[] = [];
  readonly #server = http.createServer((request, response) => this.#answer(request, response));

  /** Compresses the files of an engine. @returns the size of its index */
  async add({name, folder, isIndex, variants}: Engine): Promise<IndexSize> {
    const entries = fs.readdirSync(folder, {recursive: true, withFileTypes: true});
    const names = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
    const size = {files: 0, bytes: 0, sentBytes: 0};
    const waiting = [...names];
    const work = async (): Promise<void> => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const file = await compressFile(path.join(folder, next));
        this.#files.set(`/${name}/${next.split(path.sep).join('/')}`, file);
        if (isIndex(next)) {
          size.files++;
          size.bytes += fs.statSync(path.join(folder, next)).size;
          size.sentBytes += file.body.length;
        }
      }
    };
    await Promise.all(Array.from({length: AT_A_TIME}, work));
    for (const variant of variants) {
      this.#pages.set(
        `/${name}/${variant.name}.html`,
        `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${variant.title}</title>` +
          `<link rel="icon" href="data:,"><script type="module" src="${variant.name}.js"></script></html>`,
      );
    }
    return size;
  }

  #answer({url}: http.IncomingMessage, response: http.ServerResponse): void {
    const address = new URL(url ?? '', 'http://localhost').pathname;
    const page = this.#pages.get(address);
    const file = this.#files.get(address);
    if (page !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(page);
    } else if (file) {
      const type = TYPES[path.extname(address)] ?? 'application/octet-stream';
      response.setHeader('content-type', type);
      response.setHeader('content-length', file.body.length);
      if (file.isCompressed) {
        response.setHeader('content-encoding', 'br');
      }
      response.end(file.body);
      this.#log.push({address, bytes: file.body.length});
    } else {
      response.writeHead(404).end();
    }
  }

  /** Starts on a free port. @returns the address of the server, without a slash at its end */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What was sent since this was last asked. */
  takeLog(): Sent[] {
    return this.#log.splice(0);
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
