/**
 * Address of the overview of all changes since an edition.
 * @param currentPath path of the current edition, with the base URL: `/docs`
 * @param olderName name of the older edition: `2022`
 */
export function toOverviewAddress(currentPath: string, olderName: string): string {
  return `${currentPath.replace(/\/$/, '')}/changes-since-${olderName}`;
}

/**
 * Address of the view that compares a page with its twin in an older edition.
 * @param page the page's address in its edition: `pods/creation`
 */
export function toDiffAddress(currentPath: string, olderName: string, page: string): string {
  return `${toOverviewAddress(currentPath, olderName)}/${page}`;
}

/** An edition's label without what stands behind it in brackets: `2022 版`. */
export function toShortLabel(label: string): string {
  return label.replace(/（.*$/, '');
}
