import type {ReactNode} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it, vi} from 'vitest';
import '../testing.tsx';
import type {PageDiff, SectionDiff} from '../../plugins/docusaurus-edition-diff/model.ts';
import EditionDiff from './index.tsx';

vi.mock('@theme/Layout', () => ({
  default: ({title, children}: {title: string; children: ReactNode}) => (
    <div data-title={title}>{children}</div>
  ),
}));
vi.mock('@docusaurus/Head', () => ({default: ({children}: {children: ReactNode}) => children}));
const collectAnchor = vi.hoisted(() => vi.fn());
vi.mock('@docusaurus/useBrokenLinks', () => ({default: () => ({collectAnchor})}));

const section = (
  id: string,
  status: SectionDiff['status'],
  rest: Partial<SectionDiff> = {},
): SectionDiff => ({id, level: 2, title: [{text: `标题 ${id}`}], status, blocks: [], ...rest});

function render(sections: readonly SectionDiff[]): string {
  const diff: PageDiff = {
    title: 'Pod 创建流程',
    overview: '/docs/changes-since-2022',
    older: {
      edition: '2022 版（Kubernetes 1.23）',
      permalink: '/docs/2022/pods/creation',
      against: 'Kubernetes 1.23',
    },
    newer: {
      edition: '2026 版（Kubernetes 1.37）',
      permalink: '/docs/pods/creation',
      against: 'Kubernetes 1.37',
    },
    sections,
  };
  return renderToStaticMarkup(<EditionDiff diff={diff} />);
}

const paragraph = (text: string) => ({kind: 'paragraph' as const, depth: 0, runs: [{text}]});

describe('EditionDiff', () => {
  it('is named after the page and the older edition, links both, and is not for search engines', () => {
    const html = render([]);
    expect(html).toContain('data-title="Pod 创建流程：与 2022 版对比"');
    expect(html).toContain('<a href="/docs/2022/pods/creation">2022 版（Kubernetes 1.23）</a>');
    expect(html).toContain('<a href="/docs/pods/creation">2026 版（Kubernetes 1.37）</a>');
    expect(html).toContain('依据 Kubernetes 1.23');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
  });

  it('counts the sections, without what there is none of', () => {
    expect(
      render([
        section('a', 'added'),
        section('b', 'added'),
        section('c', 'changed'),
        section('d', 'same'),
      ]),
    ).toContain('<strong>2 节新增，1 节有改动</strong>');
    expect(render([section('d', 'same')])).toContain('<strong>两版说的一样</strong>');
  });

  it('has each section at the id of its heading, with links to where it is', () => {
    const html = render([
      section('flow', 'changed'),
      section('gone', 'removed'),
      section('new', 'added'),
    ]);
    expect(html).toContain('<h2 id="flow">标题 flow</h2>');
    expect(html).toContain('href="/docs/2022/pods/creation#flow"');
    expect(html).toContain('href="/docs/pods/creation#flow"');
    expect(html).toContain('href="/docs/2022/pods/creation#gone"');
    expect(html).not.toContain('href="/docs/pods/creation#gone"');
    expect(html).toContain('href="/docs/pods/creation#new"');
    expect(html).not.toContain('href="/docs/2022/pods/creation#new"');
  });

  it('lists a section that stayed the same by its title alone, at its id', () => {
    const html = render([section('calm', 'same')]);
    expect(html).toMatch(
      /<li id="calm"[^>]*><a href="\/docs\/pods\/creation#calm">标题 calm<\/a><\/li>/,
    );
    expect(collectAnchor).toHaveBeenCalledWith('calm');
  });

  it('keeps the heading above a section that changed, and no other empty heading', () => {
    const html = render([
      section('quiet', 'heading'),
      section('quiet-child', 'same', {level: 3}),
      section('parent', 'heading'),
      section('child', 'changed', {level: 3}),
    ]);
    expect(html).toContain('<h2 id="parent">');
    expect(html).toContain('<h3 id="child">');
    expect(html).not.toContain('id="quiet"');
  });

  it('marks words as inserted and deleted, for eyes and ears, and keeps their formatting', () => {
    const html = render([
      section('a', 'changed', {
        blocks: [
          {
            status: 'changed',
            block: {
              ...paragraph(''),
              runs: [
                {text: '由'},
                {text: 'dockershim', formats: ['code'], edit: 'removed'},
                {text: '容器运行时', formats: ['strong'], edit: 'added', href: '/docs/runtime'},
              ],
            },
          },
        ],
      }),
    ]);
    expect(html.replaceAll(/ class="[^"]*"/g, '')).toContain(
      '由<del><span>［删去：</span><code>dockershim</code><span>］</span></del>' +
        '<ins><span>［新增：</span><a href="/docs/runtime"><strong>容器运行时</strong></a><span>］</span></ins>',
    );
  });

  it('says of whole blocks in words what became of them, and how many stayed the same', () => {
    const html = render([
      section('a', 'changed', {
        blocks: [
          {status: 'same', count: 3},
          {status: 'removed', block: paragraph('旧的一段')},
          {status: 'added', block: {...paragraph('新的一项'), kind: 'item', depth: 1}},
        ],
      }),
    ]).replaceAll(/ class="[^"]*"/g, '');
    expect(html).toContain('3 段没有改动');
    expect(html).toContain('<span data-status="removed">删去</span> <del>旧的一段</del>');
    expect(html).toContain(
      '<li data-status="added"><span data-status="added">新增</span> <ins>新的一项</ins></li>',
    );
  });

  it('shows a table by the rows that changed, under the names of its columns', () => {
    const html = render([
      section('a', 'changed', {
        blocks: [
          {
            status: 'changed',
            block: {
              kind: 'table',
              caption: [{text: '卡在哪一步'}],
              columns: [{header: [{text: '步骤'}]}, {header: [{text: '组件'}], edit: 'added'}],
              rows: [
                {id: 'gated', status: 'added', cells: [[{text: '调度门'}], [{text: '控制器'}]]},
              ],
              sameRows: 8,
            },
          },
        ],
      }),
    ]).replaceAll(/ class="[^"]*"/g, '');
    expect(html).toContain('<caption>卡在哪一步</caption>');
    expect(html).toContain(
      '<th scope="col"><span data-status="added">新增</span> <ins>组件</ins></th>',
    );
    expect(html).toContain(
      '<tr data-status="added"><th scope="row"><span data-status="added">新增</span> <ins>调度门</ins></th><td><ins>控制器</ins></td></tr>',
    );
    expect(html).toContain('另有 8 行没有改动');
  });

  it('says where a step stood before', () => {
    const step = {message: [{text: 'A → B：建'}], explanation: [{text: '解释'}]};
    const html = render([
      section('a', 'changed', {
        blocks: [
          {
            status: 'changed',
            block: {
              kind: 'steps',
              title: [{text: '流程'}],
              sameSteps: 4,
              steps: [
                {...step, status: 'changed', older: 21, newer: 22},
                {...step, status: 'removed', older: 23},
                {...step, status: 'added', newer: 24},
              ],
            },
          },
        ],
      }),
    ]);
    expect(html).toContain('第 22 步（原第 21 步）');
    expect(html).toContain('原第 23 步');
    expect(html).toContain('第 24 步');
    expect(html).toContain('另有 4 步没有改动');
  });
});
