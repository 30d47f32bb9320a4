import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import type * as Rspack from '@rspack/core';

/** The oldest version of ECMAScript that all browsers of the browserslist know. */
const ECMA = 2022;

/**
 * Makes the scripts of the site smaller than Docusaurus makes them, without leaving anything out that a reader uses:
 *
 * - The minifier writes modern syntax, and Chinese as it is: Docusaurus has it written as `\u4e2d`.
 * - Every page loads the data of its edition; the descriptions in it go to the pages that show them (`describeCategories`).
 * - Of tslib, which is loaded as a whole, only what the site's packages call.
 */
export default function docusaurusLightBundle({generatedFilesDir}: LoadContext): Plugin<void> {
  return {
    name: 'docusaurus-light-bundle',
    configureWebpack(config, isServer, {currentBundler}) {
      const module = {
        rules: [
          {
            include: path.join(generatedFilesDir, 'docusaurus-plugin-content-docs', 'default', 'p'),
            loader: path.join(__dirname, 'describeCategories.mjs'),
          },
        ],
      };
      const minimizers = config.optimization?.minimizer;
      // The server renders with React itself, and nobody downloads what it uses.
      if (isServer || !minimizers || currentBundler.name !== 'rspack') {
        return {module};
      }
      const rspack = currentBundler.instance as unknown as typeof Rspack;
      const [, ...others] = minimizers;
      return {
        module,
        mergeStrategy: {'optimization.minimizer': 'replace'},
        optimization: {
          minimizer: [
            new rspack.SwcJsMinimizerRspackPlugin({
              minimizerOptions: {
                ecma: ECMA,
                module: true,
                compress: {ecma: ECMA, passes: 2},
                mangle: true,
                format: {ecma: ECMA, comments: false, asciiOnly: false},
              },
            }),
            ...others,
          ] as typeof minimizers,
        },
        resolve: {alias: {tslib$: path.join(__dirname, 'tslib.ts')}},
      };
    },
  };
}
