import {optimize} from 'svgo';

/**
 * Turns lines into paths, and leaves rectangles, which are longer as paths.
 * @type {import('svgo').CustomPlugin}
 */
const convertLines = {
  name: 'convertLines',
  fn: () => ({
    element: {
      enter(node) {
        if (node.name === 'line') {
          const {x1, y1, x2, y2, ...attributes} = node.attributes;
          node.name = 'path';
          node.attributes = {...attributes, d: `M${x1} ${y1}L${x2} ${y2}`};
        }
      },
    },
  }),
};

/** @type {import('svgo').Config} */
const CONFIG = {
  plugins: [
    convertLines,
    // Drawings have one decimal.
    {name: 'convertPathData', params: {floatPrecision: 1}},
  ],
};

/**
 * A loader for a committed drawing, which stands in the page and in its script: lines become paths, and paths relative, so that the same
 * arrow is the same text wherever it points to. What the drawing was made from, which only tells when it is stale, is left out.
 * @param {string} source JSON, see `Drawing` of remark-diagram
 * @returns {string} JSON
 * @throws {Error} of SVGO, with line and column, if the drawing is no SVG
 */
export default function compressDrawing(source) {
  const {key: _key, svg, ...drawing} = JSON.parse(source);
  return JSON.stringify({...drawing, svg: optimize(svg, CONFIG).data});
}
