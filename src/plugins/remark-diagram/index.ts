import path from 'node:path';
import type {Root} from 'mdast';
import type {MdxjsEsm} from 'mdast-util-mdxjs-esm';
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx';
import {visit} from 'unist-util-visit';
import type {VFile} from 'vfile';
import {describeMissingDrawing, DRAWINGS_FOLDER, isDrawn, toDrawingPath} from './drawing.ts';
import {createElement, createImport} from './mdxNodes.ts';
import {readDiagrams, SEQUENCE_DIAGRAM, type Diagram} from './readDiagrams.ts';

/** Options of the plugin. */
export type Options = {
  /**
   * Whether a diagram without a current drawing is handed to the page as its source, to be drawn in the browser; for the live
   * preview only. Otherwise it stops the build.
   */
  readonly isPreview: boolean;
};

/** What a reader calls the kinds of blocks. */
const BRANCH_NAMES = {
  alt: '分支',
  opt: '可选',
  par: '并行',
  loop: '循环',
  critical: '关键段',
  break: '中断',
} as const;

/** Says in which branches a message stands: `并行「节点：关闭容器」› 分支「期限内退出」`; empty outside of all blocks. */
export function describeBranches(
  branches: Diagram['model']['messages'][number]['branches'],
): string {
  return branches
    .map(({kind, label}) => (label ? `${BRANCH_NAMES[kind]}「${label}」` : BRANCH_NAMES[kind]))
    .join(' › ');
}

const DIAGRAM = 'Diagram';
const STEP = 'DiagramStep';

/** The component that shows a diagram, with everything that it says. */
function createDiagram(
  {id, source, model, wrapper}: Diagram,
  drawingName: string | undefined,
): MdxJsxFlowElement {
  const attributes = {
    id,
    title: model.title,
    description: model.description,
    ...(drawingName === undefined
      ? {source}
      : {drawing: {type: 'Identifier', name: drawingName} as const}),
  };
  const steps = (wrapper?.items ?? []).map((item, index) => {
    const {from, to, text, branches} = model.messages[index]!;
    const path = describeBranches(branches);
    return createElement(
      STEP,
      {from, to, message: text, ...(path && {branch: path})},
      item.children,
    );
  });
  return wrapper
    ? createElement(SEQUENCE_DIAGRAM, attributes, steps)
    : createElement(DIAGRAM, attributes);
}

/**
 * Turns ` ```mermaid ` fences into components that show a committed drawing: `<SequenceDiagram>` with its list into a diagram
 * that can be stepped through, any other fence into a figure. The components, and each drawing, are imported by the page that
 * shows them, so that no other page pays for them and the bundler notices when a drawing changes.
 *
 * Register it in `beforeDefaultRemarkPlugins`: Docusaurus then sees the list items as ordinary content.
 * @throws VFileMessage, with the place, at the first fault; the page contract has reported all of them before
 */
export default function remarkDiagram({isPreview}: Options) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const {diagrams, faults} = await readDiagrams(tree);
    if (faults[0]) {
      file.fail(faults[0].message, {place: faults[0].place, source: 'remark-diagram'});
    }
    const imports = new Map<string, MdxjsEsm>();
    for (const [index, diagram] of diagrams.entries()) {
      const {id, source, fence, wrapper} = diagram;
      const drawingPath = toDrawingPath(file.path.split(path.sep).join('/'), id);
      const hasDrawing = isDrawn(path.resolve(file.cwd, drawingPath), source, id);
      if (!hasDrawing && !isPreview) {
        file.fail(describeMissingDrawing(id), {
          place: fence.position,
          source: 'remark-diagram',
        });
      }
      const drawingName = hasDrawing ? `diagramDrawing${index}` : undefined;
      if (drawingName) {
        imports.set(
          drawingName,
          createImport(`./${DRAWINGS_FOLDER}/${path.posix.basename(drawingPath)}`, drawingName),
        );
      }
      if (wrapper) {
        imports.set(
          SEQUENCE_DIAGRAM,
          createImport('@site/src/components/SequenceDiagram', SEQUENCE_DIAGRAM, STEP),
        );
      } else {
        imports.set(DIAGRAM, createImport('@site/src/components/Diagram', DIAGRAM));
      }
      const replaced = wrapper?.element ?? fence;
      visit(tree, (node, position, parent) => {
        if (node === replaced && parent && position !== undefined) {
          parent.children[position] = createDiagram(diagram, drawingName);
        }
      });
    }
    tree.children.unshift(...imports.values());
  };
}
