/** What the site's stylesheet decides about each kind of element; in a file that stands alone it has to be written down. */
const SHAPE_PROPERTIES = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin'];
const TEXT_PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linejoin',
  'paint-order',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
];

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * Makes an SVG file of a drawing, in the colours that it has on the page now, that needs no stylesheet.
 * @param svg the drawing on the page; it is not changed
 * @param title and `description` become the file's `<title>` and `<desc>`
 */
function toStandaloneSvg(svg: SVGSVGElement, title: string, description: string): string {
  const clone = svg.cloneNode(true) as SVGSVGElement;
  clone.querySelectorAll('[data-lit]').forEach((element) => element.removeAttribute('data-lit'));
  // The copy is styled as the drawing is while no step is lit.
  const holder = document.createElement('div');
  holder.className = svg.parentElement?.className ?? '';
  holder.style.cssText = 'position:absolute;visibility:hidden;inset-inline-start:-9999px';
  holder.append(clone);
  // Below the figure, where the colours of drawings are defined.
  (svg.closest('figure') ?? document.body).append(holder);
  try {
    clone.querySelectorAll('.band, .ground').forEach((element) => element.remove());
    for (const element of clone.querySelectorAll('rect, line, path, circle, polygon, text')) {
      const style = getComputedStyle(element);
      const properties = element instanceof SVGTextElement ? TEXT_PROPERTIES : SHAPE_PROPERTIES;
      for (const property of properties) {
        element.setAttribute(property, style.getPropertyValue(property));
      }
    }
    clone.setAttribute('font-family', getComputedStyle(clone).fontFamily);
    const ground = document.createElementNS(SVG_NAMESPACE, 'rect');
    const {x, y, width, height} = clone.viewBox.baseVal;
    Object.entries({x, y, width, height}).forEach(([name, value]) =>
      ground.setAttribute(name, String(value)),
    );
    ground.setAttribute(
      'fill',
      getComputedStyle(document.documentElement).getPropertyValue('--site-page-color').trim(),
    );
    clone.prepend(ground);
    for (const [name, text] of [
      ['desc', description],
      ['title', title],
    ] as const) {
      const element = document.createElementNS(SVG_NAMESPACE, name);
      element.textContent = text;
      clone.prepend(element);
    }
    for (const element of clone.querySelectorAll('[class], [id], [data-step], [data-actor]')) {
      for (const {name} of [...element.attributes]) {
        if (name === 'class' || name === 'id' || name.startsWith('data-')) {
          element.removeAttribute(name);
        }
      }
    }
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(clone)}\n`;
  } finally {
    holder.remove();
  }
}

/** Offers a text to the reader as a file. */
function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], {type}));
  link.download = name;
  link.click();
  // Later than the click: some browsers begin to read the file after it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * Offers a drawing to the reader as an SVG file, see `toStandaloneSvg`.
 * @param name of the file, without its ending
 */
export function saveDrawing(
  svg: SVGSVGElement,
  {name, title, description}: Readonly<Record<'name' | 'title' | 'description', string>>,
): void {
  saveFile(`${name}.svg`, 'image/svg+xml', toStandaloneSvg(svg, title, description));
}
