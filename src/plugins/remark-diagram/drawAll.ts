import fs from 'node:fs';
import path from 'node:path';
import {chromium, type Page} from '@playwright/test';
import {build} from 'esbuild';
import {readContent, toFaults, type Fault} from '../docusaurus-page-contract/checkContent.ts';
import type * as drawingCode from './browser/index.ts';
import {createKey, isDrawn, toDrawingPath, type DrawnDiagram, type Drawing} from './drawing.ts';
import {readDiagrams, type Diagram} from './readDiagrams.ts';

/** What `drawAll` did. Paths are relative to the site. */
export type Result = {
  readonly drawn: readonly string[];
  readonly current: readonly string[];
  readonly removed: readonly string[];
  /** Diagrams that could not be drawn. */
  readonly faults: readonly Fault[];
};

/** Options of `drawAll`. */
export type Options = {
  /** Draws current drawings again, too. */
  readonly isForced?: boolean;
  /** Path of Chromium; Playwright's own if it is missing. */
  readonly executablePath?: string;
};

/** Name under which the browser has what `browser/index.ts` exports. */
const GLOBAL_NAME = 'diagrams';

type BrowserCode = Readonly<Record<string, typeof drawingCode>>;

type Task = {readonly file: string; readonly page: string; readonly diagram: Diagram};

/** Bundles Mermaid and the code that draws with it into one script. */
async function bundleDrawingCode(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [path.join(__dirname, 'browser/index.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: GLOBAL_NAME,
    legalComments: 'none',
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

/** Opens a page that can draw; `close` ends the browser. */
export async function openDrawingPage(
  executablePath?: string,
): Promise<{page: Page; close: () => Promise<void>}> {
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-background-networking'],
    ...(executablePath && {executablePath}),
  });
  try {
    const page = await browser.newPage();
    await page.setContent('<!doctype html><html lang="zh-Hans"><body></body></html>');
    await page.addScriptTag({content: await bundleDrawingCode()});
    const canMeasure = await page.evaluate(
      (name) => (globalThis as unknown as BrowserCode)[name]!.hasChineseFont(),
      GLOBAL_NAME,
    );
    if (!canMeasure) {
      throw new Error(
        'The browser has no Chinese font, so that texts cannot be measured. Install one, such as Noto Sans CJK (Debian: apt-get install fonts-noto-cjk).',
      );
    }
    return {page, close: () => browser.close()};
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/**
 * Draws one diagram.
 * @throws Error if the browser cannot draw it; the message says why
 */
export async function drawOne(page: Page, source: string, id: string): Promise<DrawnDiagram> {
  const outcome = await page.evaluate(
    async ({name, fence, diagramId}) => {
      try {
        const code = (globalThis as unknown as BrowserCode)[name]!;
        return {drawing: await code.drawInBrowser(fence, diagramId)};
      } catch (error) {
        return {problem: (error as Error).message};
      }
    },
    {name: GLOBAL_NAME, fence: source, diagramId: id},
  );
  if (outcome.drawing === undefined) {
    throw new Error(outcome.problem);
  }
  return outcome.drawing;
}

function writeDrawing(file: string, drawing: Drawing): void {
  fs.mkdirSync(path.dirname(file), {recursive: true});
  fs.writeFileSync(file, `${JSON.stringify(drawing, undefined, 1)}\n`);
}

/**
 * Draws every diagram of every edition that has no current drawing, and removes drawings that no diagram uses.
 * @param siteDir absolute path of the site
 * @throws Error if there is no browser, or it has no Chinese font
 */
export async function drawAll(
  siteDir: string,
  {isForced = false, executablePath}: Options = {},
): Promise<Result> {
  const faults: Fault[] = [];
  const tasks: Task[] = [];
  const existing = new Set<string>();
  for (const {pages, drawings} of readContent(siteDir)) {
    drawings.forEach((file) => existing.add(file));
    for (const {file, tree} of pages) {
      const found = tree ? await readDiagrams(tree) : {diagrams: [], faults: []};
      faults.push(
        ...toFaults(file),
        ...found.faults.map(({place, message}) => ({
          file: file.path,
          line: place.line,
          column: place.column,
          message,
        })),
      );
      for (const diagram of found.diagrams) {
        tasks.push({file: toDrawingPath(file.path, diagram.id), page: file.path, diagram});
      }
    }
  }
  const stale = tasks.filter(
    ({file, diagram: {source, id}}) => isForced || !isDrawn(path.join(siteDir, file), source, id),
  );
  const current = tasks.filter((task) => !stale.includes(task)).map(({file}) => file);
  const drawn: string[] = [];
  if (stale.length > 0) {
    const {page, close} = await openDrawingPage(executablePath);
    try {
      for (const {file, page: pagePath, diagram} of stale) {
        const {id, source, fence} = diagram;
        try {
          const drawing = await drawOne(page, source, id);
          writeDrawing(path.join(siteDir, file), {key: createKey(source, id), ...drawing});
          drawn.push(file);
        } catch (error) {
          const {line, column} = fence.position!.start;
          faults.push({file: pagePath, line, column, message: (error as Error).message});
        }
      }
    } finally {
      await close();
    }
  }
  // A drawing is kept as long as anything is wrong: the diagram that uses it may be the one that cannot be read.
  const used = new Set(tasks.map(({file}) => file));
  const removed = faults.length > 0 ? [] : [...existing].filter((file) => !used.has(file));
  removed.forEach((file) => fs.rmSync(path.join(siteDir, file)));
  return {drawn, current, removed, faults};
}
