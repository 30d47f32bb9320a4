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
import {translate} from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type {DrawnDiagram} from '../../plugins/remark-diagram/drawing.ts';
import IconButton from './IconButton.tsx';
import type * as tools from './lazy/index.ts';
import type {Zoom} from './lazy/useZoom.ts';
import styles from './styles.module.css';

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

/** Shapes of the icons. */
const FULL_SCREEN = 'M4 4h6v2H6v4H4zm10 0h6v6h-2V6h-4zM4 14h2v4h4v2H4zm14 0h2v6h-6v-2h4z';
const SAVE = 'M11 4h2v8.2l3-3 1.4 1.4L12 16l-5.4-5.4L8 9.2l3 3zM5 18h14v2H5z';
const CLOSE =
  'M6.4 5L12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4L12 13.4 6.4 19 5 17.6 10.6 12 5 6.4z';

/** How far Shift and an arrow key move the drawing, in CSS pixels. */
const PAN_DISTANCE = 80;

const PAN_KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Loads what the toolbar may soon need. The bundler does so once; a chunk that is gone is the business of `docusaurus-reload`. */
function loadTools(): Promise<typeof tools> {
  return import('./lazy/index.ts');
}

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
  const [ZoomControls, setZoomControls] = useState<typeof tools.ZoomControls>();
  const zoom = useRef<Zoom>(null);
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

  const showFullScreen = async (): Promise<void> => {
    const {ZoomControls: Controls} = await loadTools();
    setZoomControls(() => Controls);
    setKeptHeight(figure.current?.offsetHeight);
  };
  const save = async (): Promise<void> => {
    const {saveDrawing} = await loadTools();
    const svg = stage.current?.querySelector<SVGSVGElement>('svg');
    if (svg) {
      saveDrawing(svg, {name: id, title, description});
    }
  };
  const handleKeyDown = (event: KeyboardEvent): void => {
    const pan = PAN_KEYS[event.key];
    if (event.shiftKey && pan) {
      event.preventDefault();
      stage.current?.scrollBy({left: pan[0] * PAN_DISTANCE, top: pan[1] * PAN_DISTANCE});
    } else if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    } else if (event.key === '+' || event.key === '=') {
      zoom.current?.zoomIn();
    } else if (event.key === '-') {
      zoom.current?.zoomOut();
    } else if (event.key === '0') {
      zoom.current?.fit();
    } else {
      onKeyDown?.(event);
    }
  };

  const content = (
    <div
      className={clsx(styles.frame, isFullScreen && styles.fullScreenFrame)}
      onKeyDown={handleKeyDown}
    >
      <div
        className={styles.toolbar}
        onPointerEnter={() => void loadTools()}
        onFocus={() => void loadTools()}
      >
        {controls}
        <span className={styles.spacer} />
        {isFullScreen ? (
          ZoomControls && <ZoomControls ref={zoom} stage={stage} drawing={drawing} />
        ) : (
          <span ref={opener}>
            <IconButton
              icon={FULL_SCREEN}
              label={translate({id: 'diagram.fullScreen', message: '全屏'})}
              onClick={() => void showFullScreen()}
            />
          </span>
        )}
        <IconButton
          icon={SAVE}
          label={translate({id: 'diagram.save', message: '存为 SVG'})}
          onClick={() => void save()}
        />
        {isFullScreen && (
          <IconButton
            icon={CLOSE}
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
