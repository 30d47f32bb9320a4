import {describe, expect, it} from 'vitest';
import {addTokens, createClassTest, createTokens} from './readTokens.ts';
import {splitStylesheet} from './splitStylesheet.ts';

function split(
  css: string,
  html: string,
  usedElsewhere: readonly string[] = [],
  scripts = '"off gone"',
) {
  const tokens = createTokens();
  addTokens(tokens, html);
  const canAppear = createClassTest(tokens, scripts);
  return splitStylesheet(css, tokens, new Set(usedElsewhere), canAppear, (name) =>
    scripts.includes(name),
  );
}

describe('splitStylesheet', () => {
  it('keeps what can apply to a page, in whatever state it is', () => {
    const css =
      'a:hover{color:red}.on.off{top:0}#x>p:not(.off){color:red}[data-theme=dark] .on{color:red}::selection{color:red}';
    expect(split(css, '<p id="x" class=on><a>')).toEqual({
      first: css.replace('.on.off{top:0}', ''),
      rest: '.on.off{top:0}',
    });
  });

  it('divides a list of selectors, and looks into :is()', () => {
    expect(
      split('.on,.off{top:0}.on:is(.off,.on){left:0}:is(.off){top:1px}', '<p class=on>'),
    ).toEqual({
      first: '.on{top:0}.on:is(.off,.on){left:0}',
      rest: '.off{top:0}:is(.off){top:1px}',
    });
  });

  it('keeps media queries and layers, and the order of the layers in both parts', () => {
    expect(
      split(
        '@layer a{.off{top:0}}@layer b{@layer c{.on{top:0}}}@media print{.off{top:1px}.on{left:0}}',
        '<p class=on>',
      ),
    ).toEqual({
      first: '@layer a,b,b.c;@layer b{@layer c{.on{top:0}}}@media print{.on{left:0}}',
      rest: '@layer a{.off{top:0}}@media print{.off{top:1px}}',
    });
  });

  it('repeats in the rest what overrules a rule of the rest', () => {
    const html = '<p class=on><b>';
    // Both may stand at one element, and then the later one counts.
    const css = '.off{margin-left:0}.on{margin:0}.on{margin-top:1px}.on{color:red}';
    expect(split(css, html)).toEqual({
      first: css.replace('.off{margin-left:0}', ''),
      rest: css.replace('.on{color:red}', ''),
    });
    for (const css of [
      '.off{top:0}.on{left:0}', // something else
      '.off{top:0!important}.on{top:0}', // counts more
      '.off.off{top:0}.on{top:0}',
      '@layer a{.off{top:0}}.on{top:0}', // counts less
      '.on{top:0}.off{top:0}', // the rest is behind it anyway
      'b.off{top:0}p.on{top:0}', // not at one element
      '.off::before{top:0}.on::after{top:0}',
      '.off{border-radius:0}.on{border:0}', // begins alike
    ]) {
      expect(split(css, html).rest).not.toContain('.on');
    }
  });

  it('repeats of a rule only what overrules, and what overrules that', () => {
    const html = '<p class=on><b>';
    for (const [css, repeated] of [
      ['.off{margin-left:0}.on{color:red;margin:0;top:0}', '.on{margin:0}'],
      // `margin` alone would take the margin at the top away.
      ['.off{margin-left:0}.on{margin:0;margin-top:1px;top:0}', '.on{margin:0;margin-top:1px}'],
      [
        '.off{margin-left:0}.on{margin:0;top:0}.on{margin-top:1px;left:0}',
        '.on{margin:0}.on{margin-top:1px}',
      ],
      ['.off{border-color:red}.on{border-left:0;top:0}', '.on{border-left:0}'],
      ['.off{inset:0}.on{color:red;left:0}', '.on{left:0}'],
      ['.off{inset-block:0}.on{left:0;top:0}', '.on{top:0}'],
      ['.off{padding-inline:0}.on{padding-left:0;padding-top:0}', '.on{padding-left:0}'],
      ['.off{all:unset}.on{color:red}', '.on{color:red}'],
      ['.off{--a:1}.on{--a:2;--a-b:3}b{top:var(--a)}b{left:var(--a-b)}', '.on{--a:2}'],
      // The rule has to be there for the other selector, too.
      ['.off{top:0}.off,.on{top:1px;color:red}', '.off,.on{top:1px;color:red}'],
      ['.off{top:0}b,.on{top:1px;color:red}', '.on{top:1px}'],
    ] as const) {
      expect(split(css, html).rest).toBe(`${/^\.off\{[^}]*\}/.exec(css)![0]}${repeated}`);
    }
  });

  it('keeps the custom properties that the first part reads, directly or not', () => {
    const css = ':root{--a:var(--b);--b:1;--c:2;--d:3}.on{top:var(--a)}.off{top:var(--c);--b:4}';
    expect(split(css, '<p class=on>')).toEqual({
      first: ':root{--a:var(--b);--b:1}.on{top:var(--a)}',
      rest: ':root{--c:2}.off{top:var(--c);--b:4}',
    });
    expect(split(css, '<p class=on>', ['--d']).first).toContain('--d:3');
  });

  it('keeps in the rest the custom properties that it reads, or what comes with scripts, directly or not', () => {
    const css = ':root{--a:1;--b:var(--a);--c:var(--d);--d:2;--e:3}.off{top:var(--b)}';
    expect(split(css, '<p class=on>', [], 'f("off", "--c")').rest).toBe(css.replace(';--e:3', ''));
  });

  it('leaves out what is for classes that neither a page nor a script names', () => {
    const css =
      '.no{top:0;--a:1}.on.no{top:0}:is(.no){top:0}:is(.no,.on) .off{top:0}.on:not(.no){left:0}.a--b{top:0}';
    expect(split(css, '<p class=on>', [], 'f("off","a--"+kind)')).toEqual({
      first: '.on:not(.no){left:0}',
      rest: ':is(.no,.on) .off{top:0}.a--b{top:0}',
    });
  });

  it('does not take a part of a name for the name', () => {
    expect(split('._1{top:0}._10{top:0}', '<p class=on>', [], 'f("_10","x_1")').rest).toBe(
      '._10{top:0}',
    );
  });

  it('keeps the animations of the first part', () => {
    const css =
      '@keyframes a{to{top:0}}@keyframes b{to{top:0}}.on{animation:a 1s}.off{animation:b 1s}';
    expect(split(css, '<p class=on>')).toEqual({
      first: '@keyframes a{to{top:0}}.on{animation:a 1s}',
      rest: '@keyframes b{to{top:0}}.off{animation:b 1s}',
    });
  });

  it('says where a stylesheet cannot be read', () => {
    expect(() => split('.on{top:0', '<p class=on>')).toThrow(/1:1: Unclosed block/);
  });
});
