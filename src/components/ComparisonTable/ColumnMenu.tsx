import {useRef, useState, type ReactNode} from 'react';
import Translate from '@docusaurus/Translate';
import type {Column} from './model.ts';
import styles from './styles.module.css';
import {useTools} from './useTools.ts';

export type Props = {
  readonly subjects: readonly Column[];
  /** Ids of those that are not shown. */
  readonly hidden: readonly string[];
  readonly onChange: (hidden: readonly string[]) => void;
};

/** A menu in which subjects are shown and hidden. */
export default function ColumnMenu({subjects, hidden, onChange}: Props): ReactNode {
  const menu = useRef<HTMLDetailsElement>(null);
  const [isOpen, setOpen] = useState(false);
  const Panel = useTools(isOpen)?.ColumnPanel;
  const values = {count: subjects.length - hidden.length, total: subjects.length};
  return (
    <details ref={menu} onToggle={() => setOpen(menu.current!.open)}>
      <summary className={styles.control}>
        <Translate id="table.columns" values={values}>
          {'显示 {count}/{total} 列'}
        </Translate>
      </summary>
      {isOpen && Panel && (
        <Panel menu={menu} subjects={subjects} hidden={hidden} onChange={onChange} />
      )}
    </details>
  );
}
