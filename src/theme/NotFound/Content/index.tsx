// Replaces the theme's text, which sends readers away: this one offers the pages whose addresses come nearest.
import {useMemo, type ReactNode} from 'react';
import clsx from 'clsx';
import {useLocation} from '@docusaurus/router';
import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {useAllDocsData} from '@docusaurus/plugin-content-docs/client';
import Heading from '@theme/Heading';
import type {Props} from '@theme/NotFound/Content';
import {findNearestAddresses} from './findNearestAddresses.ts';

/** Id by which the page can be told from others before it comes alive. */
export const NOT_FOUND_ID = 'not-found';

const MAX_SUGGESTIONS = 5;

function Suggestions(): ReactNode {
  const {pathname} = useLocation();
  const docs = useAllDocsData();
  const suggestions = useMemo(() => {
    const addresses = Object.values(docs).flatMap(({versions}) =>
      versions.flatMap((version) => version.docs.map(({path}) => path)),
    );
    return findNearestAddresses(pathname, addresses).slice(0, MAX_SUGGESTIONS);
  }, [docs, pathname]);
  if (suggestions.length === 0) {
    return null;
  }
  return (
    <>
      <p>
        <Translate id="notFound.suggestions">地址与它最接近的页面：</Translate>
      </p>
      <ul>
        {suggestions.map((address) => (
          <li key={address}>
            <Link to={address}>{address}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

export default function NotFoundContent({className}: Props): ReactNode {
  const home = useBaseUrl('/');
  const isBrowser = useIsBrowser();
  return (
    <main id={NOT_FOUND_ID} className={clsx('container margin-vert--xl', className)}>
      <Head>
        <html data-scripts="at-once" />
      </Head>
      <Heading as="h1">
        <Translate id="notFound.title">没有这一页</Translate>
      </Heading>
      <p>
        <Translate id="notFound.reason">
          地址可能写错了，或者这一页还没有写。地址一旦发布就不会变，所以请先检查拼写。
        </Translate>
      </p>
      {/* The server does not know which address was asked for: one file answers for all of them. */}
      {isBrowser && <Suggestions />}
      <p>
        <Link to={home}>
          <Translate id="notFound.home">回首页搜索，或从分类里找</Translate>
        </Link>
      </p>
    </main>
  );
}
