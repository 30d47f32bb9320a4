import {useEffect, useState, type ReactNode} from 'react';
import Translate from '@docusaurus/Translate';
import type {DrawnDiagram} from '../../plugins/remark-diagram/drawing.ts';
import {drawInBrowser} from '../../plugins/remark-diagram/browser/index.ts';

export type Props = {
  readonly id: string;
  /** Content of the fence. */
  readonly source: string;
  readonly children: (drawing: DrawnDiagram) => ReactNode;
};

type Outcome = {readonly drawing: DrawnDiagram} | {readonly problem: string};

/** Of the live preview: draws a fence that has no committed drawing yet, with the same code that makes the committed ones. */
export default function LiveDrawing({id, source, children}: Props): ReactNode {
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    let isCurrent = true;
    drawInBrowser(source, id)
      .then((drawing): Outcome => ({drawing}))
      .catch((error: unknown): Outcome => ({problem: (error as Error).message}))
      .then((result) => isCurrent && setOutcome(result));
    return () => {
      isCurrent = false;
    };
  }, [id, source]);
  if (!outcome) {
    return null;
  }
  return 'drawing' in outcome ? (
    children(outcome.drawing)
  ) : (
    <p role="alert">
      <Translate id="diagram.problem" values={{problem: outcome.problem}}>
        {'这张图画不出来：{problem}'}
      </Translate>
    </p>
  );
}
