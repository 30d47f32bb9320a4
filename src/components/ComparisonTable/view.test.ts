import {describe, expect, it} from 'vitest';
import {hasView, readView, WHOLE, writeView, type View} from './view.ts';

const COLUMNS = [
  {id: 'name', isSortable: true},
  {id: 'flannel'},
  {id: 'calico'},
  {id: 'kernel', isSortable: true},
];

const read = (search: string): View => readView(search, 'cni', COLUMNS);

describe('a view in the address', () => {
  it('reads back as it was written', () => {
    const view: View = {
      hidden: ['flannel', 'kernel'],
      onlyDifferences: true,
      filter: 'BGP 路由',
      sort: {column: 'kernel', isDescending: true},
      showsOlder: true,
    };
    const search = writeView('', 'cni', view);
    expect(search).toMatch(/^\?cni\.hide=flannel\.kernel&cni\.diff=1&cni\.filter=BGP/);
    expect(search).toMatch(/^[\x21-\x7e]+$/);
    expect(read(search)).toEqual(view);
  });

  it('says nothing of the whole table', () => {
    expect(writeView('?cni.diff=1&cni.hide=calico', 'cni', WHOLE)).toBe('');
    expect(read('')).toEqual(WHOLE);
  });

  it('leaves the views of other tables, and whatever else is there, alone', () => {
    const search = writeView('?a=1&change.sort=version', 'cni', {...WHOLE, filter: 'x'});
    expect(search).toBe('?a=1&change.sort=version&cni.filter=x');
    expect(writeView(search, 'cni', WHOLE)).toBe('?a=1&change.sort=version');
    expect(hasView(search, 'change')).toBe(true);
    expect(hasView('?changes.sort=version', 'change')).toBe(false);
  });

  it('leaves out what does not fit the table', () => {
    expect(read('?cni.hide=cilium.name.calico&cni.sort=calico&cni.diff=yes')).toEqual({
      ...WHOLE,
      hidden: ['calico'],
    });
    expect(read('?cni.sort=name')).toEqual({
      ...WHOLE,
      sort: {column: 'name', isDescending: false},
    });
  });

  it('hides nothing rather than all subjects', () => {
    expect(read('?cni.hide=flannel.calico.kernel').hidden).toEqual([]);
  });
});
