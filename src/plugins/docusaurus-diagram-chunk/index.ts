import type {Plugin} from '@docusaurus/types';

/** The components of diagrams, with the code that only they use. */
const DIAGRAM_CODE = /[\\/]src[\\/]components[\\/](Diagram|SequenceDiagram)[\\/]/;

/**
 * Puts the code of diagrams into one script, which only pages with a diagram load. Docusaurus would put it into the script of each
 * of these pages as long as they are fewer than half of all pages, and into every page as soon as they are more.
 */
export default function docusaurusDiagramChunk(): Plugin<void> {
  return {
    name: 'docusaurus-diagram-chunk',
    configureWebpack(_config, isServer) {
      return isServer
        ? {}
        : {
            optimization: {
              splitChunks: {
                cacheGroups: {
                  // Between Docusaurus' groups: above "common" (40), below "styles" (50), which takes all stylesheets.
                  diagram: {
                    name: 'diagram',
                    test: DIAGRAM_CODE,
                    chunks: 'all',
                    enforce: true,
                    priority: 45,
                  },
                },
              },
            },
          };
    },
  };
}
