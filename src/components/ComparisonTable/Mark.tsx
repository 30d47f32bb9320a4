import type {ReactNode} from 'react';
import {translate} from '@docusaurus/Translate';
import type {Mark as MarkName} from '../../plugins/remark-comparison-table/marks.ts';
import styles from './styles.module.css';

/** Shapes in a box of 16 by 16. */
const SHAPES: Readonly<Record<MarkName, string>> = {
  '✓': 'M2.500 8.500l4 4 7-8.500',
  '✗': 'M3.500 3.500l9 9m0-9l-9 9',
  '~': 'M2 9.500c2-4 4-4 6-1.500s4 2.500 6-1.500',
};

export type Props = {readonly mark: MarkName};

/** What a mark means, for screen readers and the legend. */
export function getMarkLabel(mark: MarkName): string {
  const labels: Readonly<Record<MarkName, string>> = {
    '✓': translate({id: 'table.yes', message: '是'}),
    '~': translate({id: 'table.partly', message: '部分，或有条件'}),
    '✗': translate({id: 'table.no', message: '否'}),
  };
  return labels[mark];
}

/** A drawn ✓, ✗ or ~. The character itself is there for whoever copies the text. */
export default function Mark({mark}: Props): ReactNode {
  return (
    <span className={styles.mark} data-mark={mark} role="img" aria-label={getMarkLabel(mark)}>
      <svg viewBox="0 0 16 16">
        <path d={SHAPES[mark]} />
      </svg>
      <span>{mark}</span>
    </span>
  );
}
