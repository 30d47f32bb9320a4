import type {ReactNode} from 'react';
import styles from './styles.module.css';

export type Props = {
  /** What is in the box and that it scrolls, for screen readers. */
  readonly label: string;
  readonly children: ReactNode;
};

/** Lets content wider than the column scroll in its own box, never the page; by keyboard too. In print it is shown whole. */
export default function ScrollBox({label, children}: Props): ReactNode {
  return (
    <div className={styles.box} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
