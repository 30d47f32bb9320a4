import type {ReactNode} from 'react';
import {translate} from '@docusaurus/Translate';
import IconButton from '../Diagram/IconButton.tsx';
import styles from './styles.module.css';
import type {Player} from './usePlayer.ts';

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
        icon="first"
        label={translate({id: 'diagram.first', message: '第一步'})}
        shortcut="Home"
        isDisabled={step === 1}
        onClick={() => goTo(1)}
      />
      <IconButton
        icon="previous"
        label={translate({id: 'diagram.previous', message: '上一步'})}
        shortcut="ArrowLeft"
        isDisabled={step === 0}
        onClick={() => goTo(step - 1)}
      />
      <IconButton
        icon={isPlaying ? 'pause' : 'play'}
        label={
          isPlaying
            ? translate({id: 'diagram.pause', message: '暂停'})
            : translate({id: 'diagram.play', message: '播放'})
        }
        hasText
        onClick={togglePlaying}
      />
      <IconButton
        icon="next"
        label={translate({id: 'diagram.next', message: '下一步'})}
        shortcut="ArrowRight"
        isDisabled={step === count}
        onClick={() => goTo(step + 1)}
      />
      <IconButton
        icon="last"
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
