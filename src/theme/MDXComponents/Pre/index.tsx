// Replaces the theme's component: a fenced code block comes highlighted from the build (plugin docusaurus-prism), so that
// only the frame and the copy button are left to do.
import {useRef, type ComponentProps, type ReactNode} from 'react';
import clsx from 'clsx';
import {translate} from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import CopyButton from '../../../components/CopyButton/index.tsx';
import styles from './styles.module.css';

export type Props = ComponentProps<'pre'> & {
  /** Language of the code, as the fence names it. */
  readonly 'data-language'?: string;
  /** The fence's `title="…"`. */
  readonly 'data-title'?: string;
};

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
        {isBrowser && (
          <CopyButton
            className={styles.copyButton}
            label={translate({id: 'codeBlock.copyLabel', message: '复制代码'})}
            getText={() => pre.current?.textContent ?? ''}
          />
        )}
      </div>
    </figure>
  );
}
