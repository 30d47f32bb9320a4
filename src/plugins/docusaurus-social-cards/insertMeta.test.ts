import {describe, expect, it} from 'vitest';
import {hasTitle, insertMeta, readMetaValue} from './insertMeta.ts';

const META = {
  image: 'https://kb.example.org/kb/img/cards/a.1.png',
  width: 1200,
  height: 630,
  alt: '甲 "乙" & 丙 · Redis',
  type: 'article',
  fallbackDescription: '先给<短>答案',
} as const;

const page = (tags: string): string =>
  `<html><head><meta charset=UTF-8><title data-rh=true>甲</title>${tags}</head><body><meta property=og:title content=no></body></html>`;
const TITLE = '<meta data-rh=true property=og:title content=甲 />';

describe('insertMeta', () => {
  it('adds what is missing behind the title, and leaves the rest alone', () => {
    const html = page(`${TITLE}<meta data-rh=true property=og:description content="乙 &amp; 丙"/>`);
    const tags =
      '<meta property="og:type" content="article">' +
      '<meta property="og:image" content="https://kb.example.org/kb/img/cards/a.1.png">' +
      '<meta property="og:image:width" content="1200">' +
      '<meta property="og:image:height" content="630">' +
      '<meta property="og:image:alt" content="甲 &quot;乙&quot; &amp; 丙 · Redis">' +
      '<meta name="twitter:title" content="甲">' +
      '<meta name="twitter:description" content="乙 &amp; 丙">' +
      '<meta name="twitter:image" content="https://kb.example.org/kb/img/cards/a.1.png">' +
      '<meta name="twitter:image:alt" content="甲 &quot;乙&quot; &amp; 丙 · Redis">';
    expect(insertMeta(html, META)).toBe(html.replace('</title>', `</title>${tags}`));
  });

  it('describes a page that does not describe itself', () => {
    const html = insertMeta(page(TITLE), META);
    expect(html).toContain('<meta property="og:description" content="先给&lt;短>答案">');
    expect(html).toContain('<meta name="twitter:description" content="先给&lt;短>答案">');
  });

  it('stops at a page that has an image already, or no title', () => {
    const html = page(`${TITLE}<meta data-rh=true property=og:image content=/x.png />`);
    expect(() => insertMeta(html, META)).toThrow('og:image already');
    expect(() => insertMeta(page(''), META)).toThrow('no og:title');
  });
});

describe('readMetaValue', () => {
  it('reads values in either kind of quotes and in none, from the head only', () => {
    expect(readMetaValue(page('<meta property="og:title" content="a b"/>'), 'og:title')).toBe(
      'a b',
    );
    expect(readMetaValue(page(`<meta property=og:title content='a "b"'/>`), 'og:title')).toBe(
      'a "b"',
    );
    expect(readMetaValue(page('<meta name=twitter:card content=summary />'), 'twitter:card')).toBe(
      'summary',
    );
    expect(
      readMetaValue(page('<meta property=og:image:width content=1200 />'), 'og:image'),
    ).toBeUndefined();
    expect(hasTitle(page(''))).toBe(false);
    expect(hasTitle(page(TITLE))).toBe(true);
  });
});
