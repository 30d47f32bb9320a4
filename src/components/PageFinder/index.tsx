import {useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import type {CatalogPage, CatalogSection} from '../../plugins/docusaurus-home/catalog.ts';
import {findPages} from './findPages.ts';
import styles from './styles.module.css';

export type Props = {
  /** The sections whose pages can be found. */
  readonly sections: readonly CatalogSection[];
};

const MAX_RESULTS = 8;

function Result({page, question}: {readonly page: CatalogPage; readonly question?: string}) {
  return (
    <li className={styles.result}>
      <Link to={page.permalink} className={styles.link}>
        <span className={styles.title}>{page.title}</span>
        {question !== undefined && <span className={styles.question}>{question}</span>}
      </Link>
    </li>
  );
}

/** A field that finds pages by their title, other names and questions while the reader types. */
export default function PageFinder({sections}: Props): ReactNode {
  const [query, setQuery] = useState('');
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const pages = useMemo(() => sections.flatMap((section) => section.pages), [sections]);
  const results = useMemo(() => findPages(pages, query), [pages, query]);
  const shown = results.slice(0, MAX_RESULTS);
  const links = (): HTMLAnchorElement[] => [...(list.current?.querySelectorAll('a') ?? [])];

  const handleFieldKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) {
      return; // Enter and arrows belong to the input method
    }
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      links()[0]?.focus();
    } else if (event.key === 'Escape') {
      setQuery('');
    } else if (event.key === 'Enter') {
      event.preventDefault();
      links()[0]?.click();
    }
  };
  const handleListKey = (event: KeyboardEvent<HTMLUListElement>): void => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const all = links();
      const index = all.indexOf(document.activeElement as HTMLAnchorElement) + step;
      (all[index] ?? document.getElementById(id))?.focus();
    }
  };

  return (
    <div role="search" className={styles.finder}>
      <label htmlFor={id} className={styles.label}>
        <Translate id="pageFinder.label">找一页</Translate>
      </label>
      <input
        id={id}
        type="search"
        className={styles.field}
        autoComplete="off"
        placeholder={translate({
          id: 'pageFinder.placeholder',
          message: '例如：优雅关闭、preStop、主从复制',
        })}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={handleFieldKey}
      />
      <div role="status" className={styles.status}>
        {query.trim() !== '' &&
          (results.length > 0 ? (
            <Translate id="pageFinder.count" values={{count: results.length}}>
              {'找到 {count} 页'}
            </Translate>
          ) : (
            <Translate id="pageFinder.nothing">
              没有找到。换个说法试试，或从下面的分类里找。
            </Translate>
          ))}
      </div>
      {shown.length > 0 && (
        <ul ref={list} className={styles.results} onKeyDown={handleListKey}>
          {shown.map(({page, question}) => (
            <Result key={page.permalink} page={page} question={question} />
          ))}
        </ul>
      )}
    </div>
  );
}
