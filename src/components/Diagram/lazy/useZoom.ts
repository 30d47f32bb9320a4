import {useEffect, useLayoutEffect, useRef, useState, type RefObject} from 'react';

/** Smallest and largest size of the drawing, as a factor of its own size, and one step of the buttons and keys. */
const MIN_ZOOM = 0.2;
const MAX_ZOOM = 4;
const STEP = 1.25;

/** Events after which there may be more or fewer fingers on the screen. */
const TOUCH_COUNT_EVENTS = ['touchstart', 'touchend', 'touchcancel'] as const;

/** From how many pixels on a press of the mouse is a drag. */
const DRAG_THRESHOLD = 4;

export type Zoom = {
  /** Factor of the drawing's own size. */
  readonly factor: number;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** Shows the whole drawing. */
  readonly fit: () => void;
};

type Point = {readonly x: number; readonly y: number};

const clamp = (factor: number): number => Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, factor));

/** Middle of two touches, and their distance, in pixels of the window. */
function measureTouches(touches: TouchList): {middle: Point; distance: number} {
  const [first, second] = [touches[0]!, touches[1]!];
  return {
    middle: {
      x: (first.clientX + second.clientX) / 2,
      y: (first.clientY + second.clientY) / 2,
    },
    distance: Math.hypot(first.clientX - second.clientX, first.clientY - second.clientY) || 1,
  };
}

/**
 * Zooms a drawing inside a scrolling box: by Ctrl or ⌘ and wheel, by pinch on a screen or a trackpad, and by the functions returned. The point under the
 * pointer, or else the middle, stays in its place. A mouse can drag the drawing; touch and wheel scroll the box by themselves.
 * @param box the scrolling box; the drawing is its first element
 * @param size the drawing's own size in CSS pixels
 */
export function useZoom(
  box: RefObject<HTMLElement | null>,
  {width, height}: {readonly width: number; readonly height: number},
): Zoom {
  const [factor, setFactor] = useState(1);
  // The point of the drawing that is to stay where it is, once the new size is there.
  const anchor = useRef<{readonly at: Point; readonly share: Point} | undefined>(undefined);
  const current = useRef(factor);

  const zoomTo = (wanted: number, at?: Point): void => {
    const element = box.current;
    const next = clamp(wanted);
    if (!element || next === current.current) {
      return;
    }
    const frame = element.getBoundingClientRect();
    const place = at
      ? {x: at.x - frame.left, y: at.y - frame.top}
      : {x: element.clientWidth / 2, y: element.clientHeight / 2};
    anchor.current = {
      at: place,
      share: {
        x: (element.scrollLeft + place.x) / current.current,
        y: (element.scrollTop + place.y) / current.current,
      },
    };
    current.current = next;
    setFactor(next);
  };
  const zoom = useRef(zoomTo);
  useEffect(() => {
    zoom.current = zoomTo;
  });

  useLayoutEffect(() => {
    const element = box.current;
    const drawing = element?.firstElementChild as HTMLElement | null | undefined;
    drawing?.style.setProperty('width', `${width * factor}px`);
    if (element && anchor.current) {
      const {at, share} = anchor.current;
      element.scrollTo(share.x * factor - at.x, share.y * factor - at.y);
      anchor.current = undefined;
    }
  }, [box, factor, width]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) {
      return undefined;
    }
    // As wide as the window allows, but not so small that it cannot be read.
    current.current = clamp(Math.min(1.25, Math.max(0.75, element.clientWidth / width)));
    setFactor(current.current);

    const handleWheel = (event: WheelEvent): void => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const pixels =
          event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * 30;
        zoom.current(current.current * Math.exp(-pixels / 300), {
          x: event.clientX,
          y: event.clientY,
        });
      }
    };
    let pinch: {readonly distance: number; readonly factor: number} | undefined;
    const handleTouchCount = (event: TouchEvent): void => {
      pinch =
        event.touches.length === 2
          ? {distance: measureTouches(event.touches).distance, factor: current.current}
          : undefined;
    };
    const handleTouchMove = (event: TouchEvent): void => {
      if (pinch && event.touches.length === 2) {
        event.preventDefault();
        const {middle, distance} = measureTouches(event.touches);
        zoom.current((pinch.factor * distance) / pinch.distance, middle);
      }
    };
    // Safari reports a pinch on a trackpad by events of its own.
    const handleGesture = (event: Event): void => {
      const {type, scale, clientX, clientY} = event as Event &
        Readonly<Record<'scale' | 'clientX' | 'clientY', number>>;
      event.preventDefault();
      if (type === 'gesturestart') {
        gestureStart = current.current;
      } else if (!pinch) {
        zoom.current(gestureStart * scale, {x: clientX, y: clientY});
      }
    };
    let gestureStart = 1;
    const handlePointerDown = (event: PointerEvent): void => {
      if (event.pointerType !== 'mouse' || event.button !== 0) {
        return;
      }
      const start = {
        x: event.clientX + element.scrollLeft,
        y: event.clientY + element.scrollTop,
      };
      const handleMove = (move: PointerEvent): void => {
        element.scrollTo(start.x - move.clientX, start.y - move.clientY);
      };
      const handleUp = (up: PointerEvent): void => {
        window.removeEventListener('pointermove', handleMove);
        window.removeEventListener('pointerup', handleUp);
        const isDrag =
          Math.hypot(up.clientX - event.clientX, up.clientY - event.clientY) > DRAG_THRESHOLD;
        if (isDrag) {
          // The click that ends a drag means nothing to what lies under the pointer.
          const swallow = (click: MouseEvent): void => click.stopPropagation();
          element.addEventListener('click', swallow, {capture: true, once: true});
          setTimeout(() => element.removeEventListener('click', swallow, {capture: true}));
        }
      };
      window.addEventListener('pointermove', handleMove);
      window.addEventListener('pointerup', handleUp);
    };
    element.addEventListener('wheel', handleWheel, {passive: false});
    for (const type of TOUCH_COUNT_EVENTS) {
      element.addEventListener(type, handleTouchCount, {passive: true});
    }
    element.addEventListener('touchmove', handleTouchMove, {passive: false});
    element.addEventListener('gesturestart', handleGesture);
    element.addEventListener('gesturechange', handleGesture);
    element.addEventListener('pointerdown', handlePointerDown);
    return () => {
      element.removeEventListener('wheel', handleWheel);
      for (const type of TOUCH_COUNT_EVENTS) {
        element.removeEventListener(type, handleTouchCount);
      }
      element.removeEventListener('touchmove', handleTouchMove);
      element.removeEventListener('gesturestart', handleGesture);
      element.removeEventListener('gesturechange', handleGesture);
      element.removeEventListener('pointerdown', handlePointerDown);
    };
  }, [box, width]);

  return {
    factor,
    zoomIn: () => zoomTo(current.current * STEP),
    zoomOut: () => zoomTo(current.current / STEP),
    fit: () => {
      const element = box.current;
      if (element) {
        zoomTo(Math.min(element.clientWidth / width, element.clientHeight / height));
      }
    },
  };
}
