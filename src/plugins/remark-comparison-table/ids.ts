/** Id of a row of a comparison table on its page, which is also its address: `cni-bgp`. */
export function toRowId(tableId: string, rowId: string): string {
  return `${tableId}-${rowId}`;
}
