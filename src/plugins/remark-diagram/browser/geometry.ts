/** A point, in CSS pixels. */
export type Point = {readonly x: number; readonly y: number};

/** A row of text: what it says, its middle, and its width. */
export type Row = {readonly text: string; readonly center: Point; readonly width: number};

/** A rectangle, in CSS pixels. */
export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The smallest box that holds all. */
export function unite(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** The middle of a box. */
export function getCenter({x, y, width, height}: Box): Point {
  return {x: x + width / 2, y: y + height / 2};
}

/** A length with one decimal, which is all that can be seen. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
