import fs from 'node:fs';
import path from 'node:path';
import {build, type Plugin} from 'esbuild';
import type {Page} from '@playwright/test';
import {listClasses, nameSiteClasses} from '../src/plugins/docusaurus-light-bundle/nameClasses.ts';

const ROOT = path.join(__dirname, '..');

/** What stands in for Docusaurus' parts, which need a running site. */
const STUBS: Readonly<Record<string, string>> = {
  '@docusaurus/Translate': `
    const fill = (text, values = {}) => text.replace(/\\{(\\w+)\\}/g, (_, name) => values[name]);
    export default ({children, values}) => fill(children, values);
    export const translate = ({message}, values) => fill(message, values);`,
  '@docusaurus/useBrokenLinks': 'export default () => ({collectAnchor() {}});',
  '@docusaurus/useIsBrowser': 'export default () => true;',
  '@docusaurus/router':
    'const location = {search: "", hash: ""}; export const useLocation = () => location;',
};

const stubs: Plugin = {
  name: 'stubs',
  setup({onResolve, onLoad}) {
    onResolve({filter: /^@docusaurus\//}, ({path: name}) => ({path: name, namespace: 'stub'}));
    onLoad({filter: /.*/, namespace: 'stub'}, ({path: name}) => ({contents: STUBS[name]!}));
  },
};

/** CSS modules as the built site has them: their rules are in its stylesheets. */
const cssModules: Plugin = {
  name: 'css-modules',
  setup({onLoad}) {
    const getName = nameSiteClasses(ROOT);
    onLoad({filter: /\.module\.css$/}, ({path: file}) => {
      const names = [...listClasses(fs.readFileSync(file, 'utf8'))].map((name) => [
        name,
        getName({resourcePath: file}, '', name),
      ]);
      return {
        contents: `export default ${JSON.stringify(Object.fromEntries(names))}`,
        loader: 'js',
      };
    });
  },
};

const PAGE = (rows: number, subjects: number): string => `
  import {createRoot} from 'react-dom/client';
  import ComparisonTable, {TableCell, TableRow} from './src/components/ComparisonTable/index.tsx';
  const subjects = Array.from({length: ${subjects}}, (_, index) => index);
  const say = (row, subject) =>
    row % 4 === 0 ? '各列相同的说法 ' + row : '第 ' + ((row * 7 + subject * 13) % 40) + ' 种说法，长短与真的表相仿';
  createRoot(document.getElementById('app')).render(
    <ComparisonTable id="large" caption="大表" olderEdition="2022">
      <TableRow>
        <TableCell id="name" text="项目" isSortable min={8} share={8} />
        {subjects.map((subject) => (
          <TableCell key={subject} id={'subject-' + subject} text={'对象 ' + subject} isSortable min={8} share={8} />
        ))}
      </TableRow>
      {Array.from({length: ${rows}}, (_, row) => (
        <TableRow key={row} id={'row-' + row}>
          <TableCell text={'项目 ' + row} />
          {subjects.map((subject) => (
            <TableCell
              key={subject}
              text={say(row, subject) + ' kubelet'}
              {...((row + subject) % 5 === 0 && {olderText: '从前的说法 ' + row})}
            >
              {say(row, subject)} <code>kubelet</code>
            </TableCell>
          ))}
        </TableRow>
      ))}
    </ComparisonTable>,
  );`;

/**
 * Opens a page that holds one table of the given size: the component itself on Preact, styled as on the site.
 * No page of the knowledge base is as large.
 */
export async function openLargeTable(page: Page, rows: number, subjects: number): Promise<void> {
  const {outputFiles} = await build({
    stdin: {contents: PAGE(rows, subjects), resolveDir: ROOT, loader: 'tsx'},
    bundle: true,
    alias: {react: 'preact/compat', 'react-dom': 'preact/compat'},
    minify: true,
    write: false,
    jsx: 'automatic',
    define: {'process.env.NODE_ENV': '"production"'},
    plugins: [stubs, cssModules],
  });
  const stylesheets = ['first', 'table', 'rest'].map((name) => {
    const file = fs
      .readdirSync(path.join(ROOT, 'build/assets/css'))
      .find((other) => other.startsWith(`${name}.`));
    return `<link rel="stylesheet" href="/assets/css/${file}">`;
  });
  const html = `<!doctype html><html lang="zh-Hans" data-theme="light"><meta charset="utf-8"><title>x</title>
    ${stylesheets.join('')}
    <body><main class="container markdown" id="app"></main><script>${outputFiles[0]!.text}</script></body></html>`;
  await page.route('**/large-table', (route) =>
    route.fulfill({contentType: 'text/html', body: html}),
  );
  await page.goto('/large-table');
  await page.locator('#large-row-0').waitFor();
}
