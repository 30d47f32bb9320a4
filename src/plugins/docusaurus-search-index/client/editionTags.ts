import {EDITIONS, getEditionLabel} from '../../../editions.ts';

/** An edition as the search knows it. */
export type EditionTag = {
  /** Tag of its records, `docs-default-2022`: the name that Docusaurus has for it. */
  readonly tag: string;
  /** As the edition switch calls it: `2022 版（Kubernetes 1.23）`. */
  readonly label: string;
};

const PREFIX = 'docs-default-';
/** Where Docusaurus keeps the name of the version that was chosen. */
const PREFERRED = 'docs-preferred-version-default';

/** All editions, newest first. Docusaurus calls the newest one `current`. */
export const EDITION_TAGS: readonly EditionTag[] = EDITIONS.map((edition, index) => ({
  tag: PREFIX + (index === 0 ? 'current' : edition.name),
  label: getEditionLabel(edition),
}));

/** The label of the edition with a tag. */
export const getEditionTagLabel = (tag: string | undefined): string | undefined =>
  EDITION_TAGS.find((edition) => edition.tag === tag)?.label;

/**
 * Tag of the edition that the reader is in, without the app, which knows it from its route: that of the page; else the one that was
 * chosen last, as Docusaurus remembers it; else the current one. So does `useDocsContextualSearchTags`.
 */
export function readHomeTag(): string {
  const isKnown = (tag: string | null | undefined): tag is string =>
    getEditionTagLabel(tag ?? undefined) !== undefined;
  const onPage = document.querySelector<HTMLMetaElement>('meta[name=docusaurus_tag]')?.content;
  if (isKnown(onPage)) {
    return onPage;
  }
  let chosen: string | undefined;
  try {
    chosen = PREFIX + localStorage.getItem(PREFERRED);
  } catch {
    // a browser that keeps nothing
  }
  return isKnown(chosen) ? chosen : EDITION_TAGS[0]!.tag;
}
