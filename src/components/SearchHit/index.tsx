import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {useAllDocsData} from '@docusaurus/plugin-content-docs/client';
import {translate} from '@docusaurus/Translate';
import type {HitKind} from '../../plugins/docusaurus-search-index/engine/hitKinds.ts';
import type {SiteHit} from './present.ts';
import styles from './styles.module.css';

export type Props = {
  readonly hit: SiteHit;
  /** Icon, title and path, as DocSearch shows them. */
  readonly children: ReactNode;
  /** Tag of the edition whose hits need no label, since the reader is in it. */
  readonly homeTag: string | undefined;
  readonly onOpen: () => void;
};

function getKindLabel(kind: HitKind | undefined): string | undefined {
  const labels: Partial<Record<HitKind, string>> = {
    row: translate({id: 'search.kind.row', message: '表格行'}),
    step: translate({id: 'search.kind.step', message: '图中步骤'}),
  };
  return kind && labels[kind];
}

/** The label of the edition with a tag: `2022 版（Kubernetes 1.23）` for `docs-default-2022`. */
export function useEditionLabel(): (tag: string) => string | undefined {
  const docs = useAllDocsData();
  return (tag) =>
    Object.entries(docs)
      .flatMap(([plugin, {versions}]) =>
        versions.map(({name, label}) => ({tag: `docs-${plugin}-${name}`, label})),
      )
      .find((edition) => edition.tag === tag)?.label;
}

/** A hit in the dialog: DocSearch's icon, title and path, then the passage that matched, and what sort of thing it is. */
export default function SearchHit({hit, children, homeTag, onOpen}: Props): ReactNode {
  const getLabel = useEditionLabel();
  const snippet = hit._snippetResult?.content?.value;
  const isElsewhere = hit.docusaurus_tag !== undefined && hit.docusaurus_tag !== homeTag;
  const labels = [getKindLabel(hit.kind), isElsewhere && getLabel(hit.docusaurus_tag!)].filter(
    Boolean,
  );
  return (
    <Link to={hit.url} className={styles.hit} tabIndex={-1} onClick={onOpen}>
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
    </Link>
  );
}
