import type {DrawnDiagram} from '../drawing.ts';
import {getCenter} from './geometry.ts';
import type {Reader} from './Reader.ts';
import {writeLine, writeRows, writeShape} from './shapes.ts';
import {Writer} from './Writer.ts';

/** Room that the label of an edge takes of its line, in CSS pixels. */
const LABEL_HEIGHT = 18;
const LABEL_PADDING = 3;

/** Mermaid's ids of the states in which a diagram, or a composite state, ends. */
const END_STATE = /_end-\d+$/;

/** The outline of a node; Mermaid draws some as a filled path and a second, sketched one over it. */
function findOutline(node: Element): SVGGraphicsElement | undefined {
  const shapes = [...node.children].filter((child) => !child.classList.contains('label'));
  const first = shapes[0];
  return first instanceof SVGGElement
    ? (first.querySelector<SVGGraphicsElement>('path, rect, circle, polygon') ?? undefined)
    : (first as SVGGraphicsElement | undefined);
}

/** Writes a flow chart or a state diagram anew. */
export function drawGraph(reader: Reader, kind: 'flow' | 'state'): DrawnDiagram {
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
    const classes = edge.getAttribute('class') ?? '';
    const pattern = /edge-pattern-(dotted|dashed)|note-edge/.test(classes) ? ' dashed' : '';
    const thickness = classes.includes('edge-thickness-thick') ? ' thick' : '';
    writer.group({class: 'edge'}, () =>
      writeLine(reader, writer, edge, `line${pattern}${thickness}`),
    );
  }
  for (const label of root.querySelectorAll('.edgeLabel')) {
    // The line must not run through the gaps of a text.
    for (const {center, width} of reader.rows(label)) {
      const height = LABEL_HEIGHT;
      writer.rect('label-ground', {
        x: center.x - width / 2 - LABEL_PADDING,
        y: center.y - height / 2,
        width: width + 2 * LABEL_PADDING,
        height,
      });
    }
    writeRows(reader, writer, label, 'label');
  }
  for (const node of root.querySelectorAll('.node')) {
    const outline = findOutline(node);
    if (!outline) {
      continue;
    }
    writer.group({class: 'node'}, () => {
      const box = reader.box(outline);
      const {x: cx, y: cy} = getCenter(box);
      if (node.classList.contains('statediagram-note')) {
        writer.rect('note', box, {rx: 2});
      } else if (outline.classList.contains('state-start')) {
        writer.element('circle', {class: 'head', cx, cy, r: 7}, box);
      } else if (kind === 'state' && END_STATE.test(node.id)) {
        writer.element('circle', {class: 'box', cx, cy, r: 7}, box);
        writer.element('circle', {class: 'head', cx, cy, r: 3.5});
      } else {
        writeShape(reader, writer, outline, 'box');
      }
      writeRows(reader, writer, node, '');
    });
  }
  return writer.finish(kind);
}
