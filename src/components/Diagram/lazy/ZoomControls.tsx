import {useImperativeHandle, type ReactNode, type Ref, type RefObject} from 'react';
import Translate, {translate} from '@docusaurus/Translate';
import type {DrawnDiagram} from '../../../plugins/remark-diagram/drawing.ts';
import IconButton from '../IconButton.tsx';
import styles from '../styles.module.css';
import {useZoom, type Zoom} from './useZoom.ts';

/** Shapes of the icons. */
const ZOOM_IN = 'M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z';
const ZOOM_OUT = 'M5 11h14v2H5z';
const FIT = 'M4 6h16v12H4zm2 2v8h12V8z';

export type Props = {
  /** The scrolling box around the drawing. */
  readonly stage: RefObject<HTMLElement | null>;
  readonly drawing: DrawnDiagram;
  /** For the keys that do the same as the buttons. */
  readonly ref: Ref<Zoom>;
};

/** Buttons of full screen that make the drawing larger and smaller; as long as they are there, wheel and fingers do it, too. */
export default function ZoomControls({stage, drawing, ref}: Props): ReactNode {
  const zoom = useZoom(stage, drawing);
  useImperativeHandle(ref, () => zoom);
  return (
    <>
      <span className={styles.hint}>
        <Translate id="diagram.hint">滚轮或拖动来移动，Ctrl（⌘）加滚轮来缩放</Translate>
      </span>
      <IconButton
        icon={ZOOM_OUT}
        label={translate({id: 'diagram.zoomOut', message: '缩小'})}
        shortcut="-"
        onClick={zoom.zoomOut}
      />
      <output className={styles.factor}>{`${Math.round(zoom.factor * 100)}%`}</output>
      <IconButton
        icon={ZOOM_IN}
        label={translate({id: 'diagram.zoomIn', message: '放大'})}
        shortcut="Plus"
        onClick={zoom.zoomIn}
      />
      <IconButton
        icon={FIT}
        label={translate({id: 'diagram.fit', message: '适合窗口'})}
        shortcut="0"
        onClick={zoom.fit}
      />
    </>
  );
}
