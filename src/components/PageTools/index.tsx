import type {ReactNode} from 'react';
import CopyLink from '../CopyLink/index.tsx';
import styles from './styles.module.css';

export type Props = {
  /** Further tools; each is a button or a link, and stands before the one that copies the link. */
  readonly children?: ReactNode;
};

/** What can be done with a page as a whole: a quiet row above its title. */
export default function PageTools({children}: Props): ReactNode {
  return (
    <div className={styles.root}>
      {children}
      <CopyLink />
    </div>
  );
}
