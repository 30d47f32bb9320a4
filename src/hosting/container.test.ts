import fs from 'node:fs';
import {describe, expect, it} from 'vitest';
import {SITE_FOLDER} from './keepPrevious.ts';

const dockerfile = fs.readFileSync('hosting/Dockerfile', 'utf8');
const nginxConfig = fs.readFileSync('hosting/nginx.conf', 'utf8');
const matchAll = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ([, group]) => group!);

describe('the container', () => {
  const [, image = ''] = dockerfile.split('\nFROM debian:');
  const command: string[] = JSON.parse(matchAll(image, /^CMD (.*)$/gm)[0]!);
  const getOption = (name: string): string => command[command.indexOf(name) + 1]!;

  it('starts nginx on the release that it was given, in the foreground', () => {
    const release = getOption('-p');
    expect(matchAll(image, /^COPY --from=release \S+ (\S+)$/gm)).toEqual([release]);
    expect(matchAll(dockerfile, /npm run pack -- --out (\S+) /g)).toEqual([release]);
    expect(getOption('-c')).toBe('nginx/nginx.conf');
    expect(getOption('-g')).toBe('daemon off;');
    expect(matchAll(nginxConfig, /^ *root (.*);$/gm)).toEqual([SITE_FOLDER]);
  });

  it('is not root, and opens the port that nginx listens on, which needs no privilege', () => {
    expect(matchAll(image, /^USER (.*)$/gm)).toEqual(['33:33']);
    expect(nginxConfig).not.toMatch(/^user /m);
    const [port] = matchAll(nginxConfig, /^ *listen (\d+);$/gm);
    expect(matchAll(image, /^EXPOSE (.*)$/gm)).toEqual([port]);
    expect(Number(port)).toBeGreaterThan(1023);
  });

  it('writes nowhere but below /tmp, and to its output', () => {
    const written = matchAll(
      nginxConfig,
      /^ *(?:pid|error_log|access_log|\w+_temp_path) (\S+?)(?: \w+)?;$/gm,
    );
    expect(written).toHaveLength(8);
    expect(written.filter((file) => !/^(\/tmp\/|\/dev\/stdout$|stderr$)/.test(file))).toEqual([]);
  });

  it('is built with every variable that the build reads', () => {
    const variables = matchAll(
      ['docusaurus.config.ts', 'src/plugins/docusaurus-search-index/hosted.ts']
        .map((file) => fs.readFileSync(file, 'utf8'))
        .join('\n'),
      /\b((?:SITE|ALGOLIA)_[A-Z_]+)\b/g,
    );
    const given = matchAll(dockerfile, /^ARG (\w+)/gm);
    expect(given).toEqual(expect.arrayContaining([...new Set(variables)]));
  });
});
