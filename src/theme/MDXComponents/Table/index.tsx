// A table wider than the page scrolls inside this box, by keyboard too. Infima would make the table itself a block, and
// with that take its meaning from screen readers.
import type {ComponentProps, ReactNode} from 'react';
import {translate} from '@docusaurus/Translate';
import styles from './styles.module.css';

export default function MDXTable(props: ComponentProps<'table'>): ReactNode {
  return (
    <div
      className={styles.box}
      role="group"
      aria-label={translate({id: 'table.label', message: '表格，可左右滚动'})}
      tabIndex={0}
    >
      <table {...props} />
    </div>
  );
}
