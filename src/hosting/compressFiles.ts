import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import {TEXT_EXTENSIONS} from './description.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** The encodings of the twins, by the extension that is added to the name of the file. */
const ENCODINGS: Readonly<Record<string, (content: Buffer) => Promise<Buffer>>> = {
  br: (content) =>
    compressBrotli(content, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  gz: (content) => compressGzip(content, {level: constants.Z_BEST_COMPRESSION}),
};

/** How many files have a twin, and how large all files with twins are, plain and in each encoding; in bytes. */
export type Compressed = {readonly files: number; readonly bytes: Readonly<Record<string, number>>};

/**
 * Writes a compressed twin beside each text file: `page.html.br` and `page.html.gz`, the best that each encoding can do, since it is
 * done once. A twin that would not be smaller than its file is left out. The same files always give the same twins.
 * @param dir the site
 * @param files paths below `dir`
 */
export async function compressFiles(dir: string, files: readonly string[]): Promise<Compressed> {
  const queue = files.filter((file) => TEXT_EXTENSIONS.has(path.extname(file).slice(1)));
  const bytes: Record<string, number> = {plain: 0};
  let count = 0;
  const work = async (): Promise<void> => {
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      const content = await fs.readFile(path.join(dir, file));
      const {atime, mtime} = await fs.stat(path.join(dir, file));
      const twins: [extension: string, twin: Buffer][] = [];
      for (const [extension, compress] of Object.entries(ENCODINGS)) {
        const twin = await compress(content);
        if (twin.length < content.length) {
          twins.push([extension, twin]);
        }
      }
      for (const [extension, twin] of twins) {
        const twinFile = path.join(dir, `${file}.${extension}`);
        await fs.writeFile(twinFile, twin);
        // The server makes the ETag from time and size.
        await fs.utimes(twinFile, atime, mtime);
        bytes[extension] = (bytes[extension] ?? 0) + twin.length;
      }
      if (twins.length > 0) {
        count++;
        bytes.plain! += content.length;
      }
    }
  };
  // zlib works in threads of its own: one file for each core at a time.
  await Promise.all(Array.from({length: os.availableParallelism()}, work));
  return {files: count, bytes};
}
