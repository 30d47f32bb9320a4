// Wraps the theme's component: a diagram is shown in its own size and scrolls inside a box.
import type {ReactNode} from 'react';
import {translate} from '@docusaurus/Translate';
import Mermaid from '@theme-original/Mermaid';
import type {Props} from '@theme/Mermaid';
import ScrollBox from '../../components/ScrollBox/index.tsx';
import styles from './styles.module.css';

export default function ScrollableMermaid(props: Props): ReactNode {
  return (
    <ScrollBox label={translate({id: 'diagram.label', message: '图，可左右滚动'})}>
      <div className={styles.diagram}>
        <Mermaid {...props} />
      </div>
    </ScrollBox>
  );
}
