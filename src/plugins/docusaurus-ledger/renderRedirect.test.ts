import {JSDOM} from 'jsdom';
import {describe, expect, it} from 'vitest';
import {extendLedger, parseLedger} from './ledger.ts';
import type {Site} from './listAddresses.ts';
import {listRedirects, type PageRedirect} from './listRedirects.ts';
import {parseRedirects} from './redirects.ts';
import {renderRedirect} from './renderRedirect.ts';

const CONTEXT = {siteUrl: 'https://kb.example.org', baseUrl: '/kb/'};

const createSite = (pages: Readonly<Record<string, readonly string[]>>): Site => ({
  pages: new Map(Object.entries(pages).map(([path, ids]) => [path, new Set(ids)])),
  shortAddresses: new Map([['/go/pod', '/docs/pods/creation']]),
  currentEdition: '2026',
});

/** What has moved on a site that once had other pages. */
function list(
  before: Readonly<Record<string, readonly string[]>>,
  now: Readonly<Record<string, readonly string[]>>,
  table: string,
) {
  const {ledger} = parseLedger(extendLedger(new Map(), createSite(before)));
  return listRedirects({ledger, redirects: parseRedirects(table).redirects}, createSite(now));
}

/** Where a browser goes from a redirect page. */
function go(redirect: PageRedirect, address: string, directive = ''): string {
  const html = renderRedirect(redirect, CONTEXT);
  const currentScript = new JSDOM(html).window.document.querySelector('script')!;
  const {search, hash} = new URL(address, CONTEXT.siteUrl);
  let target = '';
  const location = {search, hash, replace: (to: string) => (target = to)};
  const performance = {getEntriesByType: () => [{name: CONTEXT.siteUrl + address + directive}]};
  const names = ['document', 'location', 'performance'];
  new Function(...names, currentScript.textContent)({currentScript}, location, performance);
  return target;
}

describe('listRedirects', () => {
  const {pages, anchors} = list(
    {'/docs/pods/creation': ['flow', 'old'], '/docs/pods/phases': ['states', 'gone']},
    {'/docs/pods/creation': ['flow', 'new'], '/docs/pods/status': ['states']},
    [
      '/docs/pods/creation#old: /docs/pods/creation#new',
      '/docs/pods/phases: /docs/pods/status',
      '/docs/pods/phases#gone: /docs/pods/creation#flow',
    ].join('\n'),
  );

  it('lists pages that moved, the named edition and short addresses, with the ids that went elsewhere', () => {
    expect(pages).toEqual([
      {
        from: '/docs/2026/pods/creation',
        to: {path: '/docs/pods/creation', anchor: ''},
        anchors: {old: '/docs/pods/creation#new'},
      },
      {
        from: '/docs/2026/pods/phases',
        to: {path: '/docs/pods/status', anchor: ''},
        anchors: {gone: '/docs/pods/creation#flow'},
      },
      {from: '/docs/2026/pods/status', to: {path: '/docs/pods/status', anchor: ''}, anchors: {}},
      {
        from: '/docs/pods/phases',
        to: {path: '/docs/pods/status', anchor: ''},
        anchors: {gone: '/docs/pods/creation#flow'},
      },
      {from: '/go/pod', to: {path: '/docs/pods/creation', anchor: ''}, anchors: {}},
    ]);
  });

  it('lists the ids that moved on pages that exist', () => {
    expect(anchors).toEqual({'/docs/pods/creation': {old: '/docs/pods/creation#new'}});
  });
});

describe('renderRedirect', () => {
  const redirect = {
    from: '/docs/pods/phases',
    to: {path: '/docs/pods/status', anchor: ''},
    anchors: {gone: '/docs/pods/creation#flow'},
  };

  it('keeps query and hash', () => {
    expect(go(redirect, '/kb/docs/pods/phases')).toBe('/kb/docs/pods/status');
    expect(go(redirect, '/kb/docs/pods/phases?a.hide=b&c#states')).toBe(
      '/kb/docs/pods/status?a.hide=b&c#states',
    );
  });

  it('keeps a passage that the link names, which the browser hides from the hash', () => {
    const passage = ':~:text=%E5%AE%BD%E9%99%90%E6%9C%9F';
    expect(go(redirect, '/kb/docs/pods/phases#states', passage)).toBe(
      `/kb/docs/pods/status#states${passage}`,
    );
    expect(go(redirect, '/kb/docs/pods/phases#gone', passage)).toBe(
      `/kb/docs/pods/creation#flow${passage}`,
    );
    expect(go(redirect, '/kb/docs/pods/phases?x', passage)).toBe(
      `/kb/docs/pods/status?x#${passage}`,
    );
  });

  it('sends an id where it went', () => {
    expect(go(redirect, '/kb/docs/pods/phases?x#gone')).toBe('/kb/docs/pods/creation?x#flow');
    expect(go(redirect, '/kb/docs/pods/phases#toString')).toBe('/kb/docs/pods/status#toString');
  });

  it('has an id of its own unless the reader brings one', () => {
    const home = {from: '/docs/2022', to: {path: '/', anchor: 'edition-2022'}, anchors: {}};
    expect(go(home, '/kb/docs/2022')).toBe('/kb/#edition-2022');
    expect(go(home, '/kb/docs/2022#sections')).toBe('/kb/#sections');
  });

  it('leads to the page without JavaScript, and names it to search engines', () => {
    const {document} = new JSDOM(renderRedirect(redirect, CONTEXT)).window;
    expect(document.querySelector('noscript')!.innerHTML).toContain(
      'http-equiv="refresh" content="0; url=/kb/docs/pods/status"',
    );
    expect(document.querySelector('a')!.getAttribute('href')).toBe('/kb/docs/pods/status');
    expect(document.querySelector('link[rel="canonical"]')!.getAttribute('href')).toBe(
      'https://kb.example.org/kb/docs/pods/status',
    );
    expect(document.querySelector('meta[name="robots"]')!.getAttribute('content')).toBe('noindex');
  });

  it('cannot be made to end its script, or the attribute that an id stands in', () => {
    const evil = {...redirect, anchors: {'"></script><b>\'': '/docs/pods/creation'}};
    expect(new JSDOM(renderRedirect(evil, CONTEXT)).window.document.querySelector('b')).toBeNull();
    expect(go(evil, '/kb/docs/pods/phases#x')).toBe('/kb/docs/pods/status#x');
  });

  it('has the same script on every page, so that a policy can name it by one hash', () => {
    const read = (page: PageRedirect) =>
      new JSDOM(renderRedirect(page, CONTEXT)).window.document.querySelector('script')!.textContent;
    expect(read(redirect)).toBe(
      read({from: '/docs/2022', to: {path: '/', anchor: 'edition-2022'}, anchors: {}}),
    );
  });
});
