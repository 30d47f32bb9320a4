import {CACHE_CHECKED, CACHE_FOR_EVER, MEDIA_TYPES, type Hosting} from './description.ts';

/** Where Debian's libnginx-mod-http-brotli-static puts the module. */
export const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/**
 * One part of a path. It begins with a letter or a digit: `..`, hidden files, `_headers` and `_redirects` are no addresses, and neither
 * is anything that holds an escaped, a control or a non-ASCII character.
 */
export const PATH_SEGMENT = '[A-Za-z0-9][A-Za-z0-9._~-]*';

const WRITTEN_BY = '# Written by `npm run pack`; changes are lost.\n';

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A parameter in quotes; what would end it or be a variable cannot be written, so it must not be in there. */
function quote(text: string): string {
  if (/["$\\\r\n]/.test(text)) {
    throw new Error(`${JSON.stringify(text)} cannot be written into a configuration of nginx.`);
  }
  return `"${text}"`;
}
const map = (from: string, to: string, lines: readonly string[]): string =>
  `map ${from} ${to} {\n${lines.map((line) => `  ${line};\n`).join('')}}\n`;

/**
 * The maps: which file answers an address. Every one of them begins with a path that is known to be well-formed (`$site_path`), so
 * that no file system path and no header is ever made of anything else.
 */
function renderMaps({basePath, immutableFolders, moved}: Hosting): string {
  const base = escapePattern(basePath.slice(0, -1));
  const address = `(/(?:${PATH_SEGMENT}(?:/${PATH_SEGMENT})*/?)?)`;
  const folders = immutableFolders.map((folder) => escapePattern(folder)).join('|');
  return [
    '# The path below the base path; empty if no address of this site can look like that.',
    map('$uri', '$site_path', [
      'default ""',
      // The error page is no page of its own.
      `"~^${base}/404(?:\\.html)?/?\\z" ""`,
      `"~^${base}${address}\\z" $1`,
    ]),
    '# The same as links write it: without .html, index, or a slash at its end.',
    map('$site_path', '$site_address', [
      'default ""',
      '"~^/(?:index(?:\\.html)?/?)?\\z" /',
      '"~^(/.+?)/index(?:\\.html)?/?\\z" $1',
      '"~^(/.+?)(?:\\.html)?/?\\z" $1',
    ]),
    '# The file of the page, if it is asked for in another way than links do.',
    map('$site_path', '$site_other_name', [
      'default ""',
      '"~^/index(?:\\.html)?/?\\z" /index.html',
      '"~^(/.+?)/index(?:\\.html)?/?\\z" $1.html',
      '"~^(/.+?)(?:\\.html/?|/)\\z" $1.html',
    ]),
    '# The file of the page.',
    map('$site_path', '$site_page', [
      'default ""',
      '/ /index.html',
      // A name that ends in .html was redirected already, if there is such a page.
      '"~\\.html\\z" ""',
      '"~^(/.+[^/])\\z" $1.html',
    ]),
    '# A file that has its extension in its address. The compressed twins are sent in place of files, never by themselves.',
    map('$site_path', '$site_file', [
      'default ""',
      '"~\\.(?:br|gz|html)\\z" ""',
      '"~^(/.+[^/])\\z" $1',
    ]),
    '# Whether Markdown is asked for: not if it is refused (q=0), nor if HTML is as good as wanted and Markdown is not.',
    map('$http_accept', '$site_markdown', [
      'default ""',
      '"~*(?:^|,)\\s*text/markdown\\s*(?:;[^,;]*)*;\\s*q\\s*=\\s*0(?:\\.0*)?\\s*(?:[,;]|\\z)" ""',
      '"~*^(?=.*text/markdown\\s*;[^,]*q\\s*=\\s*0\\.)(?=.*text/html\\s*(?:,|\\z|;\\s*q\\s*=\\s*1))" ""',
      '"~*(?:^|,)\\s*text/markdown\\s*(?:[,;]|\\z)" .md',
    ]),
    '# The page in Markdown, if that is asked for.',
    map('$site_markdown$site_path', '$site_twin', ['default ""', '"~^\\.md(/.+[^/])\\z" $1.md']),
    '# Addresses that have moved, and the ids that they lead to.',
    map('$site_address', '$site_moved', [
      'default ""',
      ...moved.map(({from, to}) => `${quote(from)} ${quote(basePath + to.slice(1))}`),
    ]),
    map('$site_address', '$site_moved_hash', [
      'default ""',
      ...moved
        .filter(({hash}) => hash !== '')
        .map(({from, hash}) => `${quote(from)} ${quote(hash)}`),
    ]),
    '# What depends on the file that answers: by then, $uri is its path.',
    map('$uri', '$site_file_cache', [
      `default ${quote(CACHE_CHECKED)}`,
      ...(folders ? [`"~^(?:${folders})" ${quote(CACHE_FOR_EVER)}`] : []),
    ]),
    map('$status', '$site_cache', [
      `default ${quote(CACHE_CHECKED)}`,
      ...['200', '206', '304'].map((status) => `${status} $site_file_cache`),
    ]),
    map('$uri', '$site_vary', ['default ""', '"~\\.(?:html|md)\\z" Accept']),
    map('$status', '$site_allow', ['default ""', '405 "GET, HEAD"']),
  ].join('\n');
}

function renderServer({basePath, headers}: Hosting, hasBrotli: boolean): string {
  const types = Object.entries(MEDIA_TYPES)
    .map(([extension, type]) => `  ${quote(type)} ${extension};\n`)
    .join('');
  const all = [
    ...headers.map(({name, value}) => `${name} ${quote(value)}`),
    'Cache-Control $site_cache',
    'Vary $site_vary',
    'Allow $site_allow',
  ];
  return `types {
${types}}
default_type application/octet-stream;

# An address has one spelling, and a redirect never names a host.
merge_slashes off;
absolute_redirect off;
autoindex off;

etag on;
gzip_static on;
gzip_vary on;
gzip_proxied any;
${hasBrotli ? 'brotli_static on;\n' : ''}
${all.map((header) => `add_header ${header} always;\n`).join('')}
if ($request_method !~ "^(?:GET|HEAD)\\z") {
  return 405;
}
if ($site_moved) {
  return 301 $site_moved$is_args$args$site_moved_hash;
}
if (-f $document_root$site_other_name) {
  return 301 ${basePath.slice(0, -1)}$site_address$is_args$args;
}
${
  basePath === '/'
    ? ''
    : `location = ${basePath.slice(0, -1)} {
  return 301 ${basePath}$is_args$args;
}
`
}location / {
  try_files $site_twin $site_page $site_file =404;
}
error_page 404 @missing;
location @missing {
  try_files /404.html =404;
}
`;
}

/**
 * The configuration of nginx, by the name of the file: `modules.conf` is included at the top, `http.conf` in the context http,
 * `server.conf` in a server whose root is the packed site.
 * @param hasBrotli whether the module for brotli twins is there; without it nginx would refuse the configuration
 * @throws if something is in the description that nginx would not take as it stands
 */
export function renderNginx(hosting: Hosting, hasBrotli: boolean): Record<string, string> {
  return {
    'modules.conf': `${WRITTEN_BY}${hasBrotli ? `load_module ${BROTLI_MODULE};\n` : ''}`,
    'http.conf': `${WRITTEN_BY}${renderMaps(hosting)}`,
    'server.conf': `${WRITTEN_BY}${renderServer(hosting, hasBrotli)}`,
  };
}
