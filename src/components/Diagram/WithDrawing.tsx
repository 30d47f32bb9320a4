import {lazy, Suspense, type ReactNode} from 'react';
import type {DrawnDiagram} from '../../plugins/remark-diagram/drawing.ts';

/** A drawing, or in the live preview the fence that has none yet. Pages get these props from the plugin `remark-diagram`. */
export type DrawingProps =
  | {readonly drawing: DrawnDiagram; readonly source?: undefined}
  | {readonly drawing?: undefined; readonly source: string};

// Mermaid is in the live preview only: the bundler drops the branch, and with it the import, from a built site.
const LiveDrawing =
  process.env.NODE_ENV === 'development' ? lazy(() => import('./LiveDrawing.tsx')) : undefined;

/** Gives the drawing to `children`; in the live preview, of a fence that has none yet, after drawing it in the browser. */
export default function WithDrawing({
  id,
  drawing,
  source,
  children,
}: DrawingProps & {
  readonly id: string;
  readonly children: (drawing: DrawnDiagram) => ReactNode;
}): ReactNode {
  if (drawing) {
    return children(drawing);
  }
  return (
    LiveDrawing && (
      <Suspense fallback={undefined}>
        <LiveDrawing id={id} source={source}>
          {children}
        </LiveDrawing>
      </Suspense>
    )
  );
}
