/** An address on the site, below its base path. */
export type Address = {
  /** Begins with a slash and, but for the home page, does not end with one: `/docs/pods/creation`. */
  readonly path: string;
  /** Id on the page; empty for the page itself. */
  readonly anchor: string;
};

/** @param text `/docs/pods/creation#flow` */
export function parseAddress(text: string): Address {
  const [path = '', ...anchor] = text.split('#');
  return {path, anchor: anchor.join('#')};
}

export function formatAddress({path, anchor}: Address): string {
  return anchor ? `${path}#${anchor}` : path;
}

/** What may stand in an address: ASCII that needs no escape, so that a link looks the same wherever it is pasted. */
export const ADDRESS = /^\/(?:[a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9.-]*)*)?(?:#[\w.-]+)?$/i;
