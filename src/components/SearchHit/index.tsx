import type {MouseEvent, ReactNode} from 'react';
import {translate} from '@docusaurus/Translate';
import {getEditionTagLabel} from '../../plugins/docusaurus-search-index/client/editionTags.ts';
import type {HitKind} from '../../plugins/docusaurus-search-index/engine/hitKinds.ts';
import type {SiteHit} from './present.ts';
import styles from './styles.module.css';

export type Props = {
  readonly hit: SiteHit;
  /** Icon, title and path, as DocSearch shows them. */
  readonly children: ReactNode;
  /** Tag of the edition whose hits need no label, since the reader is in it. */
  readonly homeTag: string | undefined;
  readonly onClick: (event: MouseEvent) => void;
};

function getKindLabel(kind: HitKind | undefined): string | undefined {
  const labels: Partial<Record<HitKind, string>> = {
    row: translate({id: 'search.kind.row', message: '表格行'}),
    step: translate({id: 'search.kind.step', message: '图中步骤'}),
  };
  return kind && labels[kind];
}

/** Fetches the code of a page that the pointer is on, if the app is awake. */
function preload(address: string): void {
  void window.docusaurus?.preload(new URL(address, window.location.href).pathname);
}

/** A hit in the dialog: DocSearch's icon, title and path, then the passage that matched, and what sort of thing it is. */
export default function SearchHit({hit, children, homeTag, onClick}: Props): ReactNode {
  const snippet = hit._snippetResult?.content?.value;
  const isElsewhere = hit.docusaurus_tag !== undefined && hit.docusaurus_tag !== homeTag;
  const labels = [
    getKindLabel(hit.kind),
    isElsewhere && getEditionTagLabel(hit.docusaurus_tag),
  ].filter(Boolean);
  return (
    <a
      href={hit.url}
      className={styles.hit}
      tabIndex={-1}
      onClick={onClick}
      onMouseEnter={() => preload(hit.url)}
    >
      {children}
      {(snippet || labels.length > 0) && (
        <span className={styles.more}>
          {labels.map((label) => (
            <span key={String(label)} className={styles.label}>
              {label}
            </span>
          ))}
          {snippet && (
            // Escaped where it comes from: by the engine, or by `npm run search:push`.
            <span dangerouslySetInnerHTML={{__html: snippet}} />
          )}
        </span>
      )}
    </a>
  );
}
