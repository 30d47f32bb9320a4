import path from 'node:path';
import type {Root} from 'mdast';
import type {VFile} from 'vfile';
import {describeMissingDrawing, isDrawn, toDrawingPath} from '../remark-diagram/drawing.ts';
import {readDiagrams} from '../remark-diagram/readDiagrams.ts';

/** Options of the rule. */
export type Options = {
  /** Whether every diagram must have a current drawing; the live preview draws in the browser what has none. */
  readonly needsDrawings: boolean;
};

/**
 * Every Mermaid diagram parses, has an id, and has a drawing made from what its fence says now; a sequence diagram numbers its
 * messages, and stands with a list of as many items in `<SequenceDiagram>`.
 */
export default function remarkLintDiagram({needsDrawings}: Options) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const report = (message: string, place: {line: number; column: number} | undefined): void => {
      file.message(message, {...(place && {place}), ruleId: 'diagram', source: 'remark-lint'});
    };
    const {diagrams, faults} = await readDiagrams(tree);
    faults.forEach(({message, place}) => report(message, place));
    for (const {id, source, fence} of diagrams) {
      const drawingPath = toDrawingPath(file.path, id);
      if (needsDrawings && !isDrawn(path.join(file.data.page!.siteDir, drawingPath), source, id)) {
        report(describeMissingDrawing(id), fence.position?.start);
      }
    }
  };
}
