import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import Translate, {translate} from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import type {CatalogEdition, CatalogSection} from '../../plugins/docusaurus-home/catalog.ts';
import SearchField from '../SearchField/index.tsx';
import {CURRENT_EDITION} from '../../editions.ts';
import styles from './styles.module.css';

export type Props = {
  /** Everything that can be read, by edition, current one first. */
  readonly catalog: readonly CatalogEdition[];
};

/** From how many pages of each section the most asked question is shown. */
const QUESTIONS_PER_SECTION = 2;

/** A part of the page with a heading, an address (`#id`) and a name for screen readers. */
function Part({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={styles.part}>
      <Heading as="h2">
        <span id={`${id}-title`}>{title}</span>
      </Heading>
      {children}
    </section>
  );
}

function Questions({sections}: {readonly sections: readonly CatalogSection[]}): ReactNode {
  return (
    <Part id="questions" title={<Translate id="home.questions">最常被问到</Translate>}>
      <ul className={styles.questions}>
        {sections.flatMap(({pages}) =>
          pages.slice(0, QUESTIONS_PER_SECTION).map(({permalink, questions, title}) => (
            <li key={permalink}>
              <Link to={permalink} className={styles.question}>
                <span>{questions[0]}</span>
                <small className={styles.page}>{title}</small>
              </Link>
            </li>
          )),
        )}
      </ul>
    </Part>
  );
}

function Sections({sections}: {readonly sections: readonly CatalogSection[]}): ReactNode {
  return (
    <Part id="sections" title={<Translate id="home.sections">分类</Translate>}>
      <ul className={styles.sections}>
        {sections.map(({label, description, permalink, pages}) => (
          <li key={permalink} className={styles.section}>
            <Heading as="h3" className={styles.sectionTitle}>
              <Link to={permalink}>{label}</Link>
            </Heading>
            <p className={styles.description}>{description}</p>
            <ul className={styles.pages}>
              {pages.map((page) => (
                <li key={page.permalink}>
                  <Link to={page.permalink}>{page.title}</Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Address on the home page of the part about an edition. */
const getEditionId = (name: string): string =>
  `edition-${name === 'current' ? CURRENT_EDITION : name}`;

function Editions({catalog}: Props): ReactNode {
  const brokenLinks = useBrokenLinks();
  catalog.forEach(({name}) => brokenLinks.collectAnchor(getEditionId(name)));
  return (
    <Part id="editions" title={<Translate id="home.editions">版本</Translate>}>
      <ul className={styles.editions}>
        {catalog.map(({name, label, isCurrent, changes, sections}) => (
          <li key={name} id={getEditionId(name)} className={styles.edition}>
            <Heading as="h3">{label}</Heading>
            <p>
              {isCurrent ? (
                <Translate id="home.edition.current">
                  当前版本。新的主题和修订先写在这里，每页都说明自上一版以来变了什么。
                </Translate>
              ) : (
                <Translate id="home.edition.older">
                  较早的版本，按当时的产品版本核对：集群还停在那时，就读这一版。
                </Translate>
              )}
            </p>
            {changes && (
              <p>
                <Link to={changes}>
                  <Translate id="home.edition.changes">自上一版以来的全部变化</Translate>
                </Link>
              </p>
            )}
            <p className={styles.editionSections}>
              {sections.map((section) => (
                <Link key={section.permalink} to={section.permalink}>
                  {section.label}
                </Link>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** The home page: search, the most asked questions, the sections with what each answers, the editions. */
export default function Home({catalog}: Props): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const sections = catalog.find(({isCurrent}) => isCurrent)?.sections ?? [];
  return (
    <Layout
      description={translate({
        id: 'home.description',
        message:
          '云原生系统的中文知识库：Kubernetes、容器运行时、网络、MySQL、Redis。每页先给短答案，再讲过程，事实逐条核对并注明来源与版本。',
      })}
    >
      <header className={styles.hero}>
        <div className="container">
          <Heading as="h1">{siteConfig.title}</Heading>
          <p className={styles.tagline}>{siteConfig.tagline}</p>
          <SearchField />
        </div>
      </header>
      <main className="container margin-vert--lg">
        <Questions sections={sections} />
        <Sections sections={sections} />
        <Editions catalog={catalog} />
      </main>
    </Layout>
  );
}
