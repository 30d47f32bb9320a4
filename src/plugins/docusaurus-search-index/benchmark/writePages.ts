import fs from 'node:fs';
import path from 'node:path';
import {escapeHtml} from '../client/highlight.ts';
import type {SearchRecord} from '../records.ts';

/** Docusaurus' marks of headings go to three levels only here; a deeper one is a third. */
const MAX_LEVEL = 3;

/** A record as the page shows it, with the elements by which search engines know headings and anchors. */
function renderRecord({kind, anchor, titles, content, keywords, questions}: SearchRecord): string {
  const id = escapeHtml(anchor);
  const title = escapeHtml(titles.at(-1)!);
  const text = `<p>${escapeHtml(content)}</p>`;
  switch (kind) {
    case 'page': {
      const names = [keywords.join(' '), questions.join(' ')].filter(Boolean);
      const paragraphs = names.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
      return `<header><h1>${title}</h1></header>${text}${paragraphs}`;
    }
    case 'section': {
      const level = Math.min(titles.length - 1, MAX_LEVEL);
      return `<h${level} id="${id}">${title}<a class="hash-link" href="#${id}"></a></h${level}>${text}`;
    }
    case 'row':
      return `<table><tbody><tr id="${id}"><th>${title}</th><td>${text}</td></tr></tbody></table>`;
    case 'step':
      return `<ol><li id="${id}"><div><p>${title}</p>${text}</div></li></ol>`;
  }
}

/** A page as HTML, for search engines that index pages: the text of its records, and nothing else. */
export function renderPage(records: readonly SearchRecord[]): string {
  const title = escapeHtml(records[0]?.titles.at(-1) ?? '');
  return `<!doctype html>
<html lang="zh">
<head><meta charset="utf-8"><title>${title}</title></head>
<body><main><article><div class="theme-doc-markdown markdown">
${records.map(renderRecord).join('\n')}
</div></article></main></body>
</html>
`;
}

/**
 * Writes the pages that have the given records, as Docusaurus would: `docs/mysql/replication/index.html`.
 * @returns their paths: `/docs/mysql/replication`
 */
export function writePages(records: readonly SearchRecord[], folder: string): string[] {
  const pages = new Map<string, SearchRecord[]>();
  for (const record of records) {
    const page = pages.get(record.path) ?? [];
    page.push(record);
    pages.set(record.path, page);
  }
  for (const [pagePath, page] of pages) {
    const pageFolder = path.join(folder, pagePath);
    fs.mkdirSync(pageFolder, {recursive: true});
    fs.writeFileSync(path.join(pageFolder, 'index.html'), renderPage(page));
  }
  return [...pages.keys()];
}
