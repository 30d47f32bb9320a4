// @vitest-environment jsdom
import {parse} from 'csv-parse/sync';
import {toString} from 'mdast-util-to-string';
import type {Root, Table} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {expect, it} from 'vitest';
import {toCsv, toInlineMarkdown, toMarkdownTable} from './serialize.ts';

const toMarkdown = (html: string): string => {
  const element = document.createElement('td');
  element.innerHTML = html;
  return toInlineMarkdown(element);
};

/** Parses a Markdown table with another parser than ours, and gives the text of its cells. */
function readBack(markdown: string): string[][] {
  const tree: Root = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  expect(tree.children.map(({type}) => type)).toEqual(['table']);
  return (tree.children[0] as Table).children.map((row) =>
    row.children.map((cell) => toString(cell)),
  );
}

/** Everything that means something to Markdown or CSV. */
const TEXTS = [
  'a | b',
  '反斜杠 \\ 与 \\| 竖线',
  '`反引号`',
  '*星* _线_ ~~删~~ **粗**',
  '[文](链接) ![图](x)',
  '<b>标签</b> &amp; &lt;',
  '"引号", 逗号',
  '#1 - 1. > 不是块',
  '✓ 1.26 起',
  '~',
  'cluster_ip_range',
  'https://example.org/a_b，www.example.org/c_d，e_f@example.org',
];

it('copies as Markdown that reads back as the same cells', () => {
  const escape = (text: string): string => {
    const element = document.createElement('span');
    element.textContent = text;
    return element.innerHTML;
  };
  const rows = [['名称', '文字'], ...TEXTS.map((text, index) => [`第 ${index} 行`, text])];
  const markdown = toMarkdownTable(
    rows.map((cells) => cells.map((text) => toMarkdown(escape(text)))),
  );
  expect(readBack(markdown)).toEqual(rows);
});

it('copies code with backticks, pipes and spaces as code that says the same', () => {
  const codes = ['a|b', 'a`b', '``', '`', ' a ', 'nat', 'x || y'];
  const cells = codes.map((code) => toMarkdown(`<code>${code}</code>`));
  const markdown = toMarkdownTable([['代码'], ...cells.map((cell) => [cell])]);
  expect(cells[5]).toBe('`nat`');
  expect(readBack(markdown).slice(1).flat()).toEqual(codes);
});

it('keeps emphasis where CommonMark will see it, and drops it where it would show the asterisks', () => {
  expect(toMarkdown('要<strong>先</strong>装')).toBe('要**先**装');
  expect(toMarkdown('<em>a</em> <del>b</del>')).toBe('*a* ~~b~~');
  expect(toMarkdown('<strong>「先」</strong>装')).toBe('「先」装');
});

it('makes links absolute, and keeps breaks', () => {
  expect(toMarkdown('见<a href="/docs/a(b)#c">下文</a><br>再看')).toBe(
    '见[下文](http://localhost:3000/docs/a%28b%29#c)<br>再看',
  );
});

it('takes no notice of places where long code may break', () => {
  expect(toMarkdown('<code>net.<wbr>d</code>')).toBe('`net.d`');
});

it('copies as CSV (RFC 4180) that reads back as the same cells', () => {
  const rows = [
    ['名称', '文字'],
    ...[...TEXTS, '两\n行', '', ' 边上有空格 ', '"'].map((text, index) => [`${index}`, text]),
  ];
  const csv = toCsv(rows);
  expect(csv.startsWith('名称,文字\r\n0,a | b\r\n')).toBe(true);
  expect(parse(csv, {recordDelimiter: '\r\n'})).toEqual(rows);
});
