import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import {parseOptions, runBenchmark} from './runBenchmark.ts';

describe('parseOptions', () => {
  it('measures 2,000 pages and all engines unless asked otherwise', () => {
    expect(parseOptions([])).toEqual({pages: 2_000, isOnlyOurs: false});
    expect(parseOptions(['--pages', '100', '--only', 'ours', '--json', 'a.json'])).toEqual({
      pages: 100,
      isOnlyOurs: true,
      jsonFile: 'a.json',
    });
  });

  it.each([
    [['--pages', '0'], 'not a number of pages'],
    [['--pages', 'many'], 'not a number of pages'],
    [['--only', 'pagefind'], 'Only "ours"'],
    [['--fast'], '--fast'],
  ])('refuses %j', (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});

describe('runBenchmark', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'search-benchmark-'));
  afterAll(() => fs.rmSync(folder, {recursive: true}));

  it('says what to do if no build has left records', async () => {
    const command = {
      args: [],
      generatedFilesDir: folder,
      cacheFolder: folder,
      chromium: undefined,
      print: () => undefined,
    };
    await expect(runBenchmark(command)).rejects.toThrow('Run "npm run build" first');
  });
});
