// A table wider than the page scrolls inside a box. Infima would make the table itself a block, and with that take its
// meaning from screen readers.
import type {ComponentProps, ReactNode} from 'react';
import clsx from 'clsx';
import {translate} from '@docusaurus/Translate';
import ScrollBox from '../../../components/ScrollBox/index.tsx';
import styles from './styles.module.css';

export default function MDXTable({className, ...props}: ComponentProps<'table'>): ReactNode {
  return (
    <ScrollBox label={translate({id: 'table.label', message: '表格，可左右滚动'})}>
      <table className={clsx(className, styles.table)} {...props} />
    </ScrollBox>
  );
}
