import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import describeCategories from './describeCategories.mjs';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'describe-categories-'));
afterAll(() => fs.rmSync(dir, {recursive: true}));

const VERSION = JSON.stringify({
  version: {
    docsSidebars: {
      docs: [
        {
          type: 'category',
          href: '/docs/pods',
          items: [
            {type: 'link', href: '/docs/pods/a', docId: 'pods/a'},
            {type: 'category', href: '/docs/pods/more', items: [{type: 'link', docId: 'pods/b'}]},
          ],
        },
      ],
    },
    docs: {
      'pods/a': {id: 'pods/a', title: '甲', description: '甲的短答案'},
      'pods/b': {id: 'pods/b', title: '乙', description: '乙的短答案'},
    },
  },
});
fs.writeFileSync(path.join(dir, 'docs-1.json'), VERSION);

function load(source: string): {data: Record<string, never>; dependencies: string[]} {
  const dependencies: string[] = [];
  const context = {
    resourcePath: path.join(dir, 'docs-x.json'),
    addDependency: (file: string) => void dependencies.push(path.basename(file)),
  };
  return {data: JSON.parse(describeCategories.call(context, source)), dependencies};
}

const index = (permalink: string) => JSON.stringify({categoryGeneratedIndex: {permalink}});

describe('describeCategories', () => {
  it('takes the descriptions out of the data of an edition', () => {
    expect(load(VERSION).data).toMatchObject({
      version: {docs: {'pods/a': {title: '甲'}, 'pods/b': {title: '乙'}}},
    });
    expect(JSON.stringify(load(VERSION).data)).not.toContain('短答案');
  });

  it('gives an index those of the pages that it shows, and depends on where they come from', () => {
    const {data, dependencies} = load(index('/docs/pods'));
    expect(data).toEqual({
      categoryGeneratedIndex: {permalink: '/docs/pods', descriptions: {'pods/a': '甲的短答案'}},
    });
    expect(dependencies).toEqual(['docs-1.json']);
    expect(load(index('/docs/pods/more')).data).toMatchObject({
      categoryGeneratedIndex: {descriptions: {'pods/b': '乙的短答案'}},
    });
  });

  it('leaves other data as it is, and stops at an index that no sidebar has', () => {
    expect(load('{"a":1}').data).toEqual({a: 1});
    expect(() => load(index('/docs/x'))).toThrow('the index /docs/x');
  });
});
