import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {Joi} from '@docusaurus/utils-validation';
import {describe, expect, it} from 'vitest';
import docusaurusSearchIndex, {validateOptions} from './index.ts';
import type {Options} from './options.ts';

const createPlugin = (isHosted: boolean, siteDir = '/site'): Plugin =>
  docusaurusSearchIndex(
    {baseUrl: '/kb/', siteDir, generatedFilesDir: '/site/.docusaurus'} as LoadContext,
    {glossary: 'glossary.yaml', isHosted},
  ) as Plugin;

type Config = {
  experiments?: {cache: {version: string}};
  cache?: {version: string};
  resolve: {alias: Record<string, string>};
  devServer: {static: {directory: string; publicPath: string}[]};
};

function configure(isHosted: boolean, bundler: string, config: object): Config {
  const utils = {currentBundler: {name: bundler}} as never;
  return createPlugin(isHosted).configureWebpack!(
    config as never,
    false,
    utils,
    undefined,
  ) as unknown as Config;
}

describe('docusaurus-search-index', () => {
  it('gives each mode a cache of its own, with both bundlers', () => {
    const rspack = {experiments: {cache: {version: 'v1'}}};
    const versions = [false, true].flatMap((isHosted) => [
      configure(isHosted, 'rspack', rspack).experiments?.cache.version,
      configure(isHosted, 'webpack', {cache: {version: 'v2'}}).cache?.version,
    ]);
    expect(versions.every((version) => /^v[12]-./.test(version!))).toBe(true);
    expect(new Set(versions).size).toBe(4);
    expect(configure(true, 'rspack', {experiments: {}}).experiments).toBeUndefined();
  });

  it('has the client of its mode', () => {
    const embedded = configure(false, 'rspack', {});
    const hosted = configure(true, 'rspack', {});
    expect(embedded.resolve.alias['@search/backend$']).toMatch(/backend\.embedded\.ts$/);
    expect(hosted.resolve.alias['@search/backend$']).toMatch(/backend\.hosted\.ts$/);
    for (const file of Object.values({...embedded.resolve.alias, ...hosted.resolve.alias})) {
      expect(fs.existsSync(file), file).toBe(true);
    }
  });

  it('lets the live preview search the index of the last build', () => {
    expect(configure(false, 'rspack', {}).devServer.static).toMatchObject([
      {directory: '/site/build/search-index', publicPath: '/kb/search-index'},
    ]);
  });

  it('stops with the line of a glossary that is wrong', () => {
    const siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'glossary-'));
    fs.writeFileSync(path.join(siteDir, 'glossary.yaml'), '- [Pod, 容器组]\n- [k8s]\n');
    expect(() => createPlugin(false, siteDir).loadContent!()).toThrow(/glossary\.yaml:2:3: /);
    fs.rmSync(siteDir, {recursive: true});
  });

  it('refuses an option that it does not know', () => {
    const validate = (schema: Joi.ObjectSchema<Options>, options: unknown): Options =>
      Joi.attempt(options, schema);
    const check = (options: object): Options =>
      validateOptions({validate, options} as unknown as Parameters<typeof validateOptions>[0]);
    expect(check({})).toEqual({glossary: 'glossary.yaml', isHosted: false});
    expect(() => check({isHostd: true})).toThrow(/"isHostd" is not allowed/);
    expect(() => check({isHosted: 'yes'})).toThrow(/must be a boolean/);
  });
});
