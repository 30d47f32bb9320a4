import {describe, expect, it} from 'vitest';
import {findMissingGlyphs} from './findMissingGlyphs.ts';
import {createCard} from './testing.ts';
import {openTypefaces} from './typeface.ts';

const typefaces = Object.values(openTypefaces());

describe('findMissingGlyphs', () => {
  it('finds nothing where every character can be shown', () => {
    expect(findMissingGlyphs([createCard('缓存“淘汰”→ LRU')], typefaces, () => '')).toEqual([]);
  });

  it('names file, line, column and character, each once, and says how to mend it', () => {
    const page = '---\ntitle: 快 😀 慢 😀\n---\n\n答案 🚀。\n';
    const card = createCard('快 😀 慢 😀', '答案 🚀。');
    expect(findMissingGlyphs([card, card], typefaces, () => page)).toEqual([
      'docs/redis/eviction.mdx:2:10: The font of the social cards has no glyph for "😀" (U+1F600) in the title. Write it another way, in words for example.',
      'docs/redis/eviction.mdx:5:4: The font of the social cards has no glyph for "🚀" (U+1F680) in the short answer. Write it another way, in words for example.',
    ]);
  });

  it('looks at sections and editions as well, and names their files', () => {
    const card = createCard('标题');
    const places = [
      {...card.places[0]!, text: 'Redis 🧠'},
      {...card.places[1]!, text: '版🏁'},
    ];
    expect(findMissingGlyphs([{...card, places}], typefaces, () => '')).toEqual([
      expect.stringMatching(/^sidebars\.ts:1:1: .*"🧠" \(U\+1F9E0\) in the section\./u),
      expect.stringMatching(/^docusaurus\.config\.ts:1:1: .*"🏁" \(U\+1F3C1\) in the edition\./u),
    ]);
  });

  it('is not content with a glyph in one font only', () => {
    const poor = {...typefaces[0]!, hasGlyph: () => false};
    expect(
      findMissingGlyphs([createCard('甲', '甲')], [typefaces[0]!, poor], () => ''),
    ).not.toEqual([]);
  });
});
