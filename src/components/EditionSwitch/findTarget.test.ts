import type {ActiveDocContext, GlobalVersion} from '@docusaurus/plugin-content-docs/client';
import {describe, expect, it} from 'vitest';
import {findTarget} from './findTarget.ts';

const createVersion = (name: string, path: string, pages: readonly string[]): GlobalVersion =>
  ({
    name,
    path,
    docs: pages.map((page) => ({id: page, path: `${path}/${page}`})),
  }) as unknown as GlobalVersion;

const CURRENT = createVersion('current', '/kb/docs', ['ingress', 'ingress/gateway-api', 'pods/a']);
const OLDER = createVersion('2022', '/kb/docs/2022', ['ingress', 'pods/a']);
const HOME = '/kb/#edition-2022';

const createContext = (page?: string): ActiveDocContext => {
  const activeDoc = CURRENT.docs.find(({id}) => id === page);
  const twin = OLDER.docs.find(({id}) => id === page);
  return {
    activeVersion: activeDoc && CURRENT,
    activeDoc,
    alternateDocVersions: {
      ...(activeDoc && {current: activeDoc}),
      ...(twin && {'2022': twin}),
    },
  } as ActiveDocContext;
};

describe('findTarget', () => {
  it('finds the same page', () => {
    expect(findTarget(OLDER, createContext('pods/a'), HOME)).toEqual({
      path: '/kb/docs/2022/pods/a',
      isSamePage: true,
    });
  });

  it('finds the index of the section if the page is not there', () => {
    expect(findTarget(OLDER, createContext('ingress/gateway-api'), HOME)).toEqual({
      path: '/kb/docs/2022/ingress',
      isSamePage: false,
    });
  });

  it('finds the part of the home page if the section is not there, and from pages of no edition', () => {
    const empty = createVersion('2022', '/kb/docs/2022', []);
    expect(findTarget(empty, createContext('ingress/gateway-api'), HOME)).toEqual({
      path: HOME,
      isSamePage: false,
    });
    expect(findTarget(OLDER, createContext(), HOME)).toEqual({path: HOME, isSamePage: true});
  });
});
