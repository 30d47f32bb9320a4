/** The edition that a link leads to: whichever is the current one when somebody opens it, or for ever the same one. */
export const EDITIONS = ['current', 'pinned'] as const;
export type LinkEdition = (typeof EDITIONS)[number];

/** What is copied: the bare address, `标题 – 网址`, or a link in Markdown. */
export const FORMATS = ['url', 'titled', 'markdown'] as const;
export type LinkFormat = (typeof FORMATS)[number];

/** What links of a page are made of. */
export type LinkedPage = {
  readonly title: string;
  /** Path of the page in the current edition; missing if the page is in an older edition only. */
  readonly current: string | undefined;
  /** Path that stays with the edition that the page is in. */
  readonly pinned: string;
  /** Tag of the edition that the page is in, e.g. `2022`. */
  readonly edition: string;
  /** Whether that is an older edition, so that a link to the current one leads to another text. */
  readonly isOlder: boolean;
};

/** A place on a page. */
export type LinkTarget = {
  /** What the place is called, behind the title of the page; missing for the page itself. */
  readonly name?: string | undefined;
  /** Id of the element, without `#`. */
  readonly id?: string | undefined;
  /** Query with its `?`, such as the view of a table. */
  readonly search?: string | undefined;
  /** Text on the page as a text directive, `text=…`, percent-encoded. */
  readonly directive?: string | undefined;
};

/** Where a page is, as Docusaurus knows it. All paths are those of the site, with its base URL and without a slash at the end. */
export type PageLocation = {
  readonly title: string;
  readonly path: string;
  /** Path that the addresses of all editions begin with: `/docs`. */
  readonly docsPath: string;
  /** Name of the version, `current` or one of `versions.json`, and whether it is the current edition. */
  readonly version: string;
  readonly isCurrent: boolean;
  /** Path of the same page in the current edition, if it is there. */
  readonly currentPath: string | undefined;
  /** Tag of the current edition. */
  readonly currentEdition: string;
};

/** Finds both addresses of a page. The pinned ones of the current edition are redirects, so that they still work when it is frozen. */
export function toLinkedPage({
  title,
  path,
  docsPath,
  version,
  isCurrent,
  currentPath,
  currentEdition,
}: PageLocation): LinkedPage {
  return isCurrent
    ? {
        title,
        current: path,
        pinned: `${docsPath}/${currentEdition}${path.slice(docsPath.length)}`,
        edition: currentEdition,
        isOlder: false,
      }
    : {title, current: currentPath, pinned: path, edition: version, isOlder: true};
}

/** The editions that a link of a page can lead to. */
export function listEditions({current}: LinkedPage): readonly LinkEdition[] {
  return EDITIONS.filter((edition) => edition === 'pinned' || current !== undefined);
}

/**
 * The address of a place.
 * @param origin of the site, without a slash at its end
 * @param edition where the page is not in the current edition, its own one
 */
export function toAddress(
  origin: string,
  page: LinkedPage,
  {id, search = '', directive}: LinkTarget,
  edition: LinkEdition,
): string {
  const path = (edition === 'current' ? page.current : undefined) ?? page.pinned;
  const hash = (id ?? '') + (directive === undefined ? '' : `:~:${directive}`);
  return `${origin}${path}${search}${hash && `#${hash}`}`;
}

/** Title of a link to a place: `页面标题：行名`. */
export function toTitle({title}: LinkedPage, {name}: LinkTarget): string {
  return name === undefined ? title : `${title}：${name}`;
}

/** Writes a link as the reader wants it. */
export function formatLink(title: string, address: string, format: LinkFormat): string {
  switch (format) {
    case 'url':
      return address;
    case 'titled':
      return `${title} – ${address}`;
    case 'markdown':
      // What would end the text, or be markup in it, and what would end the address.
      return `[${title.replace(/[\\`*_[\]<>~]/g, '\\$&')}](${address.replace(
        /[()]/g,
        (parenthesis) => (parenthesis === '(' ? '%28' : '%29'),
      )})`;
  }
}

/** A passage as https://wicg.github.io/scroll-to-text-fragment/ describes it. */
export type TextFragment = {
  readonly textStart: string;
  /** End of a passage whose middle is left out. */
  readonly textEnd?: string | undefined;
  /** What stands before and after the passage, where it is not the only one of its wording. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
};

/** Percent-encodes a term; hyphens and commas would else be read as syntax, and half a character has no code. */
function encodeTerm(term: string): string {
  return encodeURIComponent(term.replace(/\p{Surrogate}/gu, '')).replaceAll('-', '%2D');
}

/** Writes a passage as a text directive in pure ASCII: `text=prefix-,start,end,-suffix`. */
export function toDirective({textStart, textEnd, prefix, suffix}: TextFragment): string {
  const terms = [
    prefix && `${encodeTerm(prefix)}-`,
    encodeTerm(textStart),
    textEnd && encodeTerm(textEnd),
    suffix && `-${encodeTerm(suffix)}`,
  ];
  return `text=${terms.filter(Boolean).join(',')}`;
}
