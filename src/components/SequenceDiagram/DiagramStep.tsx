import type {ReactNode} from 'react';
import clsx from 'clsx';
import {translate} from '@docusaurus/Translate';
import styles from './styles.module.css';

export type StepProps = {
  /** Names of sender and receiver, and the message between them, as the diagram has them. */
  readonly from: string;
  readonly to: string;
  readonly message: string;
  /** The branches around the message, outermost first; missing outside of all blocks. */
  readonly branch?: string;
  /** What happens in this step. */
  readonly children: ReactNode;
};

/** What `SequenceDiagram` adds to a step. */
export type ItemProps = StepProps & {
  /** Place in the list, from 1. */
  readonly number: number;
  /** Address on the page. */
  readonly stepId: string;
  /** Whether the step is lit. */
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
};

/** Who says what to whom, and in which branch. */
export function StepHead({from, to, message, branch}: Omit<StepProps, 'children'>): ReactNode {
  return (
    <span className={styles.head}>
      {branch !== undefined && <span className={styles.branch}>{branch}</span>}
      <span className={styles.route}>
        {from === to ? from : `${from} → ${to}`}
        {message && `：${message}`}
      </span>
    </span>
  );
}

/** A step in the list below the diagram. Pages get it from the plugin `remark-diagram`; `SequenceDiagram` numbers it. */
export default function DiagramStep(props: StepProps): ReactNode {
  const {number, stepId, isCurrent, onOpen, children, ...head} = props as ItemProps;
  return (
    <li
      id={stepId}
      className={clsx(styles.step, isCurrent && styles.currentStep)}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <a
        className={styles.number}
        href={`#${stepId}`}
        aria-label={translate(
          {id: 'diagram.openStep', message: '第 {number} 步，在图中看'},
          {number},
        )}
        onClick={onOpen}
      >
        {number}
      </a>
      <div>
        <StepHead {...head} />
        {children}
      </div>
    </li>
  );
}
