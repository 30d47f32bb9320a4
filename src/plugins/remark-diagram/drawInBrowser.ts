import mermaid from 'mermaid';
import type {MermaidConfig} from 'mermaid';
import type {DrawnDiagram} from './drawing.ts';

/** Text is measured in this font; a reader's font is fitted to the widths by `textLength`. */
const FONT = 'Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif';

/** Size of all texts in CSS pixels, as the stylesheet of drawings has it. */
const FONT_SIZE = 14;

/** Sizes in CSS pixels. Narrower than Mermaid's defaults, so that a phone shows more; never scaled, so that text stays readable. */
const CONFIG: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  theme: 'base',
  themeVariables: {fontFamily: FONT, fontSize: `${FONT_SIZE}px`},
  fontFamily: FONT,
  // For sequence diagrams this is what counts; it overrides the sizes that they have of their own.
  fontSize: FONT_SIZE,
  htmlLabels: false,
  flowchart: {htmlLabels: false, useMaxWidth: false, padding: 12, nodeSpacing: 32, rankSpacing: 40},
  state: {useMaxWidth: false},
  sequence: {
    useMaxWidth: false,
    mirrorActors: false,
    wrap: false,
    actorMargin: 20,
    width: 104,
    height: 46,
    messageMargin: 16,
    boxMargin: 8,
    boxTextMargin: 2,
    noteMargin: 8,
    diagramMarginX: 8,
    diagramMarginY: 8,
  },
};

/** Space around the drawing and around a lit message, in CSS pixels. */
const MARGIN = 8;
const BAND_PADDING = 5;

/** Distance at least of the middles of two texts, one above the other, in CSS pixels. */
const ROW_HEIGHT = 13;

/** Distance of a label from the upper edge of its branch, in CSS pixels. */
const LABEL_OFFSET = 12;

/** Where Mermaid lets the lifelines end of participants that are never destroyed: it means the lower edge, but does not know it yet. */
const ENDLESS = 2000;

/** Radius of the disc with a message's number, and half the length and width of an arrow head, in CSS pixels. */
const NUMBER_RADIUS = 9;
const HEAD_LENGTH = 9;
const HEAD_HALF_WIDTH = 4.5;

type Point = {readonly x: number; readonly y: number};
/** A row of text: what it says, its middle, and its width. */
type Row = {readonly text: string; readonly center: Point; readonly width: number};
type Box = {x: number; y: number; width: number; height: number};

/** Mermaid's drawing, read as shapes and texts in one coordinate system; everything it says about colours is left behind. */
class Reader {
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

/**
 * Labels of blocks, which Mermaid would break within the width of their block, with hyphens in the middle of Chinese: it gets a
 * short name for each instead.
 */
class Labels {
  private readonly labels: string[] = [];
  /** The fence with names in the place of labels. */
  readonly source: string;

  constructor(source: string) {
    this.source = source.replace(
      /^([ \t]*(?:alt|else|opt|par|par_over|and|loop|critical|option|break)[ \t]+)(\S.*?)[ \t]*$/gm,
      (_line, keyword: string, label: string) =>
        `${keyword}§${this.labels.push(label.replace(/\s*<br\s*\/?>\s*/gi, ' ')) - 1}`,
    );
  }

  /** What Mermaid has drawn, with the label in the place of its name. */
  restore(drawn: string): string {
    return drawn.replace(/§(\d+)/, (_name, index: string) => this.labels[Number(index)]!);
  }
}

/** A box that holds both. */
function unite(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** Writes the drawing: elements and attributes of a short list, numbers with one decimal, no colour, no reference to anything. */
class Writer {
  private readonly parts: string[] = [];
  private readonly boxes: Box[] = [];
  private readonly texts: {readonly text: string; readonly box: Box}[] = [];

  private static round(value: number): string {
    return String(Math.round(value * 10) / 10);
  }

  private static escape(text: string): string {
    return text.replace(
      /[&<>"]/g,
      (character) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[character]!,
    );
  }

  private static attributes(values: Readonly<Record<string, string | number | undefined>>): string {
    return Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(
        ([name, value]) =>
          ` ${name}="${typeof value === 'number' ? Writer.round(value) : Writer.escape(value!)}"`,
      )
      .join('');
  }

  /** Everything that was written has to lie inside the drawing. */
  private extend(...boxes: Box[]): void {
    this.boxes.push(...boxes);
  }

  element(
    name: 'rect' | 'line' | 'path' | 'circle' | 'polygon',
    attributes: Readonly<Record<string, string | number | undefined>>,
    ...boxes: Box[]
  ): void {
    this.parts.push(`<${name}${Writer.attributes(attributes)}/>`);
    this.extend(...boxes);
  }

  rect(className: string, box: Box, more: Readonly<Record<string, string | number>> = {}): void {
    this.element('rect', {class: className, ...box, ...more}, box);
  }

  text(className: string, {text, center, width}: Row): void {
    // The width that was measured is kept in whatever font the reader has.
    const fitted = {textLength: Math.ceil(width), lengthAdjust: 'spacingAndGlyphs'};
    this.parts.push(
      `<text${Writer.attributes({class: className, ...center, ...fitted})}>${Writer.escape(text)}</text>`,
    );
    const box = {x: center.x - width / 2, y: center.y - 10, width, height: 20};
    this.extend(box);
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
          Math.abs(first.box.y + first.box.height / 2 - second.box.y - second.box.height / 2) >=
            ROW_HEIGHT;
        if (!isApart) {
          throw new Error(
            `The texts "${first.text}" and "${second.text}" overlap. Shorten one, or break it with <br/>.`,
          );
        }
      }
    });
  }

  /** Writes a group; what `write` writes is in it. Returns the box of its content. */
  group(
    attributes: Readonly<Record<string, string | number | undefined>>,
    write: () => void,
  ): Box | undefined {
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
  static rect(attributes: Readonly<Record<string, string | number | undefined>>): string {
    return `<rect${Writer.attributes(attributes)}/>`;
  }
}

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
    `M${points.map(({x, y}) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`).join('L')}${close}`;
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

/** A line or path of Mermaid's, with its heads; `className` tells whether it is dashed or thick. */
function writeLine(
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
      .replace(/-?\d+\.\d+(e-?\d+)?/g, (number) => String(Math.round(Number(number) * 10) / 10));
    const transform =
      origin.x || origin.y
        ? `translate(${Math.round(origin.x * 10) / 10} ${Math.round(origin.y * 10) / 10})`
        : '';
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

/** Any closed shape of Mermaid's as one element of the given class. */
function writeShape(
  reader: Reader,
  writer: Writer,
  shape: SVGGraphicsElement,
  className: string,
): void {
  const box = reader.box(shape);
  const center = {x: box.x + box.width / 2, y: box.y + box.height / 2};
  if (shape instanceof SVGRectElement) {
    writer.rect(className, box, {rx: Number(shape.getAttribute('rx') ?? 0)});
  } else if (shape instanceof SVGCircleElement) {
    writer.element('circle', {class: className, cx: center.x, cy: center.y, r: box.width / 2}, box);
  } else if (shape instanceof SVGPolygonElement) {
    const points = [...shape.points]
      .map((point) => reader.place(shape, point))
      .map(({x, y}) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`)
      .join(' ');
    writer.element('polygon', {class: className, points}, box);
  } else if (shape instanceof SVGPathElement || shape instanceof SVGLineElement) {
    writeLine(reader, writer, shape, className);
  } else {
    throw new Error(`The shape <${shape.tagName}> cannot be drawn. Use a simpler one.`);
  }
}

function writeRows(reader: Reader, writer: Writer, element: Element, className: string): void {
  reader.rows(element).forEach((row) => writer.text(className, row));
}

/** A text has to fit into its box; Mermaid does not break lines of Chinese. */
function assertFit(reader: Reader, element: Element, box: Box): void {
  for (const {text, width} of reader.rows(element)) {
    if (width > box.width) {
      throw new Error(
        `"${text}" is wider than its box (${Math.ceil(width)} of ${Math.floor(box.width)} px). Break it with <br/>.`,
      );
    }
  }
}

function drawSequence(reader: Reader, id: string, labels: Labels): DrawnDiagram {
  const {root} = reader;
  const writer = new Writer();
  const select = <Type extends Element>(selector: string, below: Element = root): Type[] => [
    ...below.querySelectorAll<Type>(selector),
  ];
  const frame = root.viewBox.baseVal;
  const bottom = frame.y + frame.height - MARGIN;

  for (const line of select<SVGLineElement>('[data-et="life-line"]')) {
    const box = reader.box(line);
    const isEndless = box.y + box.height >= ENDLESS;
    const height = (isEndless ? bottom : box.y + box.height) - box.y;
    writer.element(
      'line',
      {
        class: 'life',
        'data-actor': line.dataset.id,
        x1: box.x,
        y1: box.y,
        x2: box.x,
        y2: box.y + height,
      },
      {...box, height},
    );
  }
  for (const bar of select<SVGRectElement>('rect[class^="activation"]')) {
    writer.rect('box', reader.box(bar));
  }
  for (const block of select('[data-et="control-structure"]')) {
    writer.group({class: 'block'}, () => {
      const lines = select<SVGLineElement>('.loopLine', block);
      const outer = unite(lines.map((line) => reader.box(line)));
      writer.rect('frame', outer);
      // Frames are drawn as four lines; the others, which are dashed, divide one branch from the next.
      const dividers = lines
        .filter(({style}) => style.strokeDasharray !== '')
        .map((line) => reader.box(line))
        .sort((first, second) => first.y - second.y);
      for (const {x, y, width} of dividers) {
        writer.element('line', {class: 'frame', x1: x, y1: y, x2: x + width, y2: y});
      }
      const tab = select<SVGPolygonElement>('.labelBox', block)[0];
      let left = outer.x + 8;
      if (tab) {
        writeShape(reader, writer, tab, 'tab');
        const tabBox = reader.box(tab);
        left = tabBox.x + tabBox.width + 8;
        select('.labelText', block).forEach((text) => {
          reader.rows(text).forEach((row) => {
            writer.text('tab-text', {
              ...row,
              center: {x: tabBox.x + 4 + row.width / 2, y: tabBox.y + tabBox.height / 2},
            });
          });
        });
      }
      // Mermaid puts labels in the middle of the frame, which may be far from what a reader sees of a wide one.
      const writeLabel = (text: Element, start: number, top: number): void => {
        const row = reader.rows(text)[0];
        if (row) {
          const label = labels.restore(row.text);
          const width = reader.measure(label, text);
          const center = {x: start + width / 2, y: top + LABEL_OFFSET};
          writer.text('label', {text: label, width, center});
        }
      };
      select('.loopText', block).forEach((text) => writeLabel(text, left, outer.y));
      select('.sectionTitle', block).forEach((text, index) =>
        writeLabel(text, outer.x + 8, dividers[index]!.y),
      );
    });
  }
  for (const note of select('[data-et="note"]')) {
    writer.group({class: 'note-group'}, () => {
      const rect = select<SVGRectElement>('rect', note)[0]!;
      assertFit(reader, note, reader.box(rect));
      writer.rect('note', reader.box(rect), {rx: 2});
      writeRows(reader, writer, note, '');
    });
  }

  const bands: {step: number; box: Box}[] = [];
  // In the order of the drawing: the rows of a message's text, its line, the disc of its number, the number.
  let texts: Element[] = [];
  let line: SVGGeometryElement | undefined;
  for (const element of select<SVGGraphicsElement>(
    '.messageText, [data-et="message"], .sequenceNumber',
  )) {
    if (element.classList.contains('messageText')) {
      texts.push(element);
    } else if (element.dataset.et === 'message') {
      line = element as SVGGeometryElement;
    } else {
      const step = Number(element.textContent);
      if (!line || step !== bands.length + 1) {
        throw new Error(
          'The messages are not numbered 1, 2, 3 …. Write "autonumber" without numbers.',
        );
      }
      const message = line;
      const box = writer.group(
        {
          class: 'message',
          id: `${id}-message-${step}`,
          'data-step': step,
          'data-from': message.dataset.from,
          'data-to': message.dataset.to,
        },
        () => {
          texts.forEach((text) => writeRows(reader, writer, text, ''));
          const isDashed = message.classList.contains('messageLine1');
          writeLine(reader, writer, message, isDashed ? 'line dashed' : 'line');
          const [number] = reader.rows(element);
          const {x} = number!.center;
          const y = reader.place(message, message.getPointAtLength(0)).y;
          writer.element(
            'circle',
            {class: 'disc', cx: x, cy: y, r: NUMBER_RADIUS},
            {
              x: x - NUMBER_RADIUS,
              y: y - NUMBER_RADIUS,
              width: 2 * NUMBER_RADIUS,
              height: 2 * NUMBER_RADIUS,
            },
          );
          writer.number(step, {x, y});
        },
      );
      bands.push({step, box: box!});
      texts = [];
      line = undefined;
    }
  }
  // From left to right; Mermaid draws them the other way round.
  const actors = select<SVGGElement>('[data-et="participant"]').sort(
    (a, b) => reader.box(a).x - reader.box(b).x,
  );
  // Last, and in a group of their own: they stay in sight, above the messages, while a reader scrolls down a tall drawing.
  writer.group({class: 'actors'}, () => {
    for (const actor of actors) {
      writer.group({class: 'actor', 'data-actor': actor.dataset.id}, () => {
        for (const shape of select<SVGGraphicsElement>(
          'rect, circle, path, line, polygon',
          actor,
        )) {
          writeShape(reader, writer, shape, 'box');
        }
        const rect = select<SVGRectElement>('rect', actor)[0];
        if (rect) {
          assertFit(reader, actor, reader.box(rect));
        }
        writeRows(reader, writer, actor, '');
      });
    }
  });
  if (bands.length !== select('[data-et="message"]').length) {
    throw new Error('Not every message has a number. Write "autonumber" above the first message.');
  }
  // A band lies behind each message: it is what a pointer can hit, and what is coloured when the message is lit.
  return writer.finish('sequence', (view) =>
    bands
      .map(({step, box}) =>
        Writer.rect({
          class: 'band',
          'data-step': step,
          x: view.x,
          y: box.y - BAND_PADDING,
          width: view.width,
          height: box.height + 2 * BAND_PADDING,
        }),
      )
      .join(''),
  );
}

/** The outline of a node; Mermaid draws some as a filled path and a second, sketched one over it. */
function findOutline(node: Element): SVGGraphicsElement | undefined {
  const shapes = [...node.children].filter((child) => !child.classList.contains('label'));
  const first = shapes[0];
  return first instanceof SVGGElement
    ? (first.querySelector<SVGGraphicsElement>('path, rect, circle, polygon') ?? undefined)
    : (first as SVGGraphicsElement | undefined);
}

function drawGraph(reader: Reader, kind: 'flow' | 'state'): DrawnDiagram {
  const {root} = reader;
  const writer = new Writer();
  for (const cluster of root.querySelectorAll('.cluster, .statediagram-cluster')) {
    writer.group({class: 'block'}, () => {
      cluster
        .querySelectorAll<SVGRectElement>(':scope > rect, :scope > g > rect.outer')
        .forEach((rect) => writer.rect('frame', reader.box(rect), {rx: 4}));
      cluster
        .querySelectorAll('.cluster-label')
        .forEach((label) => writeRows(reader, writer, label, 'label'));
    });
  }
  for (const edge of root.querySelectorAll<SVGPathElement>('.edgePaths path')) {
    const isDashed = /edge-pattern-(dotted|dashed)|note-edge/.test(
      edge.getAttribute('class') ?? '',
    );
    writer.group({class: 'edge'}, () =>
      writeLine(reader, writer, edge, isDashed ? 'line dashed' : 'line'),
    );
  }
  for (const label of root.querySelectorAll('.edgeLabel')) {
    writeRows(reader, writer, label, 'label');
  }
  for (const node of root.querySelectorAll('.node')) {
    const outline = findOutline(node);
    if (!outline) {
      continue;
    }
    writer.group({class: 'node'}, () => {
      const box = reader.box(outline);
      const center = {x: box.x + box.width / 2, y: box.y + box.height / 2};
      if (node.classList.contains('statediagram-note')) {
        writer.rect('note', box, {rx: 2});
      } else if (outline.classList.contains('state-start')) {
        writer.element('circle', {class: 'head', cx: center.x, cy: center.y, r: 7}, box);
      } else if (kind === 'state' && node.querySelector('.outer-path') && box.width < 20) {
        writer.element('circle', {class: 'box', cx: center.x, cy: center.y, r: 7}, box);
        writer.element('circle', {class: 'head', cx: center.x, cy: center.y, r: 3.5});
      } else {
        writeShape(reader, writer, outline, 'box');
      }
      writeRows(reader, writer, node, '');
    });
  }
  return writer.finish(kind);
}

/**
 * Draws a Mermaid fence in a browser: Mermaid lays it out and measures it, and what it draws is written anew as a small SVG
 * without colours, styles, scripts, references and markers; ids stand only on messages. Its looks are up to the site's stylesheet:
 *
 * - `.actor`, `.node` (a shape `.box` with text), `.life` (a lifeline), `.edge`;
 * - `.message[data-step]` from `data-from` to `data-to`, with `.line`, `.head`, `.disc` and `.number`; `.band[data-step]` behind it;
 * - `.block` with `.frame`, `.tab`, `.tab-text`, `.label`; `.note`; `.dashed`.
 *
 * @param source content of the fence
 * @param id id of the diagram on its page; message N gets the id `<id>-message-<N>`
 * @throws Error if the fence does not parse, or holds what cannot be drawn; the message says what, and how to mend it
 */
export async function drawInBrowser(source: string, id: string): Promise<DrawnDiagram> {
  mermaid.initialize(CONFIG);
  await document.fonts.ready;
  const holder = document.createElement('div');
  holder.style.cssText =
    'position:absolute;inset-inline-start:0;top:0;width:5000px;visibility:hidden';
  document.body.append(holder);
  try {
    const labels = new Labels(source);
    const isSequence = /^\s*sequenceDiagram\b/.test(source);
    const {svg, diagramType} = await mermaid.render(
      `drawing-of-${id}`,
      isSequence ? labels.source : source,
      holder,
    );
    holder.innerHTML = svg;
    const root = holder.querySelector('svg')!;
    const styled = root.querySelector('[style*="rgb"], [style*="#"]:not(.label)');
    if (styled) {
      throw new Error(
        'The fence sets a colour. Remove "style", "classDef", "linkStyle", "rect" and "box" with a colour: colours are the site\'s.',
      );
    }
    const reader = new Reader(root);
    return diagramType === 'sequence'
      ? drawSequence(reader, id, labels)
      : drawGraph(reader, diagramType === 'stateDiagram' ? 'state' : 'flow');
  } finally {
    holder.remove();
  }
}

/** Whether the browser can measure Chinese: without a font, two different characters are drawn as the same box. */
export function hasChineseFont(): boolean {
  const paint = (character: string): string => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d')!;
    context.font = `32px ${FONT}`;
    context.fillText(character, 0, 40);
    return canvas.toDataURL();
  };
  return paint('图') !== paint('表');
}
