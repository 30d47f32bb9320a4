/** A response header and its value. */
export type Header = {readonly name: string; readonly value: string};

/** An address that has moved; all parts are ASCII that needs no escape. */
export type MovedAddress = {
  /** Path below the base path, without query and hash: `/docs/2026/pods/creation`. */
  readonly from: string;
  /** Path below the base path that answers now. */
  readonly to: string;
  /** Id on the page `to`, with its `#`; empty for the page itself. */
  readonly hash: string;
};

/**
 * How the site is served: the one source of the nginx configuration and of `_headers` and `_redirects`. Paths begin with a slash and
 * lie below the base path, so that `/assets/` is the folder `assets` of the build.
 */
export type Hosting = {
  /** Path of the site on its host, with a slash at both ends. */
  readonly basePath: string;
  /** Headers of every answer, errors too. */
  readonly headers: readonly Header[];
  /** Folders whose files never change, since their names hold a hash of what is in them; with a slash at both ends. */
  readonly immutableFolders: readonly string[];
  readonly moved: readonly MovedAddress[];
};

/** The media type of a file, by the extension of its name. What is missing here cannot be served: packing fails. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: 'application/xml; charset=utf-8',
};

/** Extensions of files that are text, and so are worth compressing. */
export const TEXT_EXTENSIONS: ReadonlySet<string> = new Set(
  Object.keys(MEDIA_TYPES).filter((extension) => MEDIA_TYPES[extension]!.includes('charset')),
);

/** Of a file whose name holds a hash of its content: it may be kept for a year, and is never asked for again. */
export const CACHE_FOR_EVER = 'public, max-age=31536000, immutable';

/** Of all others: they may be kept, but every use is checked with the server, which answers 304 if they are as before. */
export const CACHE_CHECKED = 'no-cache';

/** Where the browser may load what from; see `createPolicy`. */
export type PolicySources = {
  /** Of the inline scripts of the pages, as `sha256-…`. */
  readonly scriptHashes: readonly string[];
  /** Origins of the hosted search; none if the site searches its own index. */
  readonly searchOrigins: readonly string[];
};

/**
 * The longest header that is safe to send. Cloudflare Pages refuses a longer line in `_headers`, nginx a parameter above 4,096 bytes,
 * and proxies often give all headers of an answer together 4 to 8 KB.
 */
export const MAX_HEADER_LENGTH = 2000;

/**
 * The Content Security Policy. Scripts are the site's own files and the inline ones that the build wrote, by hash. Inline styles are
 * allowed: tables and diagrams have style attributes, which no hash can name, and a style cannot run a script.
 */
export function createPolicy(
  {scriptHashes, searchOrigins}: PolicySources,
  isHttpsOnly: boolean,
): string {
  const directives: readonly (readonly string[])[] = [
    ['default-src', "'self'"],
    ['script-src', "'self'", ...scriptHashes.map((hash) => `'${hash}'`)],
    ['style-src', "'self'", "'unsafe-inline'"],
    ['img-src', "'self'", 'data:'],
    ['connect-src', "'self'", ...searchOrigins],
    ['font-src', "'self'"],
    ['object-src', "'none'"],
    ['base-uri', "'self'"],
    ['form-action', "'self'"],
    ['frame-ancestors', "'none'"],
    ...(isHttpsOnly ? [['upgrade-insecure-requests']] : []),
  ];
  return directives.map((words) => words.join(' ')).join('; ');
}

/** Features of the browser that no page uses, so that a script which should not be there cannot, either. */
const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'payment',
  'usb',
];

/** A year, in seconds: https://hstspreload.org/ asks for at least this. */
const HSTS_MAX_AGE = 31_536_000;

/**
 * The headers of every answer.
 * @param isHttpsOnly whether browsers are told to use HTTPS only (HSTS) from now on: there is no way back for a year
 */
export function listHeaders(sources: PolicySources, isHttpsOnly: boolean): Header[] {
  return [
    {name: 'Content-Security-Policy', value: createPolicy(sources, isHttpsOnly)},
    {name: 'X-Content-Type-Options', value: 'nosniff'},
    {name: 'Referrer-Policy', value: 'strict-origin-when-cross-origin'},
    {
      name: 'Permissions-Policy',
      value: UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
    },
    ...(isHttpsOnly ? [{name: 'Strict-Transport-Security', value: `max-age=${HSTS_MAX_AGE}`}] : []),
  ];
}
