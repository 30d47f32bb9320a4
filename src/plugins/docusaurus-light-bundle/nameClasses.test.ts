import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {nameClasses} from './nameClasses.ts';

let dir: string;

beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'name-classes-'));
});

afterEach(() => {
  fs.rmSync(dir, {recursive: true});
});

const add = (file: string, css: string): string => {
  const absolute = path.join(dir, file);
  fs.mkdirSync(path.dirname(absolute), {recursive: true});
  fs.writeFileSync(absolute, css);
  return absolute;
};

const read = (folders: readonly string[], isKept = (_name: string) => false) => {
  const getLocalIdent = nameClasses(
    folders.map((folder) => path.join(dir, folder)),
    isKept,
  );
  return (file: string, name: string) =>
    getLocalIdent({resourcePath: file}, '[local]_[hash]', name);
};

describe('nameClasses', () => {
  it('gives each class of each file a name of its own, in the order of the folders and paths', () => {
    const later = add('site/b.module.css', '.title:hover,.row>.title{transition:all .3s}');
    const earlier = add('site/a/a.module.css', '/* .row */ .title{top:0} .title-long{top:0}');
    const other = add('theme/a.module.css', '@media print{.title{top:0}}');
    const getName = read(['site', 'theme']);
    expect([
      getName(earlier, 'title'),
      getName(earlier, 'title-long'),
      getName(later, 'title'),
      getName(later, 'row'),
      getName(other, 'title'),
    ]).toEqual(['_0', '_1', '_2', '_3', '_4']);
  });

  it('uses letters as well', () => {
    const names = Array.from({length: 40}, (_, index) => `name${index}`);
    const file = add('site/a.module.css', names.map((name) => `.${name}{top:0}`).join(''));
    const getName = read(['site']);
    expect(names.map((name) => getName(file, name)).slice(34)).toEqual([
      '_y',
      '_z',
      '_10',
      '_11',
      '_12',
      '_13',
    ]);
  });

  it('leaves it to css-loader to name what is to be kept, and what it has not seen', () => {
    const file = add('site/a.module.css', '.title{top:0}.kept{top:0}');
    const plain = add('site/plain.css', '.plain{top:0}');
    const getName = read(['site'], (name) => name === 'kept');
    expect(getName(file, 'kept')).toBeUndefined();
    expect(getName(file, 'other')).toBeUndefined();
    expect(getName(path.join(dir, 'site/b.module.css'), 'title')).toBeUndefined();
    expect(getName(plain, 'plain')).toBeUndefined();
  });
});
