import {createRequire} from 'node:module';
import path from 'node:path';
import {timeMs} from './engine.ts';

/** What a process that indexes for the plugin is sent. */
export type EasyopsTask = {
  readonly packagesFolder: string;
  /** Folder of the pages; the index is written there, too. */
  readonly pagesFolder: string;
  readonly paths: readonly string[];
  /** Where the plugin writes modules for its browser code. */
  readonly generatedFolder: string;
};

/** What it answers. */
export type EasyopsAnswer = {
  readonly ms: number;
  /** Name of the index. */
  readonly file: string;
};

type Config = Readonly<Record<string, unknown>>;

/** The parts of the plugin that its entry point calls in a build. */
type Plugin = {
  validateOptions(context: {
    readonly options: Config;
    readonly validate: (
      schema: {validate(options: Config): {value: Config; error?: Error}},
      options: Config,
    ) => Config;
  }): Config;
  processPluginOptions(options: Config, context: object): Config;
  generate(config: Config, folder: string): string;
  postBuildFactory(config: Config, file: string): (build: object) => Promise<void>;
};

function loadPlugin(packagesFolder: string): Plugin {
  const root = path.join(packagesFolder, 'node_modules/@easyops-cn/docusaurus-search-local');
  const require = createRequire(path.join(root, 'package.json'));
  return Object.assign(
    {},
    ...['validateOptions', 'processPluginOptions', 'generate', 'postBuildFactory'].map((name) =>
      require(`./dist/server/server/utils/${name}.js`),
    ),
  ) as Plugin;
}

/** Does what the plugin does in a build, with its own functions. */
async function run(task: EasyopsTask): Promise<EasyopsAnswer> {
  const plugin = loadPlugin(task.packagesFolder);
  // The languages that its manual names for Chinese sites; everything else as it is by itself.
  const options = plugin.validateOptions({
    options: {language: ['zh', 'en']},
    validate: (schema, given) => {
      const {value, error} = schema.validate(given);
      if (error) {
        throw error;
      }
      return value;
    },
  });
  const config = plugin.processPluginOptions(options, {
    siteDir: task.pagesFolder,
    siteConfig: {themeConfig: {}},
  });
  const file = plugin.generate(config, task.generatedFolder);
  const postBuild = plugin.postBuildFactory(config, file);
  const {ms} = await timeMs(() =>
    postBuild({
      routesPaths: task.paths,
      outDir: task.pagesFolder,
      baseUrl: '/',
      siteConfig: {},
    }),
  );
  return {ms, file: file.replace('{dir}', '')};
}

process.once('message', (task) => {
  void run(task as EasyopsTask).then((answer) => process.send!(answer, () => process.disconnect()));
});
