import {describe, expect, it} from 'vitest';
import {listPages, nameChunks} from './pages.mjs';
import {readRoutes} from './routes.mjs';
import {writeRoutes} from './shortenRoutes.mjs';

const ROUTES = `import React from 'react';
import ComponentCreator from '@docusaurus/ComponentCreator';

export default [
  {
    path: '/kb/docs',
    component: ComponentCreator('/kb/docs', '001'),
    routes: [
      {path: '/kb/docs/pods', component: ComponentCreator('/kb/docs/pods', '002'), exact: true, sidebar: "docs"},
      {path: '/kb/docs/pods/a', component: ComponentCreator('/kb/docs/pods/a', '003'), exact: true, sidebar: "docs"},
      {path: '/kb/docs/pods/b-b', component: ComponentCreator('/kb/docs/pods/b-b', '004'), exact: true, sidebar: "docs"},
      {path: '/kb/docs/c', component: ComponentCreator('/kb/docs/c', '005'), exact: true}
    ]
  },
  {path: '/kb/', component: ComponentCreator('/kb/', '006'), exact: true},
  {path: '*', component: ComponentCreator('*')},
];
`;
const CHUNKS = {
  '/kb/docs-001': {__comp: 'root', __context: {plugin: 'plugin'}},
  '/kb/docs/pods-002': {__comp: 'index', __props: 'i'},
  '/kb/docs/pods/a-003': {__comp: 'doc', content: 'a'},
  '/kb/docs/pods/b-b-004': {__comp: 'doc', content: 'b'},
  '/kb/docs/c-005': {__comp: 'doc', content: 'c'},
  '/kb/-006': {__comp: 'home'},
};
const SHAPE = '{"__comp":"doc","content":0}';

describe('listPages', () => {
  it('lists the pages of which there are many of a kind, with names from their addresses', () => {
    expect(listPages(CHUNKS, '/kb/')).toEqual([
      {path: '/kb/docs/pods/a', hash: '003', chunk: 'a', name: 'page_docs_pods_a', shape: SHAPE},
      {
        path: '/kb/docs/pods/b-b',
        hash: '004',
        chunk: 'b',
        name: 'page_docs_pods_b-b',
        shape: SHAPE,
      },
      {path: '/kb/docs/c', hash: '005', chunk: 'c', name: 'page_docs_c', shape: SHAPE},
    ]);
  });

  it('leaves out pages that share what they show, and addresses that cannot be the name of a file', () => {
    const chunks = {
      '/x-1': {__comp: 'doc', content: 'same'},
      '/y-2': {__comp: 'doc', content: 'same'},
      '/a_b-3': {__comp: 'doc', content: 'p'},
      '/a/b-4': {__comp: 'doc', content: 'q'},
      '/c-5': {__comp: 'doc', content: 'r'},
      '/d-6': {__comp: 'doc', content: 's', more: 't'},
      '/名-7': {__comp: 'doc', content: 'u'},
      '/e-8': {__comp: 'doc', content: 'v'},
    };
    expect(listPages(chunks, '/').map(({path}) => path)).toEqual(['/a/b', '/c', '/e']);
    expect(listPages(chunks, '/a/')).toEqual([]);
  });
});

it('nameChunks gives the chunks of pages their new names, and leaves the others', () => {
  expect(nameChunks(CHUNKS, '/kb/')).toEqual({
    ...CHUNKS,
    '/kb/docs/pods/a-003': {__comp: 'doc', content: 'page_docs_pods_a'},
    '/kb/docs/pods/b-b-004': {__comp: 'doc', content: 'page_docs_pods_b-b'},
    '/kb/docs/c-005': {__comp: 'doc', content: 'page_docs_c'},
  });
});

describe('readRoutes', () => {
  it('stops at what it does not understand', () => {
    expect(() => readRoutes('export const routes = [];')).toThrow('routes.js');
  });
});

describe('writeRoutes', () => {
  /** What the written module exports, with calls as text. */
  const run = (code: string): unknown =>
    new Function(
      'ComponentCreator',
      'addPages',
      code.replace(/^import .*$/gm, '').replace('export default', 'return'),
    )(
      (...args: unknown[]) => args.join(' '),
      (...args: unknown[]) => [args],
    );

  it('keeps every route but those of pages, of which it lists the addresses', () => {
    expect(run(writeRoutes(readRoutes(ROUTES), listPages(CHUNKS, '/kb/'), '/kb/'))).toEqual([
      {
        path: '/kb/docs',
        component: '/kb/docs 001',
        routes: [
          [SHAPE, '/kb/docs/pods/', 'page_docs_pods_', 'a b-b', 'docs'],
          [SHAPE, '/kb/docs/', 'page_docs_', 'c'],
          {path: '/kb/docs/pods', component: '/kb/docs/pods 002', exact: true, sidebar: 'docs'},
        ],
      },
      {path: '/kb/', component: '/kb/ 006', exact: true},
      {path: '*', component: '* undefined'},
    ]);
  });

  it('stops if a page has no route that it understands', () => {
    const [page] = listPages(CHUNKS, '/kb/');
    expect(() => writeRoutes([], [page!], '/kb/')).toThrow('/kb/docs/pods/a-003');
    const odd = {path: page!.path, component: '/kb/docs/pods/a-003', exact: true, strict: true};
    expect(() => writeRoutes([odd], [page!], '/kb/')).toThrow('/kb/docs/pods/a-003');
  });
});
