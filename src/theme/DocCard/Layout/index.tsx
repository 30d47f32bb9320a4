// Replaces the theme's card, which puts an emoji before the title and cuts both texts off after one line: the description
// is the page's short answer, and is to be read here.
import {useContext, type ReactNode} from 'react';
import clsx from 'clsx';
import Link from '@docusaurus/Link';
import {ThemeClassNames} from '@docusaurus/theme-common';
import Heading from '@theme/Heading';
import type {Props} from '@theme/DocCard/Layout';
import {Descriptions} from './descriptions.ts';
import styles from './styles.module.css';

export default function DocCardLayout({item, className, href, title, ...props}: Props): ReactNode {
  const descriptions = useContext(Descriptions);
  const description =
    props.description ?? (item.type === 'link' ? descriptions[item.docId ?? ''] : undefined);
  return (
    <Link
      href={href}
      className={clsx(
        'card padding--md',
        ThemeClassNames.docs.docCard.container,
        styles.card,
        className,
      )}
    >
      <Heading as="h2" className={styles.title}>
        {title}
      </Heading>
      {description !== undefined && <p className={styles.description}>{description}</p>}
    </Link>
  );
}
