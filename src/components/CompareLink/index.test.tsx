import {renderToStaticMarkup} from 'react-dom/server';
import {beforeEach, describe, expect, it, vi} from 'vitest';
import '../testing.tsx';
import CompareLink from './index.tsx';

const collectLink = vi.hoisted(() => vi.fn());
vi.mock('@docusaurus/useBrokenLinks', () => ({default: () => ({collectLink})}));

const docs = vi.hoisted(() => ({active: '', withPage: [] as string[]}));

vi.mock('@docusaurus/plugin-content-docs/client', () => {
  const versions = [
    {name: 'current', label: '2026 版（Kubernetes 1.37）', isLast: true, path: '/base/docs'},
    {name: '2022', label: '2022 版（Kubernetes 1.23）', isLast: false, path: '/base/docs/2022'},
    {name: '2018', label: '2018 版', isLast: false, path: '/base/docs/2018'},
  ];
  return {
    useVersions: () => versions,
    useLatestVersion: () => versions[0],
    useActiveDocContext: () => ({
      activeVersion: versions.find(({name}) => name === docs.active),
      activeDoc: {id: 'pods/creation'},
      alternateDocVersions: Object.fromEntries(docs.withPage.map((name) => [name, {}])),
    }),
  };
});

const render = (): string =>
  renderToStaticMarkup(<CompareLink />).replaceAll(/ class="[^"]*"/g, '');

describe('CompareLink', () => {
  beforeEach(() => {
    docs.withPage = ['current', '2022', '2018'];
  });

  it('compares the current edition with the newest older one that has the page', () => {
    docs.active = 'current';
    expect(render()).toBe(
      '<a href="/base/docs/changes-since-2022/pods/creation">与 2022 版对比</a>',
    );
    docs.withPage = ['current', '2018'];
    expect(render()).toBe(
      '<a href="/base/docs/changes-since-2018/pods/creation">与 2018 版对比</a>',
    );
  });

  it('compares an older edition with the current one', () => {
    docs.active = '2022';
    expect(render()).toBe(
      '<a href="/base/docs/changes-since-2022/pods/creation">与 2026 版对比</a>',
    );
  });

  it('is checked by the build like any other link', () => {
    docs.active = 'current';
    render();
    expect(collectLink).toHaveBeenLastCalledWith('/base/docs/changes-since-2022/pods/creation');
  });

  it('is not there on a page without a twin', () => {
    docs.active = 'current';
    docs.withPage = ['current'];
    expect(render()).toBe('');
    docs.active = '2022';
    docs.withPage = ['2022', '2018'];
    expect(render()).toBe('');
  });
});
