import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import Heading from '@theme/Heading';
import type {PageFrontMatter} from '../../frontMatter.ts';
import styles from './styles.module.css';

export type Props = {
  /** The page's sources, in the order of the front matter. */
  readonly sources: PageFrontMatter['sources'];
  /** When the page was checked, and against what. */
  readonly checked: PageFrontMatter['checked'];
};

/** The end of every page: where its facts come from, and when they were checked against which version. */
export default function PageSources({sources, checked}: Props): ReactNode {
  useBrokenLinks().collectAnchor('sources');
  return (
    <footer className={styles.sources}>
      <Heading as="h2" id="sources">
        {translate({id: 'pageSources.title', message: '来源'})}
      </Heading>
      <ol className={styles.list}>
        {sources.map(({title, url}) => (
          <li key={url}>
            <Link href={url}>{title}</Link>{' '}
            <span className={styles.host}>{new URL(url).hostname}</span>
          </li>
        ))}
      </ol>
      <p className={styles.checked}>
        <Translate
          id="pageSources.checked"
          values={{
            date: <time dateTime={checked.date}>{checked.date}</time>,
            against: checked.against,
          }}
        >
          {'本页于 {date} 核对，依据 {against}。'}
        </Translate>
      </p>
    </footer>
  );
}
