import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import {createSite, SOUND_PAGE} from '../src/plugins/docusaurus-page-contract/testing.ts';

let remove: (() => void) | undefined;
afterEach(() => remove?.());

function lintContent(changes: Record<string, string | null> = {}) {
  const site = createSite(changes);
  ({remove} = site);
  const script = path.join(__dirname, 'lint-content.ts');
  return spawnSync('npx', ['tsx', script, site.siteDir], {encoding: 'utf8'});
}

describe('npm run lint:content', {timeout: 60_000}, () => {
  it('prints each fault with its place, and exits with 1', () => {
    const {status, stderr, stdout} = lintContent({
      'docs/pods/creation.mdx': SOUND_PAGE.replace('#pod-ip', '#flow').replace('#flow)', '#flaw)'),
    });
    expect(stderr.match(/^docs\/pods\/creation\.mdx:\d+:\d+: .*$/gm)).toEqual([
      expect.stringMatching(/:51:22: The anchor "#flaw" does not exist/),
      expect.stringMatching(/:53:1: The id "flow" is already used on line 19\. Choose another\./),
    ]);
    expect(stdout).toContain('2 faults.');
    expect(status).toBe(1);
  });

  it('exits with 0 when the content keeps the contract', () => {
    const {status, stdout} = lintContent();
    expect(stdout).toContain('The content keeps the page contract.');
    expect(status).toBe(0);
  });
});
