import {describe, expect, it} from 'vitest';
import {readRoutes} from '../docusaurus-light-bundle/routes.mjs';
import {indexRoutes, listChunks} from './listChunks.ts';

const ROUTES = indexRoutes(
  readRoutes(`import React from 'react';
import ComponentCreator from '@docusaurus/ComponentCreator';

export default [
  {
    path: '/docs',
    component: ComponentCreator('/docs', '001'),
    routes: [
      {
        path: '/docs/2022',
        component: ComponentCreator('/docs/2022', '002'),
        routes: [{path: '/docs/2022/a', component: ComponentCreator('/docs/2022/a', '003'), exact: true}]
      },
      {
        path: '/docs',
        component: ComponentCreator('/docs', '004'),
        routes: [
          {path: '/docs/a', component: ComponentCreator('/docs/a', '005'), exact: true, sidebar: "docs"},
          {path: '/docs/b', component: ComponentCreator('/docs/b', '006'), exact: true}
        ]
      }
    ]
  },
  {path: '/', component: ComponentCreator('/', '007'), exact: true},
  {path: '*', component: ComponentCreator('*')},
];
`),
);
const NAMES = {
  '/docs-001': {__comp: 'root', __context: {plugin: 'plugin'}},
  '/docs-004': {__comp: 'version', __props: 'sidebar'},
  '/docs/a-005': {__comp: 'doc', content: 'a'},
  '/-007': {__comp: 'home'},
};
const MANIFEST = {
  origins: {root: ['1'], version: ['1', '2'], doc: ['9', '3'], a: ['4'], home: ['5']},
  assets: {
    1: {js: [{file: 'assets/js/1.js'}]},
    2: {js: [{file: 'assets/js/2.js'}], css: [{file: 'assets/css/2.css'}]},
    3: {js: [{file: 'assets/js/3.js'}]},
    4: {js: [{file: 'assets/js/4.js'}]},
    5: {},
    9: {js: [{file: 'assets/js/main.js'}]},
  },
};
const list = (pathname: string) =>
  listChunks(pathname, ROUTES, NAMES, MANIFEST, (file) => file.endsWith('main.js'));

describe('listChunks', () => {
  it('lists what a page and the routes around it need, once, without what is loaded anyway', () => {
    expect(list('/docs/a')).toEqual([1, 2, 3, 4].map((id) => `assets/js/${id}.js`));
    expect(list('/')).toEqual([]);
  });

  it('knows no files for a page that is no route', () => {
    expect(list('/404')).toEqual([]);
  });

  it('stops if the bundler does not have what only the page needs', () => {
    const names = {...NAMES, '/docs/a-005': {__comp: 'doc', content: 'page_docs_a'}};
    expect(() => listChunks('/docs/a', ROUTES, names, MANIFEST, () => false)).toThrow(
      /the chunk page_docs_a is not in client-manifest/,
    );
  });

  it('stops when Docusaurus names routes in another way', () => {
    expect(() => list('/docs/b')).toThrow(/the route \/docs\/b-006 is not in routesChunkNames/);
  });
});
