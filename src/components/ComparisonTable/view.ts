/** How a reader looks at a table. */
export type View = {
  /** Ids of the subjects that are not shown; never all of them. */
  readonly hidden: readonly string[];
  /** Whether rows in which all shown subjects say the same are left out. */
  readonly onlyDifferences: boolean;
  /** Words that a row must contain, separated by spaces. */
  readonly filter: string;
  /** The column that the rows are sorted by; undefined for the author's order. */
  readonly sort: {readonly column: string; readonly isDescending: boolean} | undefined;
  /** Whether every cell shows what it said in the edition before. */
  readonly showsOlder: boolean;
};

/** The whole table, as its author wrote it. */
export const WHOLE: View = {
  hidden: [],
  onlyDifferences: false,
  filter: '',
  sort: undefined,
  showsOlder: false,
};

/**
 * Reads a view from the query of an address, such as `?cni.hide=calico.cilium&cni.diff=1&cni.filter=bgp&cni.sort=kernel.desc&cni.older=1`.
 * What does not fit the table is left out.
 * @param columns all columns of the table, the names of the rows first
 */
export function readView(
  search: string,
  tableId: string,
  columns: readonly {readonly id: string; readonly isSortable?: boolean}[],
): View {
  const params = new URLSearchParams(search);
  const get = (name: string): string => params.get(`${tableId}.${name}`) ?? '';
  const subjects = columns.slice(1).map(({id}) => id);
  const unwanted = get('hide').split('.');
  const hidden = subjects.filter((id) => unwanted.includes(id));
  const [column = '', order] = get('sort').split('.');
  const isSorted = columns.some(({id, isSortable}) => isSortable && id === column);
  return {
    hidden: hidden.length < subjects.length ? hidden : [],
    onlyDifferences: get('diff') === '1',
    filter: get('filter'),
    sort: isSorted ? {column, isDescending: order === 'desc'} : undefined,
    showsOlder: get('older') === '1',
  };
}

/** Whether a query says anything of a table. */
export function hasView(search: string, tableId: string): boolean {
  return [...new URLSearchParams(search).keys()].some((key) => key.startsWith(`${tableId}.`));
}

/**
 * Writes a view into a query, and leaves the rest of it as it is.
 * @returns the query with its `?`, or an empty text
 */
export function writeView(search: string, tableId: string, view: View): string {
  const params = new URLSearchParams(search);
  const {hidden, onlyDifferences, filter, sort, showsOlder} = view;
  const values = {
    hide: hidden.join('.'),
    diff: onlyDifferences ? '1' : '',
    filter: filter.trim(),
    sort: sort && sort.column + (sort.isDescending ? '.desc' : ''),
    older: showsOlder ? '1' : '',
  };
  for (const [name, value] of Object.entries(values)) {
    params.delete(`${tableId}.${name}`);
    if (value) {
      params.set(`${tableId}.${name}`, value);
    }
  }
  return params.size > 0 ? `?${params.toString()}` : '';
}
