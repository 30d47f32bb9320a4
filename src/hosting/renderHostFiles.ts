import {CACHE_FOR_EVER, MEDIA_TYPES, type Hosting} from './description.ts';

/** Types that hosts of static files often do not know, or send without the character set. */
const NAMED_TYPES = ['md', 'txt'];

/**
 * The file `_headers`, which Netlify, Cloudflare Pages and others read: a path, and below it the headers of what it matches. They let
 * browsers check every file unless told otherwise, so that only the immutable ones are named.
 */
export function renderHeadersFile({basePath, headers, immutableFolders}: Hosting): string {
  const rules: readonly (readonly [path: string, headers: readonly string[]])[] = [
    ['*', headers.map(({name, value}) => `${name}: ${value}`)],
    ...immutableFolders.map(
      (folder) => [`${folder.slice(1)}*`, [`Cache-Control: ${CACHE_FOR_EVER}`]] as const,
    ),
    ...NAMED_TYPES.map(
      (extension) => [`*.${extension}`, [`Content-Type: ${MEDIA_TYPES[extension]}`]] as const,
    ),
  ];
  return rules
    .map(([path, lines]) => `${basePath}${path}\n${lines.map((line) => `  ${line}\n`).join('')}`)
    .join('');
}

/** The file `_redirects`, which the same hosts read: old path, new address, status. */
export function renderRedirectsFile({basePath, moved}: Hosting): string {
  return moved
    .map(({from, to, hash}) => `${basePath}${from.slice(1)} ${basePath}${to.slice(1)}${hash} 301\n`)
    .join('');
}
