import type {Box, Point, Row} from './geometry.ts';

/** Mermaid's drawing, read as shapes and texts in one coordinate system; everything it says about colours is left behind. */
export class Reader {
  private readonly toRoot: DOMMatrix;

  constructor(readonly root: SVGSVGElement) {
    this.toRoot = root.getScreenCTM()!.inverse();
  }

  /** A point of an element's own coordinate system, in that of the drawing. */
  place(element: SVGGraphicsElement, point: Point): Point {
    const matrix = this.toRoot.multiply(element.getScreenCTM()!);
    const {x, y} = new DOMPoint(point.x, point.y).matrixTransform(matrix);
    return {x, y};
  }

  box(element: SVGGraphicsElement): Box {
    const {x, y, width, height} = element.getBBox();
    return {...this.place(element, {x, y}), width, height};
  }

  /** Width of a text in the font of one that is drawn, in CSS pixels. */
  measure(text: string, like: Element): number {
    const probe = like.cloneNode(false) as SVGTextElement;
    probe.textContent = text;
    like.after(probe);
    const width = probe.getComputedTextLength();
    probe.remove();
    return width;
  }

  /** The rows of text below an element: what each says, its middle, and its width. */
  rows(element: Element): Row[] {
    const texts = [
      ...(element instanceof SVGTextElement ? [element] : element.querySelectorAll('text')),
    ];
    return texts
      .flatMap((text): SVGTextContentElement[] => {
        const rows = [...text.querySelectorAll<SVGTSpanElement>('tspan.row')];
        return rows.length > 0 ? rows : [text];
      })
      .filter((row) => row.textContent.trim() !== '')
      .map((row) => {
        const boxes = Array.from({length: row.getNumberOfChars()}, (_, index) =>
          row.getExtentOfChar(index),
        ).filter(({width}) => width > 0);
        // A break leaves a space at the end of a row.
        const characters = [...row.textContent];
        while (boxes.length > 1 && characters.at(-1) === ' ') {
          characters.pop();
          boxes.pop();
        }
        while (boxes.length > 1 && characters[0] === ' ') {
          characters.shift();
          boxes.shift();
        }
        const left = Math.min(...boxes.map(({x}) => x));
        const right = Math.max(...boxes.map(({x, width}) => x + width));
        const top = Math.min(...boxes.map(({y}) => y));
        const bottom = Math.max(...boxes.map(({y, height}) => y + height));
        return {
          text: characters.join(''),
          center: this.place(row, {x: (left + right) / 2, y: (top + bottom) / 2}),
          width: right - left,
        };
      });
  }
}
