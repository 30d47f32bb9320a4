import type {LoadedVersion} from '@docusaurus/plugin-content-docs';
import type {PageFrontMatter} from '../../frontMatter.ts';
import {createCatalog} from '../docusaurus-home/catalog.ts';

/** A short address and the page that it leads to. */
export type ShortAddress = {
  /** The part behind `/go/`. */
  readonly name: string;
  readonly title: string;
  readonly permalink: string;
};

/** The short addresses of one section of the sidebar. */
export type ShortAddressSection = {
  readonly label: string;
  readonly addresses: readonly ShortAddress[];
};

/** Lists the short addresses of the current edition in the order of the sidebar; sections that have none are left out. */
export function listShortAddresses(versions: readonly LoadedVersion[]): ShortAddressSection[] {
  const current = versions.filter(({isLast}) => isLast);
  const names = new Map(
    current.flatMap(({docs}) =>
      docs.map(({permalink, frontMatter}) => [
        permalink,
        (frontMatter as unknown as PageFrontMatter).go,
      ]),
    ),
  );
  return createCatalog(current)
    .flatMap(({sections}) => sections)
    .map(({label, pages}) => ({
      label,
      addresses: pages.flatMap(({title, permalink}) => {
        const name = names.get(permalink);
        return name === undefined ? [] : [{name, title, permalink}];
      }),
    }))
    .filter(({addresses}) => addresses.length > 0);
}
