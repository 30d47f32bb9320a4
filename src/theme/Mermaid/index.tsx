// Wraps the theme's component: a diagram is shown in its own size and scrolls inside its box, by keyboard too.
import type {ReactNode} from 'react';
import {translate} from '@docusaurus/Translate';
import Mermaid from '@theme-original/Mermaid';
import type {Props} from '@theme/Mermaid';
import styles from './styles.module.css';

export default function ScrollableMermaid(props: Props): ReactNode {
  return (
    <div
      className={styles.box}
      role="group"
      aria-label={translate({id: 'diagram.label', message: '图，可左右滚动'})}
      tabIndex={0}
    >
      <Mermaid {...props} />
    </div>
  );
}
