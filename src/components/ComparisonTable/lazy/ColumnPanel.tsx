import type {ReactNode, RefObject} from 'react';
import Translate from '@docusaurus/Translate';
import {useClosingMenu} from '../../CopyLink/useClosingMenu.ts';
import type {Props as MenuProps} from '../ColumnMenu.tsx';

export type Props = MenuProps & {
  /** The open menu around the panel. */
  readonly menu: RefObject<HTMLDetailsElement | null>;
};

/** What is in the open menu: a box to tick for each subject. The last one that is shown stays. */
export default function ColumnPanel({menu, subjects, hidden, onChange}: Props): ReactNode {
  useClosingMenu(menu);
  const toggle = (id: string): void =>
    onChange(
      subjects
        .map((subject) => subject.id)
        .filter((other) => hidden.includes(other) !== (other === id)),
    );
  const isLast = hidden.length === subjects.length - 1;
  return (
    <fieldset>
      <legend>
        <Translate id="table.columnsLegend">显示哪些列（至少一列）</Translate>
      </legend>
      {subjects.map(({id, text}) => {
        const isShown = !hidden.includes(id);
        return (
          <label key={id}>
            <input
              type="checkbox"
              checked={isShown}
              disabled={isShown && isLast}
              onChange={() => toggle(id)}
            />
            {text}
          </label>
        );
      })}
    </fieldset>
  );
}
