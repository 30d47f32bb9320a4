import '../testing.tsx';
import {JSDOM} from 'jsdom';
import {renderToStaticMarkup} from 'react-dom/server';
import {beforeAll, describe, expect, it, vi} from 'vitest';
import ComparisonTable, {TableCell, TableRow} from './index.tsx';

vi.mock('@docusaurus/router', () => ({useLocation: () => ({search: '', hash: ''})}));
vi.mock('@docusaurus/useIsBrowser', () => ({default: () => false}));
const collectAnchor = vi.hoisted(() => vi.fn());
vi.mock('@docusaurus/useBrokenLinks', () => ({default: () => ({collectAnchor})}));

const table = (
  <ComparisonTable id="cni" caption="逐项对比" olderEdition="2022">
    <TableRow>
      <TableCell id="name" text="项目" min={5} share={3} />
      <TableCell id="flannel" text="flannel 0.28" olderText="flannel 0.16" min={7} share={9} />
      <TableCell id="calico" text="Calico" isSortable min={6} share={5} />
    </TableRow>
    <TableRow id="encapsulation">
      <TableCell text="封装" />
      <TableCell text="VXLAN 或 host-gw" olderText="VXLAN">
        VXLAN 或 <code>host-gw</code>
      </TableCell>
      <TableCell text="IPIP" />
    </TableRow>
    <TableRow id="l7">
      <TableCell text="七层策略" />
      <TableCell text="✗" />
      <TableCell text="✓ 1.26 起" />
    </TableRow>
  </ComparisonTable>
);

describe('ComparisonTable, on the server', () => {
  let html: string;
  let document: Document;
  beforeAll(() => {
    html = renderToStaticMarkup(table);
    ({document} = new JSDOM(html).window);
  });
  const getText = (cell: Element): string => cell.querySelector('[data-value]')!.textContent;
  const getAll = (selector: string): Element[] => [...document.querySelectorAll(selector)];

  it('is a whole table with caption, headers and every cell', () => {
    expect(document.querySelector('table > caption')!.textContent).toBe('逐项对比');
    expect(getAll('thead th[scope="col"]').map(getText)).toEqual([
      '项目',
      'flannel 0.28',
      'Calico',
    ]);
    expect(getAll('tbody tr').map((row) => [...row.children].map(getText))).toEqual([
      ['封装', 'VXLAN 或 host-gw', 'IPIP'],
      ['七层策略', '✗', '✓ 1.26 起'],
    ]);
    expect(getAll('tbody th[scope="row"]')).toHaveLength(2);
    expect(getAll('[hidden]')).toEqual([]);
    expect(getAll('td code').map(({textContent}) => textContent)).toEqual(['host-gw']);
  });

  it('lays the columns out by the figures of the build', () => {
    expect(html).toContain('--min:18;--tracks:minmax(5em,3fr) minmax(7em,9fr) minmax(6em,5fr)');
  });

  it('gives every row an address, known to the check of links, and a link to it', () => {
    expect(getAll('tbody tr').map(({id}) => id)).toEqual(['cni-encapsulation', 'cni-l7']);
    expect(getAll('tbody a').map((link) => link.getAttribute('href'))).toEqual([
      '#cni-encapsulation',
      '#cni-l7',
    ]);
    expect(collectAnchor.mock.calls.flat()).toEqual(['cni', 'cni-encapsulation', 'cni-l7']);
  });

  it('draws marks, with their meaning for screen readers and a legend of those in use', () => {
    expect(getAll('td [role="img"]').map((mark) => mark.getAttribute('aria-label'))).toEqual([
      '否',
      '是',
    ]);
    expect(getAll('[aria-hidden="true"]').map(({textContent}) => textContent)).toEqual([
      '是',
      '否',
    ]);
  });

  it('has what the older edition said, with what the subject was called, folded up', () => {
    expect(getAll('details:has(summary[title])').map(({textContent}) => textContent)).toEqual([
      '2022 版（flannel 0.16）：VXLAN',
    ]);
    expect(html).not.toMatch(/<details[^>]* open/);
  });

  it('names the column in every cell, for the cards on a phone', () => {
    expect(getAll('td').map((cell) => cell.getAttribute('data-label'))).toEqual([
      'flannel 0.28',
      'Calico',
      'flannel 0.28',
      'Calico',
    ]);
  });

  it('offers only what makes sense: no comparison where no two subjects can say the same, no filter for two rows', () => {
    const controls = getAll('[role="group"] :is(button, summary, input)').map(
      (control) => control.getAttribute('aria-label') ?? control.textContent,
    );
    expect(controls).toContain('显示 2/2 列');
    expect(controls).toContain('与 2022 版不同 1 处');
    expect(controls).not.toContain('只看不同');
    expect(controls).not.toContain('只留含有这些词的行');
  });

  it('has the headers that sort as plain text: nothing answers yet', () => {
    expect(getAll('thead button')).toEqual([]);
    expect(getAll('th[aria-sort="none"]').map(getText)).toEqual(['Calico']);
  });
});
