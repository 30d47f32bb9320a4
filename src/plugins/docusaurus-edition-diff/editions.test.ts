import {afterEach, describe, expect, it, vi} from 'vitest';
import {readContent} from '../docusaurus-page-contract/checkContent.ts';
import {createSite, SOUND_PAGE} from '../docusaurus-page-contract/testing.ts';
import {createOverview} from './createOverview.ts';
import {diffEditions} from './diffEditions.ts';
import {readEditionPages, type Version} from './readEditionPages.ts';

// The first diagram loads Mermaid, which takes seconds on a busy machine.
vi.setConfig({testTimeout: 60_000});

let removeSite = (): void => undefined;
afterEach(() => removeSite());

const createVersion = (versionName: string, path: string, ids: readonly string[]): Version => ({
  versionName,
  label: versionName === 'current' ? '2026 版（Kubernetes 1.37）' : '2022 版（Kubernetes 1.23）',
  docs: ids.map((id) => ({
    id,
    title: `标题 ${id}`,
    permalink: `${path}/${id}`,
    frontMatter: {checked: {date: '2026-11-21', against: `按 ${versionName} 核对`}},
  })),
});
const newer = createVersion('current', '/docs', ['pods/creation', 'pods/phases']);
const older = createVersion('2022', '/docs/2022', ['pods/creation']);

/** A site on which `pods/phases` is new, and the twins of `pods/creation` differ in one sentence. */
async function readPages() {
  const {siteDir, remove} = createSite({
    'docs/pods/phases.mdx': SOUND_PAGE.replace('1.24 起没有 dockershim。', '新的一页。'),
    'docs/pods/creation.mdx': SOUND_PAGE.replace(
      '在处理绑定请求时',
      '在处理绑定时，见[阶段](./phases.mdx#flow)和[规范](https://example.org/spec)',
    ),
  });
  removeSite = remove;
  return readEditionPages(readContent(siteDir), [newer, older]);
}

describe('diffEditions', () => {
  it('compares a page with its twin, and has nothing for a page without one', async () => {
    const diffs = diffEditions(await readPages(), {older, newer, overview: '/docs/changes'});
    expect(diffs.map(({address}) => address)).toEqual(['pods/creation']);
    const [{diff}] = diffs as [(typeof diffs)[number]];
    expect(diff).toMatchObject({
      title: '标题 pods/creation',
      overview: '/docs/changes',
      older: {
        edition: '2022 版（Kubernetes 1.23）',
        permalink: '/docs/2022/pods/creation',
        against: '按 2022 核对',
      },
      newer: {permalink: '/docs/pods/creation', against: '按 current 核对'},
    });
    expect(diff.sections.filter(({status}) => status === 'changed').map(({id}) => id)).toEqual([
      'node-name',
    ]);
  });

  it('leads links to the pages of their own edition', async () => {
    const text = JSON.stringify(diffEditions(await readPages(), {older, newer, overview: ''}));
    expect(text).toContain('"href":"/docs/pods/phases#flow"');
    expect(text).toContain('"href":"https://example.org/spec"');
    expect(text).toContain('"href":"/docs/pods/creation#flow"');
    expect(text).not.toContain('.mdx');
  });
});

describe('createOverview', () => {
  it('lists what every page says about changes, by section of the sidebar, new pages without a comparison', async () => {
    const page = (id: string) => ({title: id, permalink: `/docs/pods/${id}`, questions: []});
    const overview = createOverview(await readPages(), {
      older,
      newer: [newer],
      currentPath: '/docs',
      sections: [
        {
          label: 'Pod',
          description: '',
          permalink: '/docs/pods',
          pages: [page('phases'), page('creation'), page('unwritten')],
        },
        {label: '空的', description: '', permalink: '/docs/empty', pages: []},
      ],
      compared: new Set(['pods/creation']),
    });
    const paragraph = (text: string) => [{kind: 'paragraph', depth: 0, runs: [{text}]}];
    expect(overview).toEqual({
      older: '2022 版（Kubernetes 1.23）',
      newer: '2026 版（Kubernetes 1.37）',
      sections: [
        {
          label: 'Pod',
          permalink: '/docs/pods',
          pages: [
            {title: 'phases', permalink: '/docs/pods/phases', changes: paragraph('新的一页。')},
            {
              title: 'creation',
              permalink: '/docs/pods/creation',
              diff: '/docs/changes-since-2022/pods/creation',
              changes: paragraph('1.24 起没有 dockershim。'),
            },
          ],
        },
      ],
    });
  });
});
