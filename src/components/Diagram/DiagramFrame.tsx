import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import clsx from 'clsx';
import Translate, {translate} from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type {DrawnDiagram} from '../../plugins/remark-diagram/drawing.ts';
import IconButton from './IconButton.tsx';
import {saveFile, toStandaloneSvg} from './saveDrawing.ts';
import styles from './styles.module.css';
import {useZoom} from './useZoom.ts';

export type Props = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly drawing: DrawnDiagram;
  /** The scrolling box around the drawing, for who wants to find things in it. */
  readonly stage?: RefObject<HTMLDivElement | null>;
  /** Buttons in front of the frame's own. */
  readonly controls?: ReactNode;
  /** Shown beside the drawing, below it on a phone. */
  readonly panel?: ReactNode;
  /** Whether the panel takes its place. */
  readonly hasPanel?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly onClick?: (event: MouseEvent) => void;
  /** Called after the drawing was put into the page anew: when full screen begins and ends. */
  readonly onMount?: () => void;
};

/** How far Shift and an arrow key move the drawing, in CSS pixels. */
const PAN_DISTANCE = 80;

const PAN_KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * A drawing with its caption, in a box that scrolls when the drawing is wider than the column. With JavaScript it can be shown
 * full screen, zoomed and saved. The drawing is complete without.
 */
export default function DiagramFrame({
  id,
  title,
  description,
  drawing,
  stage: givenStage,
  controls,
  panel,
  hasPanel = false,
  onKeyDown,
  onClick,
  onMount,
}: Props): ReactNode {
  useBrokenLinks().collectAnchor(id);
  const ownStage = useRef<HTMLDivElement>(null);
  const stage = givenStage ?? ownStage;
  const dialog = useRef<HTMLDialogElement>(null);
  const figure = useRef<HTMLElement>(null);
  const opener = useRef<HTMLSpanElement>(null);
  /** Height that the diagram keeps on the page while it is shown full screen. */
  const [keptHeight, setKeptHeight] = useState<number>();
  const isFullScreen = keptHeight !== undefined;
  const {factor, zoomIn, zoomOut, fit} = useZoom(stage, drawing, isFullScreen);
  const captionId = `${id}.caption`;
  const descriptionId = `${id}.description`;

  const wasFullScreen = useRef(false);
  useEffect(() => {
    if (isFullScreen) {
      dialog.current?.showModal();
      stage.current?.focus();
      onMount?.();
    } else if (wasFullScreen.current) {
      opener.current?.querySelector('button')?.focus({preventScroll: true});
      onMount?.();
    }
    wasFullScreen.current = isFullScreen;
    // Only a change of the mode puts the drawing into the page anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isFullScreen]);

  const save = (): void => {
    const svg = stage.current?.querySelector<SVGSVGElement>('svg');
    if (svg) {
      saveFile(`${id}.svg`, 'image/svg+xml', toStandaloneSvg(svg, title, description));
    }
  };
  const handleKeyDown = (event: KeyboardEvent): void => {
    const pan = PAN_KEYS[event.key];
    if (event.shiftKey && pan) {
      event.preventDefault();
      stage.current?.scrollBy({left: pan[0] * PAN_DISTANCE, top: pan[1] * PAN_DISTANCE});
    } else if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    } else if (isFullScreen && (event.key === '+' || event.key === '=')) {
      zoomIn();
    } else if (isFullScreen && event.key === '-') {
      zoomOut();
    } else if (isFullScreen && event.key === '0') {
      fit();
    } else {
      onKeyDown?.(event);
    }
  };

  const content = (
    <div
      className={clsx(styles.frame, isFullScreen && styles.fullScreenFrame)}
      onKeyDown={handleKeyDown}
    >
      <div className={styles.toolbar}>
        {controls}
        <span className={styles.spacer} />
        {isFullScreen ? (
          <>
            <span className={styles.hint}>
              <Translate id="diagram.hint">滚轮或拖动来移动，Ctrl（⌘）加滚轮来缩放</Translate>
            </span>
            <IconButton
              icon="zoomOut"
              label={translate({id: 'diagram.zoomOut', message: '缩小'})}
              shortcut="-"
              onClick={zoomOut}
            />
            <output className={styles.factor}>{`${Math.round(factor * 100)}%`}</output>
            <IconButton
              icon="zoomIn"
              label={translate({id: 'diagram.zoomIn', message: '放大'})}
              shortcut="Plus"
              onClick={zoomIn}
            />
            <IconButton
              icon="fit"
              label={translate({id: 'diagram.fit', message: '适合窗口'})}
              shortcut="0"
              onClick={fit}
            />
          </>
        ) : (
          <span ref={opener}>
            <IconButton
              icon="fullScreen"
              label={translate({id: 'diagram.fullScreen', message: '全屏'})}
              onClick={() => setKeptHeight(figure.current?.offsetHeight)}
            />
          </span>
        )}
        <IconButton
          icon="save"
          label={translate({id: 'diagram.save', message: '存为 SVG'})}
          onClick={save}
        />
        {isFullScreen && (
          <IconButton
            icon="close"
            label={translate({id: 'diagram.close', message: '退出全屏'})}
            shortcut="Escape"
            onClick={() => dialog.current?.close()}
          />
        )}
      </div>
      <div className={clsx(styles.body, hasPanel && styles.withPanel)}>
        <div
          ref={stage}
          className={styles.stage}
          role="group"
          // A drawing wider than the column scrolls in this box; the keyboard needs a way to get there.
          tabIndex={0}
          aria-label={translate({
            id: 'diagram.stage',
            message: '图，可滚动；按住 Shift 用方向键移动',
          })}
          onClick={onClick}
        >
          <div
            className={styles.drawing}
            role="img"
            aria-labelledby={captionId}
            aria-describedby={descriptionId}
            style={isFullScreen ? {width: drawing.width * factor} : undefined}
            dangerouslySetInnerHTML={{__html: drawing.svg}}
          />
        </div>
        {panel}
      </div>
    </div>
  );
  return (
    <figure ref={figure} className={styles.figure} id={id} style={{minHeight: keptHeight}}>
      <figcaption className={styles.caption} id={captionId}>
        {title}
      </figcaption>
      <p id={descriptionId} hidden>
        {description}
      </p>
      {isFullScreen ? (
        <dialog
          ref={dialog}
          className={styles.dialog}
          aria-labelledby={captionId}
          onClose={() => setKeptHeight(undefined)}
        >
          {content}
        </dialog>
      ) : (
        content
      )}
    </figure>
  );
}
