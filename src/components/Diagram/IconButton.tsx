import type {ReactNode} from 'react';
import styles from './styles.module.css';

export type Props = {
  /** Shape of the icon, as the `d` of a path in a box of 24 by 24. */
  readonly icon: string;
  /** What the button does. */
  readonly label: string;
  readonly onClick: () => void;
  readonly isDisabled?: boolean;
  /** Whether the label stands beside the icon where there is room; else it is a tooltip. */
  readonly hasText?: boolean;
  /** Keys that do the same, as `aria-keyshortcuts` names them. */
  readonly shortcut?: string;
};

/** A button of a diagram's toolbar. One that has nothing to do stays focusable, so that a keyboard does not lose its place. */
export default function IconButton({
  icon,
  label,
  onClick,
  isDisabled = false,
  hasText = false,
  shortcut,
}: Props): ReactNode {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      title={label}
      aria-disabled={isDisabled || undefined}
      aria-keyshortcuts={shortcut}
      onClick={isDisabled ? undefined : onClick}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path d={icon} />
      </svg>
      {hasText && <span className={styles.buttonText}>{label}</span>}
    </button>
  );
}
