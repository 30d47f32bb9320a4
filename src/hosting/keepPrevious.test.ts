import fs from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {keepPrevious, listFiles} from './keepPrevious.ts';
import {makeFolder, writeFiles} from './testing.ts';

let dir: string;
beforeEach(() => {
  dir = makeFolder();
});
afterEach(() => fs.rmSync(dir, {recursive: true, force: true}));

const isHashed = (file: string): boolean => file.startsWith('/assets/');
const keep = (): string[] =>
  keepPrevious(path.join(dir, 'site'), path.join(dir, 'previous'), isHashed);

describe('what is taken over from the previous release', () => {
  it('is what a page of it may still load, and nothing else', () => {
    writeFiles(path.join(dir, 'previous'), {
      'kept.json': '["assets/js/older.js"]',
      'site/index.html': 'previous',
      'site/assets/js/both.js': 'both',
      'site/assets/js/gone.js': 'gone',
      'site/assets/js/gone.js.br': 'gone',
      'site/assets/js/older.js': 'of the release before that',
    });
    writeFiles(path.join(dir, 'site'), {'index.html': 'new', 'assets/js/both.js': 'both'});
    expect(keep()).toEqual(['assets/js/gone.js']);
    expect(listFiles(path.join(dir, 'site'))).toEqual([
      'assets/js/both.js',
      'assets/js/gone.js',
      'index.html',
    ]);
    expect(fs.readFileSync(path.join(dir, 'site/index.html'), 'utf8')).toBe('new');
  });

  it('is refused if it is no release, with what to name', () => {
    writeFiles(path.join(dir, 'previous'), {'index.html': 'a build'});
    expect(keep).toThrow(
      /previous: there is no kept\.json beside a folder "site"\. Name the folder/,
    );
    writeFiles(path.join(dir, 'previous'), {'kept.json': '{}', 'site/index.html': ''});
    expect(keep).toThrow(/kept\.json: this is not a list of files\./);
  });
});
