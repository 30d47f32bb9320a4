import type {ReactNode} from 'react';
import Head from '@docusaurus/Head';
import Translate, {translate} from '@docusaurus/Translate';
import CopyButton from '../CopyButton/index.tsx';
import {fetchMarkdown} from './fetchMarkdown.ts';
import styles from './styles.module.css';

export type Props = {
  /** Path of the page, with the base URL; the page in Markdown lies there with `.md` behind it. */
  readonly permalink: string;
};

/** Copies the page as Markdown, or opens it; names it in the page's head, too, where programs look for it. */
export default function CopyMarkdown({permalink}: Props): ReactNode {
  const address = `${permalink}.md`;
  return (
    <div className={styles.tools}>
      <Head>
        <link rel="alternate" type="text/markdown" href={address} />
      </Head>
      <CopyButton
        className={styles.button}
        label={translate({
          id: 'copyMarkdown.label',
          message: '复制为 Markdown（整页）',
        })}
        failure={translate({
          id: 'copyMarkdown.failed',
          message: '没有复制成功：检查网络后再试，或打开「查看 Markdown」自己复制',
        })}
        getText={() => fetchMarkdown(address)}
      >
        {translate({id: 'copyMarkdown.copy', message: '复制为 Markdown'})}
      </CopyButton>
      {/* No <Link>: it would ask the router, which knows pages only. */}
      <a className={styles.link} href={address} type="text/markdown">
        <Translate id="copyMarkdown.view">查看 Markdown</Translate>
      </a>
    </div>
  );
}
