import type {ReactNode} from 'react';
import styles from './styles.module.css';

/** Shapes of the icons, in a box of 24 by 24. */
const ICONS = {
  play: 'M8 5v14l11-7z',
  pause: 'M6 5h4v14H6zm8 0h4v14h-4z',
  next: 'M9 5l7 7-7 7-1.5-1.5L13 12 7.500 6.500z',
  previous: 'M15 5l1.500 1.500L11 12l5.500 5.500L15 19l-7-7z',
  first: 'M6 5h2v14H6zm11 0l1.500 1.500L13 12l5.500 5.500L17 19l-7-7z',
  last: 'M16 5h2v14h-2zM7 5l7 7-7 7-1.500-1.500L11 12 5.500 6.500z',
  close:
    'M6.400 5L12 10.600 17.600 5 19 6.400 13.400 12l5.600 5.600-1.400 1.400L12 13.400 6.400 19 5 17.600 10.600 12 5 6.400z',
  fullScreen: 'M4 4h6v2H6v4H4zm10 0h6v6h-2V6h-4zM4 14h2v4h4v2H4zm14 0h2v6h-6v-2h4z',
  save: 'M11 4h2v8.200l3-3 1.400 1.400L12 16l-5.400-5.400L8 9.200l3 3zM5 18h14v2H5z',
  zoomIn: 'M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z',
  zoomOut: 'M5 11h14v2H5z',
  fit: 'M4 6h16v12H4zm2 2v8h12V8z',
} as const;

export type Props = {
  readonly icon: keyof typeof ICONS;
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
      aria-disabled={isDisabled}
      aria-keyshortcuts={shortcut}
      onClick={isDisabled ? undefined : onClick}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path d={ICONS[icon]} />
      </svg>
      {hasText && <span className={styles.buttonText}>{label}</span>}
    </button>
  );
}
