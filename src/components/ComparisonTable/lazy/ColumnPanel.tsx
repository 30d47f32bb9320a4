import {useEffect, type ReactNode, type RefObject} from 'react';
import Translate from '@docusaurus/Translate';
import type {Props as MenuProps} from '../ColumnMenu.tsx';

export type Props = MenuProps & {
  /** The open menu around the panel. */
  readonly menu: RefObject<HTMLDetailsElement | null>;
};

/** What is in the open menu: a box to tick for each subject. The last one that is shown stays. */
export default function ColumnPanel({menu, subjects, hidden, onChange}: Props): ReactNode {
  // A click or the focus elsewhere closes the menu, and so does Escape.
  useEffect(() => {
    const details = menu.current!;
    const close = (): void => details.removeAttribute('open');
    const closeOutside = ({target}: Event): void => {
      if (!details.contains(target as Node)) {
        close();
      }
    };
    const handleKeyDown = ({key}: KeyboardEvent): void => {
      if (key === 'Escape') {
        close();
        details.querySelector('summary')!.focus();
      }
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    details.addEventListener('keydown', handleKeyDown);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
      details.removeEventListener('keydown', handleKeyDown);
    };
  }, [menu]);
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
