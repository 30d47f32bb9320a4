import type {ReactNode} from 'react';
import Translate from '@docusaurus/Translate';
import styles from './styles.module.css';

/** Opens the search dialog, as the button in the navbar does. DocSearch offers no other way from outside. */
function openDialog(): void {
  document.querySelector<HTMLButtonElement>('.DocSearch-Button')?.click();
}

/** The search as a wide field: a button that opens the search dialog, where the reader types. */
export default function SearchField(): ReactNode {
  return (
    <button type="button" className={styles.field} data-opens-search onClick={openDialog}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <circle cx="11" cy="11" r="7" />
        <path d="M16 16l5 5" />
      </svg>
      <span className={styles.label}>
        <Translate id="searchField.label">搜索全站</Translate>
      </span>
      <span className={styles.hint}>
        <Translate id="searchField.hint">例如：优雅关闭、preStop、主从复制</Translate>
      </span>
    </button>
  );
}
