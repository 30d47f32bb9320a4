import type {ReactNode} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it, vi} from 'vitest';
import '../testing.tsx';
import ChangesOverview from './index.tsx';

vi.mock('@theme/Layout', () => ({
  default: ({title, children}: {title: string; children: ReactNode}) => (
    <div data-title={title}>{children}</div>
  ),
}));

describe('ChangesOverview', () => {
  const html = renderToStaticMarkup(
    <ChangesOverview
      overview={{
        older: '2022 版（Kubernetes 1.23）',
        newer: '2026 版（Kubernetes 1.37）',
        sections: [
          {
            label: 'Pod',
            permalink: '/docs/pods',
            pages: [
              {
                title: 'Pod 创建流程',
                permalink: '/docs/pods/creation',
                diff: '/docs/changes-since-2022/pods/creation',
                changes: [
                  {
                    kind: 'table',
                    id: 'change',
                    caption: [{text: 'Pod 创建的版本变化'}],
                    columns: [
                      {id: 'name', header: [{text: '变化'}]},
                      {id: 'version', header: [{text: '版本'}]},
                    ],
                    rows: [{id: 'gone', cells: [[{text: 'dockershim 移除'}], [{text: '1.24'}]]}],
                  },
                ],
              },
              {
                title: '新的一页',
                permalink: '/docs/pods/new',
                changes: [{kind: 'paragraph', depth: 0, runs: [{text: '全是新的。'}]}],
              },
            ],
          },
        ],
      }}
    />,
  );

  it('lists the changes of a page, each with its release', () => {
    expect(html).toContain('<th scope="row">dockershim 移除</th><td>1.24</td>');
    expect(html).toContain('全是新的。');
    expect(html).not.toMatch(/<(ins|del)/);
  });

  it('has sections and pages at addresses of their own', () => {
    expect(html).toContain('<a href="#pods">Pod</a>');
    expect(html).toContain('<h2 id="pods">Pod</h2>');
    expect(html).toContain('<h3 id="pods/creation">Pod 创建流程</h3>');
  });

  it('leads to the page, and to its comparison if it has one', () => {
    expect(html).toContain('href="/docs/pods/creation#changes"');
    expect(html).toContain('href="/docs/changes-since-2022/pods/creation"');
    expect(html).toContain('2022 版里没有这一页');
    expect(html).not.toContain('/docs/changes-since-2022/pods/new');
  });
});
