import fs from 'node:fs';
import http2 from 'node:http2';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';
import {generate} from 'selfsigned';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};
/** Files that are compressed by their format. */
const COMPRESSED = new Set(['.png', '.woff2', '.wasm']);

/** A site that is being served. */
export type ServedSite = {
  /** `https://localhost:<port>`, with a certificate that nobody knows. */
  readonly origin: string;
  readonly stop: () => void;
};

/** The file that a host sends for a path: itself, with `.html`, or the index of a folder. */
export function findFile(folder: string, address: string): string | undefined {
  const file = path.join(folder, decodeURIComponent(address));
  const isInside = file === folder || file.startsWith(folder + path.sep) || file === `${folder}/`;
  return isInside
    ? [file, `${file.replace(/[/\\]$/, '')}.html`, path.join(file, 'index.html')].find(
        (candidate) => fs.existsSync(candidate) && fs.statSync(candidate).isFile(),
      )
    : undefined;
}

/** A certificate for this machine, made anew: browsers use HTTP/2 with one only. */
export async function createCertificate(): Promise<{readonly key: string; readonly cert: string}> {
  const {private: key, cert} = await generate([{name: 'commonName', value: 'localhost'}], {
    keySize: 2048,
  });
  return {key, cert};
}

/**
 * Serves a built site on this machine as a good host does: HTTP/2, Brotli of the best quality, files that never change kept for ever.
 * @param folder absolute path of the built site
 */
export async function serveSite(
  folder: string,
  certificate: {readonly key: string; readonly cert: string},
): Promise<ServedSite> {
  const compressed = new Map<string, Buffer>();
  const compress = (file: string): Buffer => {
    const known = compressed.get(file);
    if (known) {
      return known;
    }
    const content = fs.readFileSync(file);
    const body = brotliCompressSync(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    });
    compressed.set(file, body);
    return body;
  };
  const server = http2.createSecureServer(
    {...certificate, allowHTTP1: true},
    (request, response) => {
      const found = findFile(folder, new URL(request.url, 'https://localhost').pathname);
      const file = found ?? path.join(folder, '404.html');
      if (!fs.existsSync(file)) {
        response.writeHead(404);
        response.end();
        return;
      }
      const extension = path.extname(file);
      const isCompressed =
        !COMPRESSED.has(extension) &&
        /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
      const body = isCompressed ? compress(file) : fs.readFileSync(file);
      response.writeHead(found ? 200 : 404, {
        'content-type': TYPES[extension] ?? 'application/octet-stream',
        'content-length': body.length,
        'cache-control':
          extension === '.html'
            ? 'public, max-age=0, must-revalidate'
            : 'public, max-age=31536000, immutable',
        ...(isCompressed && {'content-encoding': 'br', vary: 'accept-encoding'}),
      });
      response.end(body);
    },
  );
  const sessions = new Set<http2.Http2Session>();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  server.on('sessionError', () => undefined); // a browser that goes away
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    stop: () => {
      sessions.forEach((session) => session.destroy());
      server.close();
    },
  };
}
