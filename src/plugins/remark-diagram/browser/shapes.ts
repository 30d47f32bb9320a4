import {getCenter, round, unite, type Box, type Point} from './geometry.ts';
import type {Reader} from './Reader.ts';
import type {Writer} from './Writer.ts';

/** Length and half the width of an arrow head, in CSS pixels. */
const HEAD_LENGTH = 9;
const HEAD_HALF_WIDTH = 4.5;

/** Kinds of arrow heads, by the markers that Mermaid uses for them. */
const HEAD_KINDS: readonly (readonly [RegExp, 'closed' | 'open' | 'cross' | 'disc'])[] = [
  [/(arrowhead|pointEnd|pointStart|barbEnd)$/, 'closed'],
  [/filled-head$/, 'open'],
  [/cross(head|End|Start)$/, 'cross'],
  [/circle(End|Start)$/, 'disc'],
];

/** How far a head reaches beyond the end of its line: Mermaid lets a line end before the shape it points to. */
const HEAD_REACH: readonly (readonly [RegExp, number])[] = [
  [/arrowhead$/, 3],
  [/point(End|Start)$/, 4],
  [/filled-head$/, 3],
];

/** Draws the head at the end of a line. `from` is a point a little before the end; it gives the direction. */
function writeHead(writer: Writer, marker: string, from: Point, end: Point): void {
  const kind = HEAD_KINDS.find(([pattern]) => pattern.test(marker))?.[1];
  if (!kind) {
    throw new Error(`The arrow head "${marker}" cannot be drawn. Use another arrow.`);
  }
  const length = Math.hypot(end.x - from.x, end.y - from.y) || 1;
  const ahead = {x: (end.x - from.x) / length, y: (end.y - from.y) / length};
  const reach = HEAD_REACH.find(([pattern]) => pattern.test(marker))?.[1] ?? 0;
  const at = (along: number, across: number): Point => ({
    x: end.x + ahead.x * (reach + along) - ahead.y * across,
    y: end.y + ahead.y * (reach + along) + ahead.x * across,
  });
  const toPath = (points: readonly Point[], close: string): string =>
    `M${points.map(({x, y}) => `${round(x)} ${round(y)}`).join('L')}${close}`;
  const tip = at(0, 0);
  const wings = [at(-HEAD_LENGTH, -HEAD_HALF_WIDTH), at(-HEAD_LENGTH, HEAD_HALF_WIDTH)] as const;
  const box = unite([tip, ...wings].map((point) => ({...point, width: 0, height: 0})));
  if (kind === 'closed') {
    writer.element('path', {class: 'head', d: toPath([wings[0], tip, wings[1]], 'z')}, box);
  } else if (kind === 'open') {
    writer.element('path', {class: 'line', d: toPath([wings[0], tip, wings[1]], '')}, box);
  } else if (kind === 'cross') {
    const half = HEAD_HALF_WIDTH;
    const d = `${toPath([at(-half, -half), at(half, half)], '')}${toPath([at(-half, half), at(half, -half)], '')}`;
    writer.element('path', {class: 'line', d}, box);
  } else {
    writer.element('circle', {class: 'head', cx: tip.x, cy: tip.y, r: HEAD_HALF_WIDTH}, box);
  }
}

/** Marker ids of an element, as `[start, end]`. */
function readMarkers(element: Element): readonly [string?, string?] {
  const read = (name: string): string | undefined =>
    /url\(#(.*)\)/.exec(element.getAttribute(name) ?? '')?.[1]?.replace(/-margin$/, '');
  return [read('marker-start'), read('marker-end')];
}

/** Writes a line or path of Mermaid's, with its heads. */
export function writeLine(
  reader: Reader,
  writer: Writer,
  element: SVGGeometryElement,
  className: string,
): void {
  const total = element.getTotalLength();
  const at = (distance: number): Point =>
    reader.place(element, element.getPointAtLength(Math.max(0, Math.min(total, distance))));
  const [start, end] = [at(0), at(total)];
  const box = reader.box(element);
  if (element instanceof SVGLineElement) {
    writer.element('line', {class: className, x1: start.x, y1: start.y, x2: end.x, y2: end.y}, box);
  } else {
    const origin = reader.place(element, {x: 0, y: 0});
    const d = element
      .getAttribute('d')!
      .replace(/-?\d+\.\d+(e-?\d+)?/g, (number) => String(round(Number(number))));
    const transform =
      origin.x || origin.y ? `translate(${round(origin.x)} ${round(origin.y)})` : '';
    writer.element('path', {class: className, d, transform}, box);
  }
  const [startMarker, endMarker] = readMarkers(element);
  if (startMarker) {
    writeHead(writer, startMarker, at(2), start);
  }
  if (endMarker) {
    writeHead(writer, endMarker, at(total - 2), end);
  }
}

/** Writes any shape of Mermaid's as one element of the given class. */
export function writeShape(
  reader: Reader,
  writer: Writer,
  shape: SVGGraphicsElement,
  className: string,
): void {
  const box = reader.box(shape);
  const center = getCenter(box);
  if (shape instanceof SVGRectElement) {
    writer.rect(className, box, {rx: Number(shape.getAttribute('rx') ?? 0)});
  } else if (shape instanceof SVGCircleElement) {
    writer.element('circle', {class: className, cx: center.x, cy: center.y, r: box.width / 2}, box);
  } else if (shape instanceof SVGPolygonElement) {
    const points = [...shape.points]
      .map((point) => reader.place(shape, point))
      .map(({x, y}) => `${round(x)},${round(y)}`)
      .join(' ');
    writer.element('polygon', {class: className, points}, box);
  } else if (shape instanceof SVGPathElement || shape instanceof SVGLineElement) {
    writeLine(reader, writer, shape, className);
  } else {
    throw new Error(`The shape <${shape.tagName}> cannot be drawn. Use a simpler one.`);
  }
}

/** Writes all texts below an element. */
export function writeRows(
  reader: Reader,
  writer: Writer,
  element: Element,
  className: string,
): void {
  reader.rows(element).forEach((row) => writer.text(className, row));
}

/**
 * A text has to fit into its box; Mermaid does not break lines of Chinese.
 * @throws Error that names the text
 */
export function assertFit(reader: Reader, element: Element, box: Box): void {
  for (const {text, width} of reader.rows(element)) {
    if (width > box.width) {
      throw new Error(
        `"${text}" is wider than its box (${Math.ceil(width)} of ${Math.floor(box.width)} px). Break it with <br/>.`,
      );
    }
  }
}
