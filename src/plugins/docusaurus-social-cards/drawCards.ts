import {createHash} from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';

/** The largest file that a card may be, in bytes; some sites do not show larger ones. */
export const MAX_BYTES = 100 * 1024;

/** A card that is to be an image. */
export type Drawing = {
  readonly svg: string;
  /** Its {@link hashDrawing}; names the image in the cache. */
  readonly hash: string;
  /** Where the image goes. */
  readonly file: string;
};

/** How many images had to be drawn, and how many were there from earlier builds. */
export type Count = {readonly drawn: number; readonly kept: number};

/** A palette makes a file half as large; the colours are few, apart from the edges of letters. */
const FORMAT = {palette: true, colours: 64, effort: 1} as const;

/** What else an image depends on: the versions of the libraries that draw it, and the format. */
const DRAWN_BY = JSON.stringify([sharp.versions, FORMAT]);

/** The hash of an image, made without drawing it: it changes whenever the image would. */
export function hashDrawing(svg: string): string {
  return createHash('sha256').update(DRAWN_BY).update(svg).digest('hex');
}

async function draw({svg, file}: Drawing): Promise<Buffer> {
  const png = await sharp(Buffer.from(svg)).png(FORMAT).toBuffer();
  if (png.length > MAX_BYTES) {
    throw new Error(
      `${file}: The card has ${png.length} bytes, more than ${MAX_BYTES}. Let it have fewer colours or less text (composeCard.ts).`,
    );
  }
  return png;
}

/** Writes a file so that it is never there in part, even if the build is stopped. */
function writeWhole(file: string, content: Buffer): void {
  const draft = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(draft, content);
  fs.renameSync(draft, file);
}

/**
 * Writes cards as PNG. What the cache has is copied, the rest is drawn, on all processors, and kept there.
 * @param cacheDir folder of earlier images; made if it does not exist
 * @throws {Error} if an image is larger than {@link MAX_BYTES}
 */
export async function drawCards(drawings: readonly Drawing[], cacheDir: string): Promise<Count> {
  fs.mkdirSync(cacheDir, {recursive: true});
  let drawn = 0;
  const queue = [...drawings];
  const work = async (): Promise<void> => {
    for (let drawing = queue.shift(); drawing; drawing = queue.shift()) {
      const cached = path.join(cacheDir, `${drawing.hash}.png`);
      if (!fs.existsSync(cached)) {
        writeWhole(cached, await draw(drawing));
        drawn++;
      }
      fs.mkdirSync(path.dirname(drawing.file), {recursive: true});
      fs.copyFileSync(cached, drawing.file);
    }
  };
  await Promise.all(Array.from({length: os.availableParallelism()}, work));
  return {drawn, kept: drawings.length - drawn};
}
