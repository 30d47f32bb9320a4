import {describe, expect, it} from 'vitest';
import {createFinder, escapeHtml, findSnippet, markText} from './highlight.ts';

const TAGS = {open: '[', close: ']'};

/** A text with its marks in brackets. */
const mark = (text: string, ...marks: string[]): string =>
  markText(text, createFinder(marks)(text), TAGS);

describe('escapeHtml', () => {
  it('escapes all that means something in HTML, in texts and in attributes of either quotes', () => {
    expect(escapeHtml(`<a href="x" title='y'>&amp;</a>`)).toBe(
      '&lt;a href=&quot;x&quot; title=&#039;y&#039;&gt;&amp;amp;&lt;/a&gt;',
    );
    expect(escapeHtml('主从复制 🚀')).toBe('主从复制 🚀');
  });
});

describe('marks', () => {
  it('stand around Han characters, wherever they are', () => {
    expect(mark('怎样优雅关闭 Pod', '优雅')).toBe('怎样[优雅]关闭 Pod');
    expect(mark('从从从', '从')).toBe('[从从从]');
  });

  it('do not depend on the case', () => {
    expect(mark('Kubelet 与 KUBELET', 'kubelet')).toBe('[Kubelet] 与 [KUBELET]');
    expect(mark('Größe, ПРИВЕТ', 'größe', 'привет')).toBe('[Größe], [ПРИВЕТ]');
  });

  it('stand around an identifier, with whatever separators it has', () => {
    for (const name of ['kube-proxy', 'kube_proxy', 'kube.proxy', 'kubeProxy', 'kube/proxy']) {
      expect(mark(`用 ${name} 吗`, 'kubeproxy')).toBe(`用 [${name}] 吗`);
    }
    expect(mark('v1.37', 'v137')).toBe('[v1.37]');
    expect(mark('kube proxy', 'kubeproxy')).toBe('kube proxy');
  });

  it('stand around the inside of a word if they are long enough to mean it', () => {
    expect(mark('terminationGracePeriodSeconds', 'grac')).toBe('termination[Grac]ePeriodSeconds');
    expect(mark('terminationGracePeriodSeconds', 'gra')).toBe('terminationGracePeriodSeconds');
  });

  it('that are short and Latin stand at the beginning of words only', () => {
    expect(mark('describe sc, SCSI, fsc, 2sc', 'sc')).toBe('describe [sc], [SC]SI, fsc, 2sc');
    expect(mark('tcp_tw_reuse', 'tw')).toBe('tcp_[tw]_reuse');
    expect(mark('用sc吗', 'sc')).toBe('用[sc]吗');
  });

  it('that adjoin are one', () => {
    expect(mark('主从复制', '主从', '复制')).toBe('[主从复制]');
    expect(mark('Pod优雅', 'pod', '优雅')).toBe('[Pod优雅]');
    expect(mark('主从与复制', '主从', '复', '制')).toBe('[主从]与[复制]');
  });

  it('that overlap are not nested; the longest comes first', () => {
    expect(mark('主从复制', '主从复制', '主从', '从复', '复制')).toBe('[主从复制]');
  });

  it('may be names with spaces and separators, as the glossary has them', () => {
    expect(mark('the Relay Log', 'relay log')).toBe('the [Relay Log]');
    expect(mark('semi-sync 与 CI/CD', 'semi-sync', 'ci/cd')).toBe('[semi-sync] 与 [CI/CD]');
  });

  it.each([...'\\^$.*+?()[]{}|/-&#~!,:=<>@`"\'%;'])(
    'may have signs that mean something: %s',
    (sign) => {
      const text = `a${sign}b axb ab`;
      expect(markText(text, createFinder([`a${sign}b`])(text), {open: '', close: ''})).toBe(
        escapeHtml(text),
      );
      expect(createFinder([`a${sign}b`])(text)).toEqual([[0, 3]]);
    },
  );

  it('are the first of very many, so that no text takes long', () => {
    const marks = Array.from({length: 500}, (_, i) => `w${i}x`);
    expect(mark('w0x w499x', ...marks)).toBe('[w0x] w499x');
  });

  it('are none where there is nothing to mark', () => {
    expect(mark('主从复制')).toBe('主从复制');
    expect(mark('主从复制', 'pod')).toBe('主从复制');
    expect(mark('', 'pod')).toBe('');
    expect(createFinder(['', ''])('主从')).toEqual([]);
  });

  it('do not break what has been escaped', () => {
    expect(mark('<amp> & "lt"', 'amp', 'lt', '&')).toBe('&lt;[amp]&gt; [&amp;] &quot;[lt]&quot;');
  });

  it('do not part characters outside of the basic plane', () => {
    expect(mark('🚀主从🚀', '主从')).toBe('🚀[主从]🚀');
    expect(mark('𠮷野家', '𠮷野')).toBe('[𠮷野]家');
  });
});

describe('findSnippet', () => {
  const cut = (text: string, length: number, ...marks: string[]): string =>
    text.slice(...findSnippet(text, createFinder(marks)(text), length));

  it('takes all of a short text', () => {
    expect(cut('主从复制', 10, '复制')).toBe('主从复制');
    expect(cut('', 10)).toBe('');
  });

  it('takes the beginning where nothing is marked', () => {
    expect(cut('一'.repeat(100), 30)).toBe('一'.repeat(30));
  });

  it('begins a little before what is marked', () => {
    const snippet = cut(`${'一'.repeat(100)}主从${'二'.repeat(100)}`, 40, '主从');
    expect(snippet).toHaveLength(40);
    expect(snippet).toMatch(/^一+主从二+$/);
  });

  it('takes the passage with most marks, not the first one', () => {
    const gap = '一'.repeat(100);
    expect(cut(`主从${gap}主从与复制${gap}`, 40, '主从', '复制')).toContain('主从与复制');
    expect(cut(`主从与复制${gap}主从${gap}`, 40, '主从', '复制')).toContain('主从与复制');
  });

  it('counts only the marks that it can show', () => {
    const gap = '一'.repeat(38);
    const text = `主从${gap}复制${gap}${gap}复制与制${gap}`;
    expect(cut(text, 40, '主从', '复制', '制')).toContain('复制与制');
  });

  it('takes the first of passages that are alike', () => {
    const gap = '一'.repeat(100);
    expect(cut(`甲主从乙${gap}丙主从丁`, 20, '主从')).toContain('甲主从乙');
  });

  it('begins with what is marked where that is longer than a snippet', () => {
    const name = 'x'.repeat(60);
    expect(cut(`${'一'.repeat(100)} ${name}二`, 40, name)).toMatch(/ x+$/);
  });

  it('takes the end where the marks are there', () => {
    const text = `${'一'.repeat(100)}主从`;
    expect(cut(text, 40, '主从')).toBe(text.slice(-40));
  });

  it('does not begin inside of a word', () => {
    const snippet = cut(
      `${'一'.repeat(60)} kubernetes_scheduler 主从${'二'.repeat(60)}`,
      40,
      '主从',
    );
    expect(snippet).toMatch(/^(kubernetes_scheduler)? ?主从/);
  });

  it('has what is marked, even behind a word without an end', () => {
    expect(cut(`${'x'.repeat(200)}主从${'y'.repeat(30)}`, 60, '主从')).toMatch(/^主从/);
  });

  it('parts no character, wherever it begins and ends', () => {
    for (let before = 0; before < 40; before++) {
      for (const length of [20, 21]) {
        const text = `${'一'.repeat(before)}${'🚀'.repeat(20)}主从${'🚀'.repeat(20)}`;
        expect(Array.from(cut(text, length, '主从')).join(''), `${before}`).not.toMatch(
          /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
        );
      }
    }
  });
});
