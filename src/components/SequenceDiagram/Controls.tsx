import type {ReactNode} from 'react';
import {translate} from '@docusaurus/Translate';
import IconButton from '../Diagram/IconButton.tsx';
import styles from './styles.module.css';
import type {Player} from './usePlayer.ts';

/** Shapes of the icons. */
const ICONS = {
  play: 'M8 5v14l11-7z',
  pause: 'M6 5h4v14H6zm8 0h4v14h-4z',
  next: 'M9 5l7 7-7 7-1.5-1.5L13 12 7.5 6.5z',
  previous: 'M15 5l1.5 1.5L11 12l5.5 5.5L15 19l-7-7z',
  first: 'M6 5h2v14H6zm11 0l1.5 1.5L13 12l5.5 5.5L17 19l-7-7z',
  last: 'M16 5h2v14h-2zM7 5l7 7-7 7-1.5-1.5L11 12 5.5 6.5z',
};

export type Props = {
  readonly player: Player;
  /** Number of steps. */
  readonly count: number;
};

/** Buttons that walk through a diagram; the keys that do the same are heard by the diagram. */
export default function Controls({player, count}: Props): ReactNode {
  const {step, isPlaying, goTo, togglePlaying} = player;
  return (
    <span
      className={styles.controls}
      role="group"
      aria-label={translate({id: 'diagram.controls', message: '逐步看'})}
    >
      <IconButton
        icon={ICONS.first}
        label={translate({id: 'diagram.first', message: '第一步'})}
        shortcut="Home"
        isDisabled={step === 1}
        onClick={() => goTo(1)}
      />
      <IconButton
        icon={ICONS.previous}
        label={translate({id: 'diagram.previous', message: '上一步'})}
        shortcut="ArrowLeft"
        isDisabled={step === 0}
        onClick={() => goTo(step - 1)}
      />
      <IconButton
        icon={isPlaying ? ICONS.pause : ICONS.play}
        label={
          isPlaying
            ? translate({id: 'diagram.pause', message: '暂停'})
            : translate({id: 'diagram.play', message: '播放'})
        }
        hasText
        onClick={togglePlaying}
      />
      <IconButton
        icon={ICONS.next}
        label={translate({id: 'diagram.next', message: '下一步'})}
        shortcut="ArrowRight"
        isDisabled={step === count}
        onClick={() => goTo(step + 1)}
      />
      <IconButton
        icon={ICONS.last}
        label={translate({id: 'diagram.last', message: '最后一步'})}
        shortcut="End"
        isDisabled={step === count}
        onClick={() => goTo(count)}
      />
      <span className={styles.counter} aria-hidden="true">
        {`${step} / ${count}`}
      </span>
    </span>
  );
}
