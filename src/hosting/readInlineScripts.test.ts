import {describe, expect, it} from 'vitest';
import {readInlineScripts} from './readInlineScripts.ts';

/** Of `alert(1)`, by: printf 'alert(1)' | openssl dgst -sha256 -binary | base64 */
const HASH = 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=';

describe('the inline scripts of a page', () => {
  it.each([
    '<script>alert(1)</script>',
    '<script type=module>alert(1)</script>',
    '<script type="text/javascript" data-rh=true>alert(1)</script>',
    '<script type="speculationrules">alert(1)</script>',
    '<svg><script>alert(1)</script></svg>',
  ])('are named by their hash: %s', (html) => {
    expect(readInlineScripts(html)).toEqual({hashes: [HASH], faults: []});
  });

  it.each([
    '<script type="application/ld+json">alert(1)</script>',
    '<script type="application/json">alert(1)</script>',
    '<script src="/assets/js/main.js"></script>',
    '<p>&lt;script>alert(1)&lt;/script></p>',
    '<!-- <script>alert(1)</script> -->',
  ])('are not what does not run, or is a file: %s', (html) => {
    expect(readInlineScripts(html)).toEqual({hashes: [], faults: []});
  });

  it('are hashed as the browser reads them, with one kind of line end', () => {
    const [unix] = readInlineScripts('<script>a\nb</script>').hashes;
    expect(readInlineScripts('<script>a\r\nb</script>').hashes).toEqual([unix]);
    expect(readInlineScripts('<script>a b</script>').hashes).not.toEqual([unix]);
  });

  it('count once, however often they are there', () => {
    const html = '<script>alert(1)</script><script>alert(2)</script><script>alert(1)</script>';
    expect(readInlineScripts(html).hashes).toHaveLength(2);
  });
});

describe('what the policy would block', () => {
  it.each([
    ['<a onclick="go()">x</a>', '<a> has the inline event handler onClick.'],
    ['<body onload=go()>', '<body> has the inline event handler onLoad.'],
    ['<a href="javascript:go()">x</a>', '<a> has a "javascript:" address in href.'],
    ['<a href=" &#1;java\tscript:go()">x</a>', '<a> has a "javascript:" address in href.'],
    ['<form action="JavaScript:go()"></form>', '<form> has a "javascript:" address in action.'],
    ['<script src="https://cdn.example/x.js"></script>', 'https://cdn.example/x.js is on another'],
    ['<script src="//cdn.example/x.js"></script>', '//cdn.example/x.js is on another host'],
  ])('%s', (html, fault) => {
    expect(readInlineScripts(html).faults).toEqual([expect.stringContaining(fault)]);
  });

  it('is not a word that only looks like it', () => {
    const html = '<p data-once="1">javascript:</p><a href="/docs/javascript:x">onclick=</a>';
    expect(readInlineScripts(html).faults).toEqual([]);
  });
});
