import {useEffect, useState, type ReactNode} from 'react';
import {translate} from '@docusaurus/Translate';
import styles from './styles.module.css';
import {writeToClipboard} from './writeToClipboard.ts';

export type Props = {
  /** Gives the text at the moment of copying, or a promise of it. */
  readonly getText: () => string | Promise<string>;
  /** What is copied, for screen readers. */
  readonly label: string;
  /** What stands on the button; `复制` if missing. */
  readonly children?: string;
  /** What the button says when copying failed, and what to do then; that the text can be selected by hand if missing. */
  readonly failure?: string;
  readonly className?: string | undefined;
};

type CopyState = 'idle' | 'copied' | 'failed';

/** For how long the button tells how copying went, in milliseconds; what to do takes longer to read. */
const MESSAGE_DURATIONS = {copied: 2000, failed: 8000} as const;

/** Copies a text, and says, to screen readers too, whether that worked. */
export default function CopyButton({
  getText,
  label,
  children,
  failure,
  className,
}: Props): ReactNode {
  const [state, setState] = useState<CopyState>('idle');
  useEffect(() => {
    if (state === 'idle') {
      return undefined;
    }
    const timer = setTimeout(() => setState('idle'), MESSAGE_DURATIONS[state]);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async (): Promise<void> => {
    try {
      await writeToClipboard(getText());
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  const labels: Record<CopyState, string> = {
    idle: children ?? translate({id: 'copyButton.copy', message: '复制'}),
    copied: translate({id: 'copyButton.copied', message: '已复制'}),
    failed: failure ?? translate({id: 'copyButton.failed', message: '无法复制，请手动选择'}),
  };
  return (
    <>
      <button type="button" className={className} aria-label={label} onClick={() => void copy()}>
        {labels[state]}
      </button>
      <span role="status" className={styles.announcement}>
        {state !== 'idle' && labels[state]}
      </span>
    </>
  );
}
