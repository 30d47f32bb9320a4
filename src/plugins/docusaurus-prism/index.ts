import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {themes} from 'prism-react-renderer';
import type {Options} from './options.ts';
import {createStylesheet} from './stylesheet.ts';

export {validateOptions} from './options.ts';

/**
 * Code is highlighted while pages are compiled (`rehypePrism`, registered with the docs plugin), by prism-react-renderer's
 * Prism. This plugin adds the colours as a stylesheet made from two of its themes, and keeps Prism itself out of the browser:
 * theme-classic would load it on every page.
 */
export default function docusaurusPrism(
  {generatedFilesDir}: LoadContext,
  {light, dark}: Options,
): Plugin<void> {
  const name = 'docusaurus-prism';
  const stylesheet = 'prism.css';
  return {
    name,
    async contentLoaded({actions}) {
      await actions.createData(
        stylesheet,
        createStylesheet({light: themes[light], dark: themes[dark]}),
      );
    },
    getClientModules() {
      return [path.join(generatedFilesDir, name, 'default', stylesheet)];
    },
    configureWebpack() {
      return {
        resolve: {
          alias: {
            [require.resolve('@docusaurus/theme-classic/lib/prism-include-languages.js')]:
              path.join(__dirname, 'empty.ts'),
          },
        },
      };
    },
  };
}
