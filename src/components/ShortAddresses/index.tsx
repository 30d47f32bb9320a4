import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import type {ShortAddressSection} from '../../plugins/docusaurus-short-addresses/listShortAddresses.ts';
import styles from './styles.module.css';

export type Props = {
  /** By section of the sidebar; the plugin docusaurus-short-addresses makes it. */
  readonly addresses: readonly ShortAddressSection[];
};

/** The page `/go`: every short address with the page that it leads to. */
export default function ShortAddresses({addresses: sections}: Props): ReactNode {
  const {withBaseUrl} = useBaseUrlUtils();
  const title = translate({id: 'shortAddresses.title', message: '短地址'});
  return (
    <Layout
      title={title}
      description={translate({
        id: 'shortAddresses.description',
        message: '常被转发的页面有短地址，它总是指向当前版。',
      })}
    >
      <main className={styles.page}>
        <Heading as="h1">{title}</Heading>
        <p>
          <Translate id="shortAddresses.intro">
            常被转发的页面有短地址，念得出来，也打得出来。它总是指向当前版；要固定在某一版，请复制那一页的链接。
          </Translate>
        </p>
        {sections.map(({label, addresses}) => (
          <section key={label}>
            <Heading as="h2" className={styles.section}>
              {label}
            </Heading>
            <ul className={styles.addresses}>
              {addresses.map(({name, title: pageTitle, permalink}) => (
                <li key={name}>
                  <a href={withBaseUrl(`/go/${name}`)}>
                    <code>{`/go/${name}`}</code>
                  </a>
                  <Link to={permalink}>{pageTitle}</Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </main>
    </Layout>
  );
}
