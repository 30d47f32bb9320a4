// Replaces the theme's component: a fenced code block comes highlighted from the build (plugin docusaurus-prism), so that
// only the frame and the copy button are left to do.
import {useEffect, useRef, useState, type ComponentProps, type ReactNode} from 'react';
import clsx from 'clsx';
import {translate} from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import styles from './styles.module.css';

export type Props = ComponentProps<'pre'> & {
  /** Language of the code, as the fence names it. */
  readonly 'data-language'?: string;
  /** The fence's `title="…"`. */
  readonly 'data-title'?: string;
};

type CopyState = 'idle' | 'copied' | 'failed';

/** For how long the button tells how copying went, in milliseconds. */
const MESSAGE_DURATION = 2000;

function CopyButton({getText}: {readonly getText: () => string}): ReactNode {
  const [state, setState] = useState<CopyState>('idle');
  useEffect(() => {
    if (state === 'idle') {
      return undefined;
    }
    const timer = setTimeout(() => setState('idle'), MESSAGE_DURATION);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(getText());
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  const labels: Record<CopyState, string> = {
    idle: translate({id: 'codeBlock.copy', message: '复制'}),
    copied: translate({id: 'codeBlock.copied', message: '已复制'}),
    failed: translate({id: 'codeBlock.copyFailed', message: '无法复制，请手动选择'}),
  };
  return (
    <>
      <button
        type="button"
        className={styles.copyButton}
        aria-label={translate({id: 'codeBlock.copyLabel', message: '复制代码'})}
        onClick={() => void copy()}
      >
        {labels[state]}
      </button>
      <span role="status" className={styles.announcement}>
        {state !== 'idle' && labels[state]}
      </span>
    </>
  );
}

export default function MDXPre({className, ...props}: Props): ReactNode {
  const pre = useRef<HTMLPreElement>(null);
  const isBrowser = useIsBrowser();
  const title = props['data-title'];
  return (
    <figure className={styles.block}>
      {title !== undefined && <figcaption className={styles.title}>{title}</figcaption>}
      <div className={styles.frame}>
        {/* A long line scrolls inside its block; the keyboard needs a way to get there. */}
        <pre ref={pre} tabIndex={0} className={clsx(className, styles.pre)} {...props} />
        {isBrowser && <CopyButton getText={() => pre.current?.textContent ?? ''} />}
      </div>
    </figure>
  );
}
