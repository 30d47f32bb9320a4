import {useLayoutEffect, useState, type ComponentProps, type ReactNode} from 'react';
import {DocSearchModal as OriginalModal} from '@search/docsearch-modal';

type OriginalProps = ComponentProps<typeof OriginalModal>;
type Index = Exclude<OriginalProps['indices'][number], string>;

/** What theme-search-algolia hands on: one index, as DocSearch had it up to its version 4. */
export type Props = Omit<OriginalProps, 'indices'> & {
  readonly indexName: string;
  readonly searchParameters?: Index['searchParameters'];
};

/**
 * Stands in for `@docsearch/react/modal`. DocSearch 5 has the dialog without Ask AI, a quarter of the bytes of the one before, and asks
 * for a list of indexes; theme-search-algolia 3.10 names the one. The field has the focus at once: DocSearch gives it after the next
 * frame, and what a quick reader types until then would be lost.
 */
export function DocSearchModal({indexName, searchParameters, ...props}: Props): ReactNode {
  // DocSearch keeps what it got first; the dialog is another one each time it opens.
  const [indices] = useState(
    () => [{name: indexName, searchParameters}] as OriginalProps['indices'],
  );
  useLayoutEffect(() => document.querySelector<HTMLElement>('.DocSearch-Input')?.focus(), []);
  return <OriginalModal {...props} indices={indices} />;
}
