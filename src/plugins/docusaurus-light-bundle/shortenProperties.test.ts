import {describe, expect, it} from 'vitest';
import {listNames, shortenProperties} from './shortenProperties.ts';

const shorten = (css: string, scripts = ''): string =>
  shortenProperties(new Map([['a.css', css]]), scripts).get('a.css')!;

describe('shortenProperties', () => {
  it('puts the value where a property is read once, or is longer than it', () => {
    expect(
      shorten(
        ':root{--once:0 1px 2px 3px #123;--short:1px;--long-long:0 1px 2px #123456}' +
          '.a{box-shadow:var(--once);top:var(--short);left:var(--short)}' +
          '.b{box-shadow:var(--long-long)}.c{box-shadow:var(--long-long)}',
      ),
    ).toBe(
      ':root{--a:0 1px 2px #123456}.a{box-shadow:0 1px 2px 3px #123;top:1px;left:1px}.b{box-shadow:var(--a)}.c{box-shadow:var(--a)}',
    );
  });

  it('follows properties that read others', () => {
    expect(shorten(':root{--b:calc(var(--a)*2);--a:1px}.a{top:var(--b)}')).toBe(
      '.a{top:calc(1px*2)}',
    );
  });

  it('keeps tokens apart', () => {
    expect(
      shorten(':root{--a:1px;--b:2px}.a{margin:var(--a)var(--b);padding:0 calc(var(--a)/2)0}'),
    ).toBe('.a{margin:1px 2px;padding:0 calc(1px/2)0}');
    expect(shorten(':root{--a:1px}.a{font:var(--a)Sans;margin:-1px var(--a),var(--a)}')).toBe(
      '.a{font:1px Sans;margin:-1px 1px,1px}',
    );
  });

  it('keeps a number apart from what is read behind it', () => {
    expect(
      shorten(':root{--a:1.75}.a{--y:serif;font:100%/var(--a)var(--y)}.b{font:var(--y)var(--a)}'),
    ).toBe('.a{--b:serif;font:100%/1.75 var(--b)}.b{font:var(--b) 1.75}');
  });

  it('takes what overrules the layers', () => {
    expect(
      shorten('@layer x{:root{--a:1px;--b:3px}}:root{--a:2px}.a{top:var(--a);left:var(--b)}'),
    ).toBe('@layer x{}.a{top:2px;left:3px}');
  });

  it.each([
    ['set at another element, too', ':root{--x:1px}.a{--x:2px}.b{top:var(--x)}'],
    ['under a condition', ':root{--x:1px}@media print{:root{--x:2px}}.b{top:var(--x)}'],
    ['of the colour mode', ':root{--x:1px}html[data-theme=dark]{--x:2px}.b{top:var(--x)}'],
    ['in several layers', '@layer x{:root{--x:1px}}@layer y{:root{--x:2px}}.b{top:var(--x)}'],
    ['that counts more', ':root{--x:1px!important}.b{top:var(--x)}'],
    ['with a keyword', ':root{--x:initial}.b{top:var(--x)}'],
    ['that reads itself', ':root{--x:var(--x)}.b{top:var(--x)}'],
  ])('only shortens the name of a property %s', (_case, css) => {
    expect(shorten(css)).toBe(css.replaceAll('--x', '--a'));
  });

  it('leaves what reads something else at another element where it is', () => {
    const css = ':root{--x:var(--y);--y:1px}.a{--y:2px}.b{top:var(--x)}';
    expect(shorten(css)).toBe(css.replaceAll('--x', '--a').replaceAll('--y', '--b'));
    // At the root element both are read at the same place.
    expect(
      shorten(':root{--x:var(--y);--y:1px}html[data-theme=dark]{--y:2px}.b{top:var(--x)}'),
    ).toBe(':root{--a:1px}html[data-theme=dark]{--a:2px}.b{top:var(--a)}');
  });

  it('leaves alone what a script names, or may put together, or what is read in another way', () => {
    const css =
      ':root{--x:1px;--y-1:2px;--z:3px}.a{top:var(--x);left:var(--y-1);right:var(--z,4px);transition:--z 1s}';
    expect(shorten(css, 'f("--x","--y-"+n)')).toBe(css);
    expect(shorten('.a{--a:1px}.b{--c:2px;top:var(--a);left:var(--c)}', '"--a"')).toBe(
      '.a{--a:1px}.b{--b:2px;top:var(--a);left:var(--b)}',
    );
    const unset = '.b{top:var(--x)}';
    expect(shorten(unset)).toBe(unset);
  });

  it('does so in all stylesheets alike', () => {
    const short = shortenProperties(
      new Map([
        ['main', ':root{--x:1px}.a{--y:2px}'],
        ['lazy', '.b{top:var(--x);left:var(--y)}'],
      ]),
      '',
    );
    expect([...short.values()]).toEqual(['.a{--a:2px}', '.b{top:1px;left:var(--a)}']);
  });

  it('drops a prefix that no browser wants', () => {
    expect(
      shorten(
        '.a{-webkit-text-decoration:none;text-decoration:none}.b{-webkit-text-decoration:underline dotted;text-decoration:underline dotted}',
      ),
    ).toBe(
      '.a{text-decoration:none}.b{-webkit-text-decoration:underline dotted;text-decoration:underline dotted}',
    );
  });

  it('says where a stylesheet cannot be read', () => {
    expect(() => shorten('.a{top:0')).toThrow(/a\.css:1:1: Unclosed block/);
  });
});

describe('listNames', () => {
  it('lists the names of custom properties', () => {
    expect([...listNames('a="--x-1",b=`--y-${n}`,i--,c="navbar--fixed"')]).toEqual([
      '--x-1',
      '--y-',
      '--fixed',
    ]);
  });
});
