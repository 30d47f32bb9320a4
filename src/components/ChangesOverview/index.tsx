import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {toShortLabel} from '../../plugins/docusaurus-edition-diff/address.ts';
import type {ChangesOverview as Overview} from '../../plugins/docusaurus-edition-diff/model.ts';
import Blocks from '../EditionDiff/Blocks.tsx';
import diffStyles from '../EditionDiff/styles.module.css';
import styles from './styles.module.css';

export type Props = {
  /** What all pages say about changes. */
  readonly overview: Overview;
};

type Page = Overview['sections'][number]['pages'][number];

/** The last parts of an address, as the id of what stands for it: `pods/creation`. */
const toId = (permalink: string, parts: number): string =>
  permalink.split('/').slice(-parts).join('/');

function PageChanges({
  page: {title, permalink, diff, changes},
  older,
}: {
  readonly page: Page;
  readonly older: string;
}): ReactNode {
  return (
    <section className={styles.page}>
      <Heading as="h3" id={toId(permalink, 2)}>
        {title}
      </Heading>
      <p className={styles.links}>
        <Link
          to={`${permalink}#changes`}
          aria-label={translate({id: 'changes.page', message: '看这一页：{title}'}, {title})}
        >
          <Translate id="changes.page.visible">看这一页</Translate>
        </Link>
        {diff ? (
          <Link
            to={diff}
            aria-label={translate(
              {id: 'changes.diff', message: '与 {older}对比：{title}'},
              {older, title},
            )}
          >
            <Translate id="changes.diff.visible" values={{older}}>
              {'与 {older}对比'}
            </Translate>
          </Link>
        ) : (
          <span>
            <Translate id="changes.new" values={{older}}>
              {'{older}里没有这一页'}
            </Translate>
          </span>
        )}
      </p>
      <Blocks parts={changes.map((block) => ({block}))} />
    </section>
  );
}

/** All changes since an older edition that the pages name, by section and page. It is complete on the server. */
export default function ChangesOverview({overview: {older, newer, sections}}: Props): ReactNode {
  const names = {older: toShortLabel(older), newer: toShortLabel(newer)};
  return (
    <Layout
      title={translate({id: 'changes.title', message: '自 {older}以来的变化'}, names)}
      description={translate(
        {
          id: 'changes.description',
          message: '从 {older}到 {newer}，每一页的主题改了什么、是哪个版本改的，按分类列出。',
        },
        names,
      )}
    >
      <main className="container margin-vert--lg">
        <article className={`markdown ${diffStyles.diff}`}>
          <header>
            <Heading as="h1">
              <Translate id="changes.title" values={names}>
                {'自 {older}以来的变化'}
              </Translate>
            </Heading>
            <p>
              <Translate id="changes.intro" values={{older, newer}}>
                {'从 {older}到 {newer}，各页的「版本变化」都列在这里。'}
              </Translate>
            </p>
          </header>
          <nav
            aria-label={translate({id: 'changes.contents', message: '分类'})}
            className={styles.contents}
          >
            <ul>
              {sections.map(({label, permalink}) => (
                <li key={permalink}>
                  <a href={`#${toId(permalink, 1)}`}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
          {sections.map(({label, permalink, pages}) => (
            <section key={permalink}>
              <Heading as="h2" id={toId(permalink, 1)}>
                {label}
              </Heading>
              {pages.map((page) => (
                <PageChanges key={page.permalink} page={page} older={names.older} />
              ))}
            </section>
          ))}
        </article>
      </main>
    </Layout>
  );
}
