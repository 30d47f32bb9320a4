import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {version as mermaidVersion} from 'mermaid/package.json';

/** What Mermaid draws of a fence. */
export type DrawnDiagram = {
  readonly kind: 'sequence' | 'flow' | 'state';
  /** Size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** One `<svg>` element, see `browser/index.ts`. */
  readonly svg: string;
};

/** A drawing as it is committed, beside the page. */
export type Drawing = DrawnDiagram & {
  /** Tells what the drawing was made from, see `createKey`. */
  readonly key: string;
};

/** Folder of the drawings, in the folder of the pages that show them; an edition takes it along when it is cut. */
export const DRAWINGS_FOLDER = '_drawings';

/** The command that draws what is missing or stale. */
export const DRAW_COMMAND = 'npm run diagrams';

/** Folder of the code that decides how a drawing looks: when it changes, all drawings are stale. */
const DRAWING_CODE = path.join(__dirname, 'browser');

let codeHash: string | undefined;

function hash(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/**
 * Names everything that a drawing depends on: the fence, the diagram's id, the version of Mermaid and the code that draws. Two
 * drawings with one key are the same.
 */
export function createKey(source: string, id: string): string {
  codeHash ??= hash(
    ...fs
      .readdirSync(DRAWING_CODE)
      .sort()
      .map((name) => fs.readFileSync(path.join(DRAWING_CODE, name), 'utf8').replace(/\r\n/g, '\n')),
  );
  return hash(mermaidVersion, codeHash, id, source);
}

/**
 * Where the drawing of a page's diagram lies.
 * @param pagePath path of the page, with `/`: `docs/pods/creation.mdx`
 * @returns `docs/pods/_drawings/creation.pod-creation.json`
 */
export function toDrawingPath(pagePath: string, id: string): string {
  const {dir, name} = path.posix.parse(pagePath);
  return path.posix.join(dir, DRAWINGS_FOLDER, `${name}.${id}.json`);
}

/**
 * Reads a committed drawing.
 * @param file absolute path
 * @returns undefined if the file is missing or is no drawing
 */
export function readDrawing(file: string): Drawing | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Drawing;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/** What is wrong with a diagram whose fence has changed since it was drawn, or that was never drawn, and how to mend it. */
export function describeMissingDrawing(id: string): string {
  return `The diagram "${id}" has no current drawing. Run: ${DRAW_COMMAND}`;
}

/** Whether a diagram has a drawing that was made from what its fence says now. `file` is an absolute path. */
export function isDrawn(file: string, source: string, id: string): boolean {
  return readDrawing(file)?.key === createKey(source, id);
}
