import {
  Children,
  cloneElement,
  isValidElement,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import {useLocation} from '@docusaurus/router';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type {DrawnDiagram} from '../../plugins/remark-diagram/drawing.ts';
import {toStepId} from '../../plugins/remark-diagram/ids.ts';
import DiagramFrame from '../Diagram/DiagramFrame.tsx';
import type {Props as DiagramProps} from '../Diagram/index.tsx';
import WithDrawing from '../Diagram/WithDrawing.tsx';
import Controls from './Controls.tsx';
import DiagramStep, {type ItemProps, type StepProps} from './DiagramStep.tsx';
import {lightStep, revealStep} from './revealStep.ts';
import StepPanel from './StepPanel.tsx';
import styles from './styles.module.css';
import {usePlayer} from './usePlayer.ts';
import {getParticipants, getUpperLimit, useStickyParticipants} from './useStickyParticipants.ts';

export {DiagramStep};

export type Props = DiagramProps & {
  /** One `DiagramStep` for each message, in order. */
  readonly children: ReactNode;
};

/** Step of a hash such as `#pod-creation-step-5`, if it belongs to the diagram. */
function readStep(hash: string, id: string, count: number): number | undefined {
  const prefix = `#${id}-step-`;
  const step = hash.startsWith(prefix) ? Number(hash.slice(prefix.length)) : NaN;
  return Number.isInteger(step) && step >= 1 && step <= count ? step : undefined;
}

/** Puts the step into the address without a new entry in the history, and without the router, which would scroll to the list. */
function showInAddress(id: string, step: number, count: number): void {
  const {hash, pathname, search} = window.location;
  const isOwn = readStep(hash, id, count) !== undefined;
  if (step > 0 || isOwn) {
    const address = `${pathname}${search}${step > 0 ? `#${toStepId(id, step)}` : ''}`;
    window.history.replaceState(window.history.state, '', address);
  }
}

/** The part of the window in which the drawing can be seen: below bars and participants, above the panel on a phone. */
function getVisible(stage: HTMLElement, panel: HTMLElement | null): {start: number; end: number} {
  const participants = getParticipants(stage)?.getBoundingClientRect().height ?? 0;
  const frame = stage.getBoundingClientRect();
  const isDialog = stage.closest('dialog') !== null;
  const isBelow = panel !== null && getComputedStyle(panel).insetBlockEnd === '0px';
  return {
    start: getUpperLimit(stage) + participants,
    end: isDialog ? frame.bottom : window.innerHeight - (isBelow ? panel.offsetHeight : 0),
  };
}

function getBehavior(): ScrollBehavior {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
}

function WalkThrough({
  id,
  title,
  description,
  drawing,
  children,
}: Omit<Props, 'drawing' | 'source'> & {readonly drawing: DrawnDiagram}): ReactNode {
  const steps = Children.toArray(children).filter((child): child is ReactElement<StepProps> =>
    isValidElement(child),
  );
  const count = steps.length;
  const brokenLinks = useBrokenLinks();
  steps.forEach((_, index) => brokenLinks.collectAnchor(toStepId(id, index + 1)));

  const stage = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const player = usePlayer(
    count,
    (number) => document.getElementById(toStepId(id, number))?.textContent.length ?? 0,
  );
  const {step, isPlaying, goTo, stop} = player;

  /** Scrolls to a message; there is none of step 0. */
  const reveal = useCallback((wanted: number, behavior: ScrollBehavior): void => {
    if (stage.current) {
      const visible = getVisible(stage.current, panel.current);
      revealStep(stage.current, wanted, {behavior, visible});
    }
  }, []);
  // Full screen puts the drawing into the page anew.
  const [mountCount, setMountCount] = useState(0);
  useStickyParticipants(stage, mountCount);
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    if (!isFirst.current) {
      lightStep(stage.current!, step);
      showInAddress(id, step, count);
      reveal(step, getBehavior());
    }
    isFirst.current = false;
  }, [count, id, reveal, step]);

  // A link to a step opens the diagram at it: when the page is loaded, and from anywhere on the page.
  const location = useLocation();
  useEffect(() => {
    const wanted = readStep(location.hash, id, count);
    if (wanted === undefined) {
      return undefined;
    }
    goTo(wanted);
    // The browser, or the router, has scrolled to the step in the list; this comes after both.
    const frame = requestAnimationFrame(() => reveal(wanted, 'auto'));
    return () => cancelAnimationFrame(frame);
  }, [count, goTo, id, location, reveal]);

  // What the reader does not see does not play.
  useEffect(() => {
    if (!isPlaying || !stage.current) {
      return undefined;
    }
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) {
        stop();
      }
    });
    observer.observe(stage.current);
    return () => observer.disconnect();
  }, [isPlaying, stop]);

  const handleKeyDown = (event: KeyboardEvent): void => {
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: step + 1,
      ArrowLeft: step - 1,
      Home: 1,
      End: count,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      event.preventDefault();
      goTo(target);
    }
  };
  const handleClick = (event: MouseEvent): void => {
    const hit = (event.target as Element).closest<SVGElement>('[data-step]');
    if (hit) {
      goTo(Number(hit.dataset.step));
    }
  };
  return (
    <div className={styles.root}>
      <DiagramFrame
        id={id}
        title={title}
        description={description}
        drawing={drawing}
        stage={stage}
        controls={<Controls player={player} count={count} />}
        panel={
          <StepPanel
            ref={panel}
            id={id}
            description={description}
            current={steps[step - 1]?.props}
            step={step}
            count={count}
            onClose={() => goTo(0)}
          />
        }
        hasPanel={step > 0}
        onKeyDown={handleKeyDown}
        onClick={handleClick}
        onMount={() => {
          setMountCount(mountCount + 1);
          if (stage.current) {
            lightStep(stage.current, step);
            reveal(step, 'auto');
          }
        }}
      />
      {/* Without a visible marker, some screen readers no longer see a list. An address of a step shows it in the diagram. */}
      <ol className={styles.steps} role="list" data-wakes>
        {steps.map((element, index) =>
          cloneElement(element as ReactElement<ItemProps>, {
            number: index + 1,
            stepId: toStepId(id, index + 1),
            isCurrent: step === index + 1,
            onOpen: () => goTo(index + 1),
          }),
        )}
      </ol>
    </div>
  );
}

/**
 * A sequence diagram that can be walked through: one message lit, its explanation beside it, by buttons, keys, a click on a message,
 * or an address such as `#pod-creation-step-5`. Without JavaScript there is the whole drawing, and the list of steps below it.
 */
export default function SequenceDiagram({
  id,
  title,
  description,
  children,
  ...drawing
}: Props): ReactNode {
  return (
    <WithDrawing id={id} {...drawing}>
      {(drawn) => (
        <WalkThrough id={id} title={title} description={description} drawing={drawn}>
          {children}
        </WalkThrough>
      )}
    </WithDrawing>
  );
}
