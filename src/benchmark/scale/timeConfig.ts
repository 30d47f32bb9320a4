import path from 'node:path';
import type {Config, LoadContext, Plugin, PluginConfig, PluginModule} from '@docusaurus/types';
import type {Stopwatch} from './stopwatch.ts';

/** Methods of a plugin's life that Docusaurus waits for. */
const AWAITED = ['loadContent', 'contentLoaded', 'allContentLoaded', 'postBuild'] as const;
/** Methods that answer at once. */
const IMMEDIATE = ['configureWebpack', 'getClientModules', 'injectHtmlTags'] as const;

/** Options of the docs plugin that hold plugins for pages. */
const PAGE_PLUGINS = [
  'beforeDefaultRemarkPlugins',
  'remarkPlugins',
  'beforeDefaultRehypePlugins',
  'rehypePlugins',
] as const;

type AnyFunction = (...args: unknown[]) => unknown;

const isFunction = (value: unknown): value is AnyFunction => typeof value === 'function';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Makes the methods of a plugin that Docusaurus calls be timed; whatever else it has stays. */
export function timePlugin(plugin: Plugin, stopwatch: Stopwatch): Plugin {
  const timed: Record<string, unknown> = {...plugin};
  for (const step of AWAITED) {
    const method = plugin[step] as AnyFunction | undefined;
    if (method) {
      timed[step] = (...args: unknown[]) =>
        stopwatch.timeAlone(plugin.name, step, () => method.apply(plugin, args));
    }
  }
  for (const step of IMMEDIATE) {
    const method = plugin[step] as AnyFunction | undefined;
    if (method) {
      timed[step] = (...args: unknown[]) =>
        stopwatch.time(plugin.name, step, () => method.apply(plugin, args));
    }
  }
  return timed as Plugin;
}

/** Makes the transforms of a plugin for pages be timed. Plugins that only change the parser have none. */
function timePagePlugin(plugin: AnyFunction, stopwatch: Stopwatch): AnyFunction {
  return function timedPagePlugin(this: unknown, ...args: unknown[]) {
    const transform = plugin.apply(this, args);
    return isFunction(transform)
      ? (tree: unknown, file: unknown) =>
          stopwatch.timeAlone(plugin.name, 'transform', () => transform(tree, file))
      : transform;
  };
}

/** An entry of a list of plugins for pages: a function, or one with options behind it. */
function timePagePluginEntry(entry: unknown, stopwatch: Stopwatch): unknown {
  const [plugin, ...options] = Array.isArray(entry) ? (entry as unknown[]) : [entry];
  if (!isFunction(plugin)) {
    return entry;
  }
  const timed = timePagePlugin(plugin, stopwatch);
  return options.length > 0 ? [timed, ...options] : timed; // Docusaurus takes no list of one
}

/** The functions that a preset is given: the plugins for pages, and what makes the sitemap. */
function timePresetOptions(
  options: Record<string, unknown>,
  stopwatch: Stopwatch,
): Record<string, unknown> {
  const {docs, sitemap} = options;
  const timed = {...options};
  if (isObject(docs)) {
    const lists = PAGE_PLUGINS.filter((name) => Array.isArray(docs[name])).map((name) => [
      name,
      (docs[name] as unknown[]).map((entry) => timePagePluginEntry(entry, stopwatch)),
    ]);
    timed.docs = {...docs, ...Object.fromEntries(lists)};
  }
  if (isObject(sitemap) && isFunction(sitemap.createSitemapItems)) {
    const create = sitemap.createSitemapItems;
    timed.sitemap = {
      ...sitemap,
      createSitemapItems: (...args: unknown[]) =>
        stopwatch.timeAlone('createSitemap', 'postBuild', () => create(...args)),
    };
  }
  return timed;
}

/** A plugin that the site has as a file, with all that its module says. */
function timeSitePlugin(
  file: string,
  load: (file: string) => PluginModule & {readonly default?: PluginModule},
  stopwatch: Stopwatch,
): PluginModule {
  const module = load(file);
  const create = (module.default ?? module) as (
    context: LoadContext,
    options: unknown,
  ) => ReturnType<PluginModule>;
  const name = path.basename(path.dirname(file));
  const timed = async (context: LoadContext, options: unknown) => {
    const plugin = await stopwatch.timeAlone(name, 'create', () => create(context, options));
    return plugin && timePlugin(plugin as Plugin, stopwatch);
  };
  return Object.assign(timed, {
    validateOptions: module.default?.validateOptions ?? module.validateOptions,
  }) as PluginModule;
}

/**
 * Makes all that a site has of its own be timed while it is built: its plugins, its plugins for pages, its sitemap. The site is built
 * as without it, except that plugins do not run side by side.
 * @param config the site's own configuration; stays as it is
 * @param siteDir absolute path of the site, from which files of plugins are named
 * @param load loads a module, `require`
 */
export function timeConfig(
  config: Config,
  siteDir: string,
  load: (file: string) => PluginModule,
  stopwatch: Stopwatch,
): Config {
  const timeEntry = (entry: unknown): PluginConfig => {
    const [plugin, ...options] = Array.isArray(entry) ? (entry as unknown[]) : [entry];
    return typeof plugin === 'string' && plugin.startsWith('.')
      ? ([
          timeSitePlugin(path.resolve(siteDir, plugin), load, stopwatch),
          options[0] ?? {},
        ] as PluginConfig)
      : (entry as PluginConfig);
  };
  return {
    ...config,
    presets: (config.presets ?? []).map((preset) =>
      Array.isArray(preset) && isObject(preset[1])
        ? [preset[0] as string, timePresetOptions(preset[1], stopwatch)]
        : preset,
    ),
    plugins: (config.plugins ?? []).map(timeEntry),
  };
}
