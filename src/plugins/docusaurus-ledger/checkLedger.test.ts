import {describe, expect, it} from 'vitest';
import {formatFault} from '../docusaurus-page-contract/checkContent.ts';
import {checkLedger} from './checkLedger.ts';
import {extendLedger, parseLedger} from './ledger.ts';
import type {Site} from './listAddresses.ts';

/** A site that had published this much. */
const PAGES = {
  '/': ['edition-2026'],
  '/docs/pods': [],
  '/docs/pods/creation': ['flow', 'pitfalls', 'stage-bind'],
  '/docs/pods/phases': ['states'],
  '/docs/2022/pods/creation': ['flow'],
};

const createSite = (
  pages: Readonly<Record<string, readonly string[]>> = PAGES,
  {
    currentEdition = '2026',
    shortAddresses = {},
  }: {currentEdition?: string; shortAddresses?: Record<string, string>} = {},
): Site => ({
  pages: new Map(Object.entries(pages).map(([path, ids]) => [path, new Set(ids)])),
  shortAddresses: new Map(Object.entries(shortAddresses)),
  currentEdition,
});

const LEDGER = extendLedger(new Map(), createSite());

const check = (site: Site, redirects = '', ledger = LEDGER): string[] =>
  checkLedger({ledger, redirects}, site).faults.map(formatFault);

/** The site without some ids or pages, and with others. */
const change = (changes: Readonly<Record<string, readonly string[] | undefined>>): Site =>
  createSite(
    Object.fromEntries(
      Object.entries({...PAGES, ...changes}).filter(
        (entry): entry is [string, string[]] => entry[1] !== undefined,
      ),
    ),
  );

const lineOf = (address: string, above = ''): number =>
  LEDGER.split('\n').indexOf(address, Math.max(0, LEDGER.split('\n').indexOf(above))) + 1;

describe('extendLedger', () => {
  it('records pages and ids in order, the current edition also under its name', () => {
    expect(LEDGER.split('\n').slice(3)).toMatchInlineSnapshot(`
      [
        "/",
        "  #edition-2026",
        "/docs/2022/pods/creation",
        "  #flow",
        "/docs/2026/pods",
        "/docs/2026/pods/creation",
        "  #flow",
        "  #pitfalls",
        "  #stage-bind",
        "/docs/2026/pods/phases",
        "  #states",
        "/docs/pods",
        "/docs/pods/creation",
        "  #flow",
        "  #pitfalls",
        "  #stage-bind",
        "/docs/pods/phases",
        "  #states",
        "",
      ]
    `);
  });

  it('drops nothing that was published, and adds what is new', () => {
    const {ledger} = parseLedger(LEDGER);
    const site = change({'/docs/pods/creation': ['flow', 'new'], '/docs/pods/phases': undefined});
    const {ledger: extended} = parseLedger(extendLedger(ledger, site));
    expect([...extended.get('/docs/pods/creation')!.anchors.keys()]).toEqual([
      'flow',
      'new',
      'pitfalls',
      'stage-bind',
    ]);
    expect(extended.has('/docs/pods/phases')).toBe(true);
  });

  it('records short addresses', () => {
    const site = createSite(PAGES, {shortAddresses: {'/go/pod': '/docs/pods/creation'}});
    expect(extendLedger(new Map(), site)).toMatch(/^\/go\/pod$/m);
  });
});

describe('checkLedger', () => {
  it('has nothing against a site that has everything', () => {
    expect(check(createSite())).toEqual([]);
  });

  it('names a page that is gone, once, with the line to add', () => {
    const site = change({'/docs/pods/phases': undefined, '/docs/pods/phase': ['states']});
    expect(check(site)).toEqual([
      `published-addresses.txt:${lineOf('/docs/pods/phases')}:1: /docs/pods/phases was published and leads nowhere now. Restore it, or add to redirects.yaml the line "/docs/pods/phases: /docs/pods/phase" with the address that stands in its place.`,
    ]);
  });

  it('is content when the page is redirected, its ids with it', () => {
    const site = change({'/docs/pods/phases': undefined, '/docs/pods/phase': ['states']});
    expect(check(site, '/docs/pods/phases: /docs/pods/phase')).toEqual([]);
  });

  it('names an id that the new page has not', () => {
    const site = change({'/docs/pods/phases': undefined, '/docs/pods/phase': ['other']});
    expect(check(site, '/docs/pods/phases: /docs/pods/phase')).toEqual([
      expect.stringContaining('"/docs/pods/phases#states: /docs/pods/phase"'),
    ]);
    const redirects =
      '/docs/pods/phases: /docs/pods/phase\n/docs/pods/phases#states: /docs/pods/phase#other';
    expect(check(site, redirects)).toEqual([]);
  });

  it('names a heading, a row or a step that is gone, with the line to add', () => {
    const site = change({'/docs/pods/creation': ['process', 'pitfalls', 'stage-bind']});
    expect(check(site)).toEqual([
      `published-addresses.txt:${lineOf('  #flow', '/docs/pods/creation')}:1: /docs/pods/creation#flow was published and leads nowhere now. Restore it, or add to redirects.yaml the line "/docs/pods/creation#flow: /docs/pods/creation" with the address that stands in its place.`,
    ]);
    expect(check(site, '/docs/pods/creation#flow: /docs/pods/creation#process')).toEqual([]);
  });

  it('names an address of an older edition, and one that only the named edition has', () => {
    expect(check(change({'/docs/2022/pods/creation': []}))).toEqual([
      expect.stringContaining('"/docs/2022/pods/creation#flow: /docs/2022/pods/creation"'),
    ]);
  });

  it('names a short address that no page declares any more', () => {
    const site = createSite(PAGES, {shortAddresses: {'/go/pod': '/docs/pods/creation'}});
    const ledger = extendLedger(new Map(), site);
    expect(check(site, '', ledger)).toEqual([]);
    expect(check(createSite(), '', ledger)).toEqual([
      expect.stringContaining('/go/pod was published and leads nowhere now'),
    ]);
    expect(check(createSite(), '/go/pod: /docs/pods/creation', ledger)).toEqual([]);
  });

  it('refuses redirects that never apply, lead nowhere, go in a circle, or are no addresses', () => {
    const redirects = [
      '/docs/pods/creation: /docs/pods/phases',
      '/docs/pods/creation#flow: /docs/pods/phases',
      '/docs/a: /docs/pods/nothing',
      '/docs/b: /docs/pods/creation#nothing',
      '/docs/c: /docs/d',
      '/docs/d: /docs/c',
      '/docs/创建: /docs/pods/creation',
      '/docs/e: https://example.org',
      '/docs/a: /docs/pods',
    ].join('\n');
    expect(
      check(createSite(), redirects).map((fault) =>
        fault.split('. ')[0]!.slice('redirects.yaml:'.length),
      ),
    ).toEqual([
      '9:1: Not valid YAML: Map keys must be unique',
      '7:1: "/docs/创建" is not an address on this site',
      '8:1: "https://example.org" is not an address on this site',
      '1:1: /docs/pods/creation exists, so that this line never applies',
      '2:1: /docs/pods/creation#flow exists, so that this line never applies',
      '4:1: /docs/pods/creation#nothing leads nowhere',
      '5:1: /docs/d leads nowhere',
      '6:1: /docs/c leads nowhere',
    ]);
  });

  it('refuses a ledger that was edited into something else', () => {
    expect(check(createSite(), '', '/docs/pods\n  flow\n')).toEqual([
      expect.stringMatching(/^published-addresses\.txt:2:1: " {2}flow" is neither a path nor/),
    ]);
  });
});

describe('when an edition is cut', () => {
  /** 2026 is frozen, 2030 is current; there, one id has another name. */
  const next = createSite(
    {
      ...PAGES,
      '/docs/pods/creation': ['process', 'pitfalls', 'stage-bind'],
      '/docs/2026/pods': [],
      '/docs/2026/pods/creation': PAGES['/docs/pods/creation'],
      '/docs/2026/pods/phases': PAGES['/docs/pods/phases'],
    },
    {currentEdition: '2030'},
  );

  it('links with the name of the edition mean the frozen pages, links without it the new ones', () => {
    expect(check(next)).toEqual([
      expect.stringContaining('/docs/pods/creation#flow was published'),
    ]);
    expect(check(next, '/docs/pods/creation#flow: /docs/pods/creation#process')).toEqual([]);
  });

  it('what was redirected before holds in the frozen edition', () => {
    const ledger = `${LEDGER}/docs/pods/creation\n  #older\n/docs/2026/pods/creation\n  #older\n`;
    const redirects =
      '/docs/pods/creation#flow: /docs/pods/creation#process\n/docs/pods/creation#older: /docs/pods/creation#pitfalls';
    expect(check(next, redirects, ledger)).toEqual([]);
  });
});
