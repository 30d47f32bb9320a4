import type {ReactNode} from 'react';
import DiagramFrame from './DiagramFrame.tsx';
import WithDrawing, {type DrawingProps} from './WithDrawing.tsx';

export type Props = DrawingProps & {
  /** The diagram's address on its page. */
  readonly id: string;
  /** What the diagram shows; the caption. */
  readonly title: string;
  /** What happens in it, for readers who cannot see it. */
  readonly description: string;
};

/** A Mermaid diagram other than a sequence diagram. */
export default function Diagram({id, title, description, ...drawing}: Props): ReactNode {
  return (
    <WithDrawing id={id} {...drawing}>
      {(drawn) => <DiagramFrame id={id} title={title} description={description} drawing={drawn} />}
    </WithDrawing>
  );
}
