import type {Config, LoadContext, Plugin, PluginModule} from '@docusaurus/types';
import {expect, it} from 'vitest';
import {Stopwatch} from './stopwatch.ts';
import {timeConfig} from './timeConfig.ts';

const SITE = '/site';

type Timed = {
  readonly plugins: [PluginModule, object][];
  readonly presets: [
    string,
    {docs: {remarkPlugins: (() => (tree: object, file: object) => Promise<void>)[]}},
  ][];
};

function remarkMark() {
  return (tree: {marked?: boolean}): void => {
    tree.marked = true;
  };
}

/** A site with one plugin, timed. */
function create(module: unknown) {
  const config = {
    title: 'T',
    presets: [['classic', {blog: false, docs: {breadcrumbs: true, remarkPlugins: [remarkMark]}}]],
    plugins: [['./src/plugins/docusaurus-x/index.ts', {colour: 'red'}], '@docusaurus/plugin-y'],
  } as unknown as Config;
  const stopwatch = new Stopwatch();
  const loaded: string[] = [];
  const timed = timeConfig(
    config,
    SITE,
    (file) => {
      loaded.push(file);
      return module as PluginModule;
    },
    stopwatch,
  ) as unknown as Timed;
  return {config, timed, stopwatch, loaded};
}

it('times the methods of a plugin, and keeps what it has', async () => {
  const calls: unknown[] = [];
  const plugin = {
    name: 'docusaurus-x',
    postBuild(props: unknown) {
      calls.push([this.name, props]);
    },
    getPathsToWatch: () => ['a'],
  };
  const validateOptions = () => ({colour: 'blue'});
  const {timed, stopwatch, loaded} = create({
    default: (context: unknown, options: unknown) => {
      calls.push([context, options]);
      return plugin;
    },
    validateOptions,
  });
  expect(loaded).toEqual(['/site/src/plugins/docusaurus-x/index.ts']);
  const [module, options] = timed.plugins[0]!;
  expect(module.validateOptions).toBe(validateOptions);
  const made = (await module({siteDir: SITE} as LoadContext, options)) as Plugin;
  expect(made.getPathsToWatch!()).toEqual(['a']);
  await made.postBuild!({outDir: 'out'} as Parameters<NonNullable<Plugin['postBuild']>>[0]);
  expect(calls).toEqual([
    [{siteDir: SITE}, {colour: 'red'}],
    ['docusaurus-x', {outDir: 'out'}],
  ]);
  expect(stopwatch.list().map(({plugin: name, step}) => `${name} ${step}`)).toEqual([
    'docusaurus-x create',
    'docusaurus-x postBuild',
  ]);
});

it('times plugins for pages', async () => {
  const {timed, stopwatch} = create({default: () => ({name: 'x'})});
  const [attach] = timed.presets[0]![1].docs.remarkPlugins;
  const tree = {};
  await attach!()(tree, {});
  expect(tree).toEqual({marked: true});
  expect(stopwatch.list()).toMatchObject([{plugin: 'remarkMark', step: 'transform', calls: 1}]);
});

it('leaves plugins of packages, and the configuration, as they are', () => {
  const {config, timed} = create({default: () => ({name: 'x'})});
  expect(timed.plugins[1]).toBe('@docusaurus/plugin-y');
  expect(timed).toMatchObject({title: 'T', presets: [['classic', {blog: false}]]});
  expect(config.plugins![0]).toEqual(['./src/plugins/docusaurus-x/index.ts', {colour: 'red'}]);
});
