import type {DrawnDiagram} from '../drawing.ts';
import {toMessageId} from '../ids.ts';
import {unite, type Box} from './geometry.ts';
import type {Labels} from './Labels.ts';
import type {Reader} from './Reader.ts';
import {assertFit, writeLine, writeRows, writeShape} from './shapes.ts';
import {MARGIN, Writer} from './Writer.ts';

/** Space above and below a message in its band, in CSS pixels. */
const BAND_PADDING = 5;

/** Radius of the disc with a message's number, in CSS pixels. */
const NUMBER_RADIUS = 9;

/** Distance of a label from the upper edge of its branch, in CSS pixels. */
const LABEL_OFFSET = 12;

/** Where Mermaid lets the lifelines end of participants that are never destroyed: it means the lower edge, but does not know it yet. */
const ENDLESS = 2000;

/**
 * Writes a sequence diagram anew.
 * @throws Error if messages are not numbered from 1, or texts do not fit
 */
export function drawSequence(reader: Reader, id: string, labels: Labels): DrawnDiagram {
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
          id: toMessageId(id, step),
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
          const diameter = 2 * NUMBER_RADIUS;
          writer.element(
            'circle',
            {class: 'disc', cx: x, cy: y, r: NUMBER_RADIUS},
            {x: x - NUMBER_RADIUS, y: y - NUMBER_RADIUS, width: diameter, height: diameter},
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
    // What they move over must not show between them.
    const row = unite(actors.map((actor) => reader.box(actor)));
    writer.element('rect', {
      class: 'ground',
      x: frame.x - MARGIN,
      y: row.y - MARGIN,
      width: frame.width + 2 * MARGIN,
      height: row.height + 2 * MARGIN,
    });
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
