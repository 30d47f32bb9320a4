import type {ReactNode} from 'react';
import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {toShortLabel} from '../../plugins/docusaurus-edition-diff/address.ts';
import type {
  BlockDiff,
  PageDiff,
  PageLink,
  SectionDiff,
} from '../../plugins/docusaurus-edition-diff/model.ts';
import Blocks, {type ShownPart} from './Blocks.tsx';
import Runs, {getEditLabel} from './Runs.tsx';
import styles from './styles.module.css';

export type Props = {
  /** What changed on a page. */
  readonly diff: PageDiff;
};

/** Address of the short answer, which has no heading on its page. A heading cannot have this id: it would start with a letter. */
const SHORT_ANSWER_ID = '_short-answer';

const toId = ({id}: SectionDiff): string => id || SHORT_ANSWER_ID;

const isChanged = ({status}: SectionDiff): boolean => status !== 'same' && status !== 'heading';

function getStatusLabel(status: SectionDiff['status']): string {
  return status === 'added' || status === 'removed'
    ? getEditLabel(status)
    : translate({id: 'editionDiff.changed', message: '改动'});
}

function Title({section: {id, title, status}}: {readonly section: SectionDiff}): ReactNode {
  return id === '' ? (
    <Translate id="editionDiff.shortAnswer">短答案</Translate>
  ) : (
    <Runs runs={title} edit={status === 'added' || status === 'removed' ? status : undefined} />
  );
}

/** Plain text of a section's title, in the newer edition if it is there. */
function getTitle({id, title, status}: SectionDiff): string {
  return id === ''
    ? translate({id: 'editionDiff.shortAnswer', message: '短答案'})
    : title
        .filter(({edit}) => edit !== 'removed' || status === 'removed')
        .map(({text}) => text)
        .join('');
}

/** 「3 节新增，1 节删去，5 节有改动」, without what there is none of. */
function Counts({sections}: {readonly sections: readonly SectionDiff[]}): ReactNode {
  const count = (status: SectionDiff['status']): number =>
    sections.filter((section) => section.status === status).length;
  const parts = [
    {
      count: count('added'),
      text: translate(
        {id: 'editionDiff.count.added', message: '{count} 节新增'},
        {count: count('added')},
      ),
    },
    {
      count: count('removed'),
      text: translate(
        {id: 'editionDiff.count.removed', message: '{count} 节删去'},
        {count: count('removed')},
      ),
    },
    {
      count: count('changed'),
      text: translate(
        {id: 'editionDiff.count.changed', message: '{count} 节有改动'},
        {count: count('changed')},
      ),
    },
  ].filter((part) => part.count > 0);
  return (
    <p>
      <strong>
        {parts.length > 0
          ? parts.map(({text}) => text).join(translate({id: 'editionDiff.comma', message: '，'}))
          : translate({id: 'editionDiff.count.none', message: '两版说的一样'})}
      </strong>
    </p>
  );
}

/** The two pages, and what each was checked against. */
function Editions({diff: {older, newer}}: Props): ReactNode {
  return (
    <dl className={styles.editions}>
      {[older, newer].map(({edition, permalink, against}) => (
        <div key={permalink}>
          <dt>
            <Link to={permalink}>{edition}</Link>
          </dt>
          <dd>
            <Translate id="editionDiff.against" values={{against}}>
              {'依据 {against}'}
            </Translate>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Legend(): ReactNode {
  return (
    <p className={styles.legend}>
      <Translate
        id="editionDiff.legend"
        values={{
          added: (
            <ins>
              <Translate id="editionDiff.legend.added">新增的文字</Translate>
            </ins>
          ),
          removed: (
            <del>
              <Translate id="editionDiff.legend.removed">删去的文字</Translate>
            </del>
          ),
        }}
      >
        {
          '标记：{added}，{removed}。整段、整行新增或删去的，前面写明。格式和链接地址的不同不算改动。'
        }
      </Translate>
    </p>
  );
}

/** A section in an edition. */
function EditionLink({
  page: {edition, permalink},
  section,
}: {
  readonly page: PageLink;
  readonly section: SectionDiff;
}): ReactNode {
  const label = toShortLabel(edition);
  return (
    <Link
      to={section.id ? `${permalink}#${section.id}` : permalink}
      aria-label={translate(
        {id: 'editionDiff.sectionLink', message: '{edition}：{title}'},
        {edition: label, title: getTitle(section)},
      )}
    >
      {label}
    </Link>
  );
}

function toPart(diff: BlockDiff, isWhole: boolean): ShownPart | number {
  if (diff.status === 'same') {
    return diff.count;
  }
  return diff.status === 'changed' || isWhole
    ? {block: diff.block}
    : {block: diff.block, edit: diff.status};
}

/** The blocks of a section; where some stayed the same, a line says how many. */
function Body({section: {blocks, status}}: {readonly section: SectionDiff}): ReactNode {
  const isWhole = status === 'added' || status === 'removed';
  const groups = blocks
    .map((diff) => toPart(diff, isWhole))
    .reduce<(number | ShownPart[])[]>((all, part) => {
      const last = all.at(-1);
      if (typeof part === 'number') {
        all.push(part);
      } else if (Array.isArray(last)) {
        last.push(part);
      } else {
        all.push([part]);
      }
      return all;
    }, []);
  const content = groups.map((group, index) =>
    typeof group === 'number' ? (
      <p key={index} className={styles.fold}>
        <Translate id="editionDiff.sameBlocks" values={{count: group}}>
          {'{count} 段没有改动'}
        </Translate>
      </p>
    ) : (
      <Blocks key={index} parts={group} />
    ),
  );
  if (!isWhole) {
    return content;
  }
  const Whole = status === 'added' ? 'ins' : 'del';
  return <Whole className={styles.whole}>{content}</Whole>;
}

function Section({
  section,
  diff: {older, newer},
}: Props & {readonly section: SectionDiff}): ReactNode {
  const {level, status} = section;
  return (
    <section className={styles.section} data-status={status}>
      <Heading as={level > 2 ? 'h3' : 'h2'} id={toId(section)}>
        <Title section={section} />
      </Heading>
      {status !== 'heading' && (
        <p className={styles.sectionLinks}>
          <span className={styles.label} data-status={status}>
            {getStatusLabel(status)}
          </span>
          {status !== 'added' && <EditionLink page={older} section={section} />}
          {status !== 'removed' && <EditionLink page={newer} section={section} />}
        </p>
      )}
      <Body section={section} />
    </section>
  );
}

/** Headings above what changed are kept, so that it stands where it stands on the page. */
function listShown(sections: readonly SectionDiff[]): SectionDiff[] {
  return sections.filter((section, index) => {
    if (section.status !== 'heading') {
      return isChanged(section);
    }
    const rest = sections.slice(index + 1);
    const end = rest.findIndex(({level}) => level <= section.level);
    return (end < 0 ? rest : rest.slice(0, end)).some(isChanged);
  });
}

function Unchanged({
  sections,
  permalink,
}: {
  readonly sections: readonly SectionDiff[];
  readonly permalink: string;
}): ReactNode {
  const {collectAnchor} = useBrokenLinks();
  sections.forEach((section) => collectAnchor(toId(section)));
  return (
    sections.length > 0 && (
      <section>
        <Heading as="h2" id="_unchanged">
          <Translate id="editionDiff.unchanged">没有改动的节</Translate>
        </Heading>
        <ul className={styles.list}>
          {sections.map((section) => (
            <li key={section.id} id={toId(section)} className={styles.anchor}>
              <Link to={section.id ? `${permalink}#${section.id}` : permalink}>
                <Title section={section} />
              </Link>
            </li>
          ))}
        </ul>
      </section>
    )
  );
}

/**
 * What changed on a page from an older edition to the current one: section by section, with the words that were added and removed.
 * It is complete on the server; nothing in it needs a script.
 */
export default function EditionDiff({diff}: Props): ReactNode {
  const {title, older, newer, sections, overview} = diff;
  const names = {title, edition: toShortLabel(older.edition)};
  const shown = listShown(sections);
  return (
    <Layout
      title={translate({id: 'editionDiff.title', message: '{title}：与 {edition}对比'}, names)}
      description={translate(
        {
          id: 'editionDiff.description',
          message: '「{title}」自 {edition}以来改了什么，逐节逐词对比。',
        },
        names,
      )}
    >
      <Head>
        {/* It repeats two pages that are indexed. */}
        <meta name="robots" content="noindex" />
      </Head>
      <main className="container margin-vert--lg">
        <article className={`markdown ${styles.diff}`}>
          <header>
            <Heading as="h1">
              <Translate id="editionDiff.title" values={names}>
                {'{title}：与 {edition}对比'}
              </Translate>
            </Heading>
            <Editions diff={diff} />
            <Counts sections={sections} />
            <p id="changes" className={styles.anchor}>
              <Translate
                id="editionDiff.changes"
                values={{
                  changes: (
                    <Link to={`${newer.permalink}#changes`}>
                      <Translate id="editionDiff.changes.link">版本变化</Translate>
                    </Link>
                  ),
                  overview: (
                    <Link to={overview}>
                      <Translate id="editionDiff.overview.link" values={names}>
                        {'自 {edition}以来的全部变化'}
                      </Translate>
                    </Link>
                  ),
                }}
              >
                {'为什么改、哪个版本改的，见这一页的「{changes}」；其他页的，见「{overview}」。'}
              </Translate>
            </p>
            <Legend />
          </header>
          <nav
            aria-label={translate({id: 'editionDiff.contents', message: '有改动的节'})}
            className={styles.contents}
          >
            <ul className={styles.list}>
              {shown.filter(isChanged).map((section) => (
                <li key={section.id}>
                  <a href={`#${toId(section)}`}>{getTitle(section)}</a>{' '}
                  <span className={styles.label} data-status={section.status}>
                    {getStatusLabel(section.status)}
                  </span>
                </li>
              ))}
            </ul>
          </nav>
          {shown.map((section) => (
            <Section key={section.id} section={section} diff={diff} />
          ))}
          <Unchanged
            sections={sections.filter(({status}) => status === 'same')}
            permalink={newer.permalink}
          />
        </article>
      </main>
    </Layout>
  );
}
