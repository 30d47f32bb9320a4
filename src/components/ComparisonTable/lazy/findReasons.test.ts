import {describe, expect, it} from 'vitest';
import {findReasons} from './findReasons.ts';

describe('the rows of a view', () => {
  const ROWS = [
    ['默认封装', 'VXLAN', 'IPIP'],
    ['BGP 路由', '无', '无'],
    ['内核要求', '5.6', '5.10'],
  ];
  const find = (filter: string, onlyDifferences = false, rows = ROWS): (string | undefined)[] =>
    findReasons(rows, {filter, onlyDifferences});

  it('are those that contain every word, in whatever cell', () => {
    expect(find('vxlan')).toEqual([undefined, 'filter', 'filter']);
    expect(find('无 bgp')).toEqual(['filter', undefined, 'filter']);
    expect(find(' ')).toEqual([undefined, undefined, undefined]);
    expect(find('vxlan 无')).toEqual(['filter', 'filter', 'filter']);
  });

  it('are found as a reader types: full-width, in capitals, without spaces', () => {
    expect(find('ＢＧＰ路由')).toEqual(['filter', undefined, 'filter']);
  });

  it('are those in which the subjects differ', () => {
    expect(find('', true)).toEqual([undefined, 'same', undefined]);
    expect(find('', true, [['换行', 'a\nb', 'a b']])).toEqual(['same']);
  });

  it('cannot differ when there is only one subject', () => {
    expect(find('', true, [['BGP', '无']])).toEqual([undefined]);
  });
});
