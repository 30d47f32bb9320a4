import {describe, expect, it} from 'vitest';
import dropTranslations from './dropTranslations.mjs';
import shortenRegistry from './shortenRegistry.mjs';

const entry = (name: string, file: string): string =>
  `  "${name}": [() => import(/* webpackChunkName: "${name}" */ "${file}"), "${file}", require.resolveWeak("${file}")],`;

describe('shortenRegistry', () => {
  it('keeps how each chunk is loaded, and nothing else', () => {
    const source = `export default {\n${entry('a1', '@site/docs/pods/a.mdx')}\n${entry('b2', '/home/x (1)/b.json')}\n};`;
    expect(shortenRegistry(source)).toBe(`export default {
  "a1": [() => import(/* webpackChunkName: "a1" */ "@site/docs/pods/a.mdx")],
  "b2": [() => import(/* webpackChunkName: "b2" */ "/home/x (1)/b.json")],
};`);
  });

  it('stops at what it does not understand', () => {
    const odd =
      '  "c3": {load: () => import("@site/c.mdx"), weak: require.resolveWeak("@site/c.mdx")},';
    expect(() => shortenRegistry(`export default {\n${odd}\n};`)).toThrow(odd);
  });
});

describe('dropTranslations', () => {
  it('leaves out the texts of what the site does not have', () => {
    const kept = {
      'theme.docs.paginator.next': '下一页',
      'theme.SearchModal.placeholder': '搜索文档',
    };
    const dropped = {
      'theme.blog.post.readMore': '阅读更多',
      'theme.docs.tagDocListPageTitle': '标签',
    };
    expect(JSON.parse(dropTranslations(JSON.stringify({...kept, ...dropped})))).toEqual(kept);
  });
});
