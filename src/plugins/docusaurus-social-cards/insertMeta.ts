/** What the tags of a page say about its card. */
export type CardMeta = {
  /** Full address of the image. */
  readonly image: string;
  readonly width: number;
  readonly height: number;
  /** The image in words. */
  readonly alt: string;
  readonly type: 'article' | 'website';
  /** Describes a page that does not describe itself, such as the search. */
  readonly fallbackDescription: string;
};

function quote(value: string): string {
  return `"${value.replaceAll('"', '&quot;')}"`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Value of a meta tag of a built page, escaped as it stands there. The minifier leaves out quotes that are not needed. */
export function readMetaValue(html: string, property: string): string | undefined {
  const head = html.slice(0, html.indexOf('</head>'));
  const tag = new RegExp(
    `<meta\\b[^>]*\\b(?:property|name)=["']?${property}["']?\\s+content=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`,
  ).exec(head);
  return tag?.[1] ?? tag?.[2] ?? tag?.[3];
}

/** Whether a page is one that readers see, and so may pass on; redirects are not. */
export function hasTitle(html: string): boolean {
  return readMetaValue(html, 'og:title') !== undefined;
}

/**
 * Adds what Open Graph and Twitter want to know about a page and Docusaurus does not say: what it is, and its card. Title and
 * description are the ones that the page has.
 * @param html the page as Docusaurus built it
 * @throws {Error} if there is no title, or if there is an image already, since a page must have one of each
 */
export function insertMeta(html: string, meta: CardMeta): string {
  const title = readMetaValue(html, 'og:title');
  if (title === undefined || !html.includes('</title>')) {
    throw new Error(
      'A page has no title or no og:title. Look at what Docusaurus writes into <head> now.',
    );
  }
  if (readMetaValue(html, 'og:image') !== undefined) {
    throw new Error(
      'A page has an og:image already. Remove "image" from its front matter and from themeConfig: each page gets a card.',
    );
  }
  const described = readMetaValue(html, 'og:description');
  const description = described ?? escape(meta.fallbackDescription);
  const alt = escape(meta.alt);
  const tags = [
    ['property', 'og:type', meta.type],
    ...(described === undefined ? [['property', 'og:description', description]] : []),
    ['property', 'og:image', meta.image],
    ['property', 'og:image:width', String(meta.width)],
    ['property', 'og:image:height', String(meta.height)],
    ['property', 'og:image:alt', alt],
    ['name', 'twitter:title', title],
    ['name', 'twitter:description', description],
    ['name', 'twitter:image', meta.image],
    ['name', 'twitter:image:alt', alt],
  ].map(([kind, name, content]) => `<meta ${kind}="${name}" content=${quote(content!)}>`);
  return html.replace('</title>', (end) => end + tags.join(''));
}
