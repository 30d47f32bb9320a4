import {createContext, useContext} from 'react';
import type {LinkedPage, LinkTarget} from './link.ts';

/** Copies links of the page, with the edition and in the format that the reader has chosen. */
export type CopyLink = {
  /** The page; undefined outside of pages of an edition. */
  readonly page: LinkedPage | undefined;
  /** What is copied for a place on the page. */
  readonly getText: (target: LinkTarget) => string;
  /**
   * Copies the link of a place, and says so on the screen and to screen readers, or how to get at the link if it cannot be copied.
   * @param target a promise if it takes time to find the place
   */
  readonly copy: (target: LinkTarget | Promise<LinkTarget>) => Promise<void>;
};

/** Where no page of an edition is around: plain addresses, and nothing is copied unasked. */
const PLAIN: CopyLink = {
  page: undefined,
  getText: ({id, search = ''}) =>
    window.location.origin + window.location.pathname + search + (id ? `#${id}` : ''),
  copy: async () => {},
};

export const CopyLinkContext = createContext(PLAIN);

/** Copies links of the page around the component; the same object as long as the page is shown. */
export function useCopyLink(): CopyLink {
  return useContext(CopyLinkContext);
}
