import mermaid, {type MermaidConfig} from 'mermaid';
import type {DrawnDiagram} from '../drawing.ts';
import {drawGraph} from './drawGraph.ts';
import {drawSequence} from './drawSequence.ts';
import {Labels} from './Labels.ts';
import {Reader} from './Reader.ts';

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
    boxMargin: 8,
    boxTextMargin: 2,
    noteMargin: 8,
    diagramMarginX: 8,
    diagramMarginY: 8,
  },
};

/**
 * Draws a Mermaid fence in a browser: Mermaid lays it out and measures it, and what it draws is written anew as a small SVG
 * without colours, styles, scripts, references and markers; ids stand only on messages. Its looks are up to the site's stylesheet:
 *
 * - `.actor`, `.node` (a shape `.box` with text), `.life` (a lifeline), `.edge`; `.actors` with `.ground` behind it;
 * - `.message[data-step]` from `data-from` to `data-to`, with `.line`, `.head`, `.disc` and `.number`; `.band[data-step]` behind it;
 * - `.block` with `.frame`, `.tab`, `.tab-text`, `.label`; `.label-ground` behind the label of an edge; `.note`; `.dashed`, `.thick`.
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
