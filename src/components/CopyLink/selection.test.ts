import {JSDOM} from 'jsdom';
import {beforeEach, describe, expect, it, vi} from 'vitest';
import {abridge, findSection, readSelection} from './selection.ts';

const HTML = `
  <nav id="nav">导航</nav>
  <article>
    <span id="tools">复制链接</span>
    <p id="answer">短答案</p>
    <h2 id="flow">过程</h2>
    <p id="first">第一步</p>
    <h3 id="detail">细节</h3>
    <p id="second">第二步</p>
    <h2>没有 id</h2>
    <p id="last">最后</p>
  </article>`;

let document: Document;
let article: Element;
let tools: Element;
beforeEach(() => {
  const {window} = new JSDOM(HTML);
  vi.stubGlobal('Range', window.Range);
  ({document} = window);
  article = document.querySelector('article')!;
  tools = document.querySelector('#tools')!;
});

function select(from: string, to = from): Range {
  const range = document.createRange();
  range.setStart(document.getElementById(from)!.firstChild!, 0);
  range.setEnd(document.getElementById(to)!.firstChild!, 2);
  document.getSelection()!.removeAllRanges();
  document.getSelection()!.addRange(range);
  return range;
}

describe('readSelection', () => {
  it('gives text that is selected in the article, as a copy', () => {
    const range = select('first', 'second');
    const found = readSelection(article, tools)!;
    expect(found).not.toBe(range);
    expect(found.toString()).toBe(range.toString());
  });

  it('gives nothing that lies outside of the article or reaches out of it, in the tools, or is empty', () => {
    for (const [from, to] of [['nav'], ['nav', 'first'], ['tools']] as const) {
      select(from, to);
      expect(readSelection(article, tools), from).toBeUndefined();
    }
    select('first').collapse();
    expect(readSelection(article, tools)).toBeUndefined();
    document.getSelection()!.removeAllRanges();
    expect(readSelection(article, tools)).toBeUndefined();
  });
});

describe('findSection', () => {
  it('gives the last heading with an id before the passage', () => {
    const find = (from: string, to?: string): string | undefined =>
      findSection(article, select(from, to));
    expect(find('first')).toBe('flow');
    expect(find('first', 'last')).toBe('flow');
    expect(find('second')).toBe('detail');
    expect(find('last')).toBe('detail');
    expect(find('detail')).toBe('detail');
    expect(find('answer')).toBeUndefined();
  });
});

describe('abridge', () => {
  it('keeps what is short, on one line, and cuts what is long between characters', () => {
    expect(abridge(' 内存\n  满了 ')).toBe('内存 满了');
    expect(abridge('一二三😀五六', 4)).toBe('一二三😀…');
  });
});
