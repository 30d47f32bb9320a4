import type {DrawnDiagram} from '../drawing.ts';
import {getCenter, round, unite, type Box, type Point, type Row} from './geometry.ts';

/** Space around the drawing, in CSS pixels. */
export const MARGIN = 8;

/** Distance at least of the middles of two texts, one above the other, in CSS pixels. */
const ROW_HEIGHT = 13;

/** Attributes of an element; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Writes the drawing: elements and attributes of a short list, numbers with one decimal, no colour, no reference to anything. */
export class Writer {
  private readonly parts: string[] = [];
  private readonly boxes: Box[] = [];
  private readonly texts: {readonly text: string; readonly box: Box}[] = [];

  private static escape(text: string): string {
    return text.replace(
      /[&<>"]/g,
      (character) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[character]!,
    );
  }

  private static attributes(values: Attributes): string {
    return Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(
        ([name, value]) =>
          ` ${name}="${typeof value === 'number' ? round(value) : Writer.escape(value!)}"`,
      )
      .join('');
  }

  /**
   * Writes one element.
   * @param boxes what the drawing has to have room for
   */
  element(
    name: 'rect' | 'line' | 'path' | 'circle' | 'polygon',
    attributes: Attributes,
    ...boxes: Box[]
  ): void {
    this.parts.push(`<${name}${Writer.attributes(attributes)}/>`);
    this.boxes.push(...boxes);
  }

  rect(className: string, box: Box, more: Attributes = {}): void {
    this.element('rect', {class: className, ...box, ...more}, box);
  }

  text(className: string, {text, center, width}: Row): void {
    // The width that was measured is kept in whatever font the reader has.
    const fitted = {textLength: Math.ceil(width), lengthAdjust: 'spacingAndGlyphs'};
    this.parts.push(
      `<text${Writer.attributes({class: className, ...center, ...fitted})}>${Writer.escape(text)}</text>`,
    );
    const box = {x: center.x - width / 2, y: center.y - 10, width, height: 20};
    this.boxes.push(box);
    this.texts.push({text, box});
  }

  /** A number in its disc, which has room for it in any font. */
  number(value: number, center: Point): void {
    this.parts.push(`<text${Writer.attributes({class: 'number', ...center})}>${value}</text>`);
    this.texts.push({
      text: String(value),
      box: {x: center.x - 7, y: center.y - 7, width: 14, height: 14},
    });
  }

  /** Texts that would be drawn one over the other cannot be read. */
  private assertApart(): void {
    this.texts.forEach((first, index) => {
      for (const second of this.texts.slice(index + 1)) {
        const isApart =
          first.box.x + first.box.width <= second.box.x ||
          second.box.x + second.box.width <= first.box.x ||
          Math.abs(getCenter(first.box).y - getCenter(second.box).y) >= ROW_HEIGHT;
        if (!isApart) {
          throw new Error(
            `The texts "${first.text}" and "${second.text}" overlap. Shorten one, or break it with <br/>.`,
          );
        }
      }
    });
  }

  /** Writes a group; what `write` writes is in it. Returns the box of its content. */
  group(attributes: Attributes, write: () => void): Box | undefined {
    const firstBox = this.boxes.length;
    this.parts.push(`<g${Writer.attributes(attributes)}>`);
    write();
    this.parts.push('</g>');
    const boxes = this.boxes.slice(firstBox);
    return boxes.length > 0 ? unite(boxes) : undefined;
  }

  /**
   * @param behind writes, given the whole drawing, what lies behind everything else
   * @throws Error if two texts overlap
   */
  finish(kind: DrawnDiagram['kind'], behind: (content: Box) => string = () => ''): DrawnDiagram {
    this.assertApart();
    const content = unite(this.boxes);
    const x = Math.floor(content.x - MARGIN);
    const y = Math.floor(content.y - MARGIN);
    const width = Math.ceil(content.x + content.width + MARGIN) - x;
    const height = Math.ceil(content.y + content.height + MARGIN) - y;
    const view = {x, y, width, height};
    return {
      kind,
      width,
      height,
      svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}">${behind(view)}${this.parts.join('')}</svg>`,
    };
  }

  /** A rectangle as text, for what has to lie behind everything else. */
  static rect(attributes: Attributes): string {
    return `<rect${Writer.attributes(attributes)}/>`;
  }
}
