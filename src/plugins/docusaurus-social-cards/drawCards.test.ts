import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {composeCard} from './composeCard.ts';
import {drawCards, hashDrawing, MAX_BYTES, type Count} from './drawCards.ts';
import {createCard} from './testing.ts';
import {openTypefaces} from './typeface.ts';

const FRAME = {
  siteTitle: '云原生知识库',
  logo: '<svg viewBox="0 0 32 32"><path d="M0 0h9v9z"/></svg>',
};
/** As long as a short answer may be. */
const ANSWER = '默认的 noeviction 不删键，只让会增加内存的命令报错，通用缓存先选 allkeys-lru。'
  .repeat(4)
  .slice(0, 160);

let dir: string;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'cards-'));
});
afterEach(() => fs.rmSync(dir, {recursive: true}));

function draw(svgs: readonly string[], outDir = 'out'): Promise<Count> {
  const drawings = svgs.map((svg, index) => ({
    svg,
    hash: hashDrawing(svg),
    file: path.join(dir, outDir, 'below', `${index}.png`),
  }));
  return drawCards(drawings, path.join(dir, 'cache'));
}

const compose = (title: string): string =>
  composeCard(createCard(title, ANSWER), FRAME, openTypefaces());

describe('drawCards', () => {
  it('writes PNG of 1200 × 630 pixels that keep below the limit, with the fullest text', async () => {
    await draw([compose('标题'.repeat(20))]);
    const file = path.join(dir, 'out/below/0.png');
    expect(await sharp(file).metadata()).toMatchObject({format: 'png', width: 1200, height: 630});
    expect(fs.statSync(file).size).toBeLessThanOrEqual(MAX_BYTES);
  });

  it('draws letters where they belong', async () => {
    await draw([compose('口')]);
    const {data, info} = await sharp(path.join(dir, 'out/below/0.png'))
      .greyscale()
      .raw()
      .toBuffer({resolveWithObject: true});
    const isDark = (x: number, y: number): boolean =>
      data[(y * info.width + x) * info.channels]! < 128;
    const columns = Array.from({length: 200}, (_, x) => x + 60).filter((x) =>
      Array.from({length: 110}, (_, y) => y + 56).some((y) => isDark(x, y)),
    );
    expect(columns[0]).toBeGreaterThanOrEqual(80);
    expect(columns.at(-1)).toBeLessThan(80 + 92);
    expect(columns.length).toBeGreaterThan(50);
  });

  it('draws a card once, and copies it ever after', async () => {
    const [first, second, third] = ['甲', '乙', '丙'].map(compose);
    expect(await draw([first!, second!])).toEqual({drawn: 2, kept: 0});
    expect(await draw([first!, second!], 'again')).toEqual({drawn: 0, kept: 2});
    expect(await draw([first!, third!], 'changed')).toEqual({drawn: 1, kept: 1});
    const read = (file: string): Buffer => fs.readFileSync(path.join(dir, file));
    expect(read('again/below/0.png')).toEqual(read('out/below/0.png'));
    expect(read('changed/below/1.png')).not.toEqual(read('out/below/1.png'));
  });

  it('leaves nothing unfinished in the cache', async () => {
    await draw([compose('甲')]);
    expect(fs.readdirSync(path.join(dir, 'cache'))).toEqual([`${hashDrawing(compose('甲'))}.png`]);
  });

  it('stops at an image that is too large', async () => {
    const noise =
      '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><filter id="n"><feTurbulence baseFrequency="0.9"/></filter><rect width="1200" height="630" filter="url(#n)"/></svg>';
    await expect(draw([noise])).rejects.toThrow(
      /0\.png: The card has \d+ bytes, more than 102400\./,
    );
    expect(fs.readdirSync(path.join(dir, 'cache'))).toEqual([]);
  });

  it('takes less than 60 s for 100 pages', {timeout: 60_000}, async () => {
    const start = performance.now();
    const count = 20;
    await draw(Array.from({length: count}, (_, index) => compose(`第 ${index} 页的标题`)));
    expect(performance.now() - start).toBeLessThan((60_000 * count) / 100);
  });
});
