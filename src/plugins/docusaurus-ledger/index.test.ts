import fs from 'node:fs';
import path from 'node:path';
import type {LoadContext, PluginContentLoadedActions} from '@docusaurus/types';
import {afterEach, describe, expect, it} from 'vitest';
import {createSite, SOUND_OLD_PAGE, SOUND_PAGE} from '../docusaurus-page-contract/testing.ts';
import docusaurusLedger from './index.ts';
import {extendLedger, LEDGER_FILE} from './ledger.ts';
import {readSite} from './readSite.ts';
import {REDIRECTS_FILE} from './redirects.ts';

const PAGE = 'docs/pods/creation.mdx';
const OLD_PAGE = 'versioned_docs/version-2022/pods/creation.mdx';

let remove: (() => void) | undefined;
afterEach(() => remove?.());

/** A site that has published everything in it; then files are changed. */
function publishAndChange(changes: Record<string, string | null>): string {
  const site = createSite();
  ({remove} = site);
  const {siteDir} = site;
  const {site: published, records} = readSite(siteDir, '2026');
  fs.writeFileSync(path.join(siteDir, LEDGER_FILE), extendLedger(records.ledger, published));
  for (const [name, content] of Object.entries(changes)) {
    const file = path.join(siteDir, name);
    if (content === null) {
      fs.rmSync(file);
    } else {
      fs.writeFileSync(file, content);
    }
  }
  return siteDir;
}

const createPlugin = (siteDir: string) =>
  docusaurusLedger({
    siteDir,
    siteConfig: {url: 'https://kb.example.org'},
    baseUrl: '/',
    outDir: path.join(siteDir, 'build'),
  } as LoadContext);

/** The page of the current edition has another address, and a heading of the older edition another id. */
const RENAMED = {
  [PAGE]: null,
  'docs/pods/start.mdx': SOUND_PAGE,
  [OLD_PAGE]: SOUND_OLD_PAGE.replace('#flow */', '#process */').replace('(#flow)', '(#process)'),
};

describe('docusaurus-ledger', () => {
  it('has nothing against a site on which everything is where it was', () => {
    expect(() => createPlugin(publishAndChange({}))).not.toThrow();
  });

  it('stops the build when a page and a heading were renamed, and says what to add', () => {
    const siteDir = publishAndChange(RENAMED);
    let message = '';
    try {
      createPlugin(siteDir);
    } catch (error) {
      ({message} = error as Error);
    }
    const lines = message.split('\n');
    expect(lines[0]).toBe('2 faults in the published addresses:');
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(
        /^published-addresses\.txt:\d+:1: \/docs\/2022\/pods\/creation#flow was published and leads nowhere now\. .* the line "\/docs\/2022\/pods\/creation#flow: \/docs\/2022\/pods\/creation"/,
      ),
      expect.stringMatching(
        /^published-addresses\.txt:\d+:1: \/docs\/pods\/creation was published and leads nowhere now\. .* the line "\/docs\/pods\/creation: \//,
      ),
    ]);
  });

  it('sends both old addresses where they went, once the lines are added', async () => {
    const siteDir = publishAndChange({
      ...RENAMED,
      [REDIRECTS_FILE]:
        '/docs/pods/creation: /docs/pods/start\n/docs/2022/pods/creation#flow: /docs/2022/pods/creation#process\n',
    });
    const plugin = createPlugin(siteDir);
    const data: Record<string, unknown> = {};
    await plugin.contentLoaded?.({
      content: undefined,
      actions: {
        createData: (name: string, text: string) => {
          data[name] = JSON.parse(text);
          return Promise.resolve(name);
        },
      } as unknown as PluginContentLoadedActions,
    });
    expect(data['anchors.json']).toEqual({
      '/docs/2022/pods/creation': {flow: '/docs/2022/pods/creation#process'},
    });
    await plugin.postBuild?.({} as never);
    for (const name of ['docs/pods/creation.html', 'docs/2026/pods/creation.html']) {
      expect(fs.readFileSync(path.join(siteDir, 'build', name), 'utf8')).toContain(
        'content="0; url=/docs/pods/start"',
      );
    }
    // Pages of the site itself are never replaced.
    expect(fs.existsSync(path.join(siteDir, 'build/docs/pods/start.html'))).toBe(false);
  });

  it('lets addresses come and go while an author is writing', () => {
    const siteDir = publishAndChange(RENAMED);
    const {NODE_ENV} = process.env;
    process.env.NODE_ENV = 'development';
    try {
      expect(() => createPlugin(siteDir)).not.toThrow();
    } finally {
      process.env.NODE_ENV = NODE_ENV;
    }
  });
});
