import type * as Rspack from '@rspack/core';
import {shortenProperties} from './shortenProperties.ts';

const NAME = 'ShortenPropertiesPlugin';

/**
 * Shortens the stylesheets of a build by their custom properties, see `shortenProperties`: behind the minifiers, and before the names of
 * files get the hash of what is in them.
 */
export class ShortenPropertiesPlugin {
  readonly #rspack: typeof Rspack;

  /** @param rspack the bundler that runs the build */
  constructor(rspack: typeof Rspack) {
    this.#rspack = rspack;
  }

  apply(compiler: Rspack.Compiler): void {
    const {Compilation, sources} = this.#rspack;
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1;
      compilation.hooks.processAssets.tap({name: NAME, stage}, (assets) => {
        const read = (ending: string): Map<string, string> =>
          new Map(
            Object.entries(assets)
              .filter(([name]) => name.endsWith(ending))
              .map(([name, source]) => [name, source.source().toString()]),
          );
        const scripts = [...read('.js').values()].join('\n');
        for (const [name, css] of shortenProperties(read('.css'), scripts)) {
          compilation.updateAsset(name, new sources.RawSource(css));
        }
      });
    });
  }
}
