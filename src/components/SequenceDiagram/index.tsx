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
import clsx from 'clsx';
import {useLocation} from '@docusaurus/router';
import Translate, {translate} from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type {DrawnDiagram} from '../../plugins/remark-diagram/drawing.ts';
import CopyButton from '../CopyButton/index.tsx';
import {DiagramFrame, WithDrawing, type Props as DiagramProps} from '../Diagram/index.tsx';
import IconButton from '../Diagram/IconButton.tsx';
import frameStyles from '../Diagram/styles.module.css';
import {lightStep, revealStep} from './revealStep.ts';
import styles from './styles.module.css';
import {usePlayer} from './usePlayer.ts';
import {getParticipants, getUpperLimit, useStickyParticipants} from './useStickyParticipants.ts';

export type StepProps = {
  /** Names of sender and receiver, and the message between them, as the diagram has them. */
  readonly from: string;
  readonly to: string;
  readonly message: string;
  /** The branches around the message, outermost first; missing outside of all blocks. */
  readonly branch?: string;
  /** What happens in this step. */
  readonly children: ReactNode;
};

type ItemProps = StepProps & {
  readonly number: number;
  readonly stepId: string;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
};

export type Props = DiagramProps & {
  /** One `DiagramStep` for each message, in order. */
  readonly children: ReactNode;
};

/** Who says what to whom, and in which branch. */
function StepHead({from, to, message, branch}: Omit<StepProps, 'children'>): ReactNode {
  return (
    <span className={styles.head}>
      {branch !== undefined && <span className={styles.branch}>{branch}</span>}
      <span className={styles.route}>
        {from === to ? from : `${from} → ${to}`}
        {message && `：${message}`}
      </span>
    </span>
  );
}

/** A step in the list below the diagram. Pages get it from the plugin `remark-diagram`; `SequenceDiagram` numbers it. */
export function DiagramStep(props: StepProps): ReactNode {
  const {number, stepId, isCurrent, onOpen, children, ...head} = props as ItemProps;
  return (
    <li
      id={stepId}
      className={clsx(styles.step, isCurrent && styles.currentStep)}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <a
        className={styles.number}
        href={`#${stepId}`}
        aria-label={translate(
          {id: 'diagram.openStep', message: '第 {number} 步，在图中看'},
          {number},
        )}
        onClick={onOpen}
      >
        {number}
      </a>
      <div>
        <StepHead {...head} />
        {children}
      </div>
    </li>
  );
}

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
    const address = `${pathname}${search}${step > 0 ? `#${id}-step-${step}` : ''}`;
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

function Player({
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
  const toStepId = (number: number): string => `${id}-step-${number}`;
  const brokenLinks = useBrokenLinks();
  steps.forEach((_, index) => brokenLinks.collectAnchor(toStepId(index + 1)));

  const stage = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const {step, isPlaying, goTo, togglePlaying, stop} = usePlayer(
    count,
    (number) => document.getElementById(toStepId(number))?.textContent.length ?? 0,
  );

  const show = useCallback(
    (behavior: ScrollBehavior): void => {
      if (stage.current && step > 0) {
        revealStep(stage.current, step, {
          behavior,
          visible: getVisible(stage.current, panel.current),
        });
      }
    },
    [step],
  );
  // Full screen puts the drawing into the page anew.
  const [mountCount, setMountCount] = useState(0);
  useStickyParticipants(stage, mountCount);
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    if (stage.current) {
      lightStep(stage.current, step);
    }
    if (!isFirst.current) {
      showInAddress(id, step, count);
      show(getBehavior());
    }
    isFirst.current = false;
  }, [count, id, show, step]);

  // A link to a step opens the diagram at it: when the page is loaded, and from anywhere on the page.
  const location = useLocation();
  useEffect(() => {
    const wanted = readStep(location.hash, id, count);
    if (wanted === undefined) {
      return undefined;
    }
    goTo(wanted);
    // The browser, or the router, has scrolled to the step in the list; this comes after both.
    const frame = requestAnimationFrame(() => {
      if (stage.current) {
        revealStep(stage.current, wanted, {
          behavior: 'auto',
          visible: getVisible(stage.current, panel.current),
        });
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [count, goTo, id, location]);

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
  const current = steps[step - 1];
  const progress = translate(
    {id: 'diagram.progress', message: '第 {step} 步，共 {count} 步'},
    {step, count},
  );
  const controls = (
    <span
      className={styles.controls}
      role="group"
      aria-label={translate({id: 'diagram.controls', message: '逐步看'})}
    >
      <IconButton
        icon="first"
        label={translate({id: 'diagram.first', message: '第一步'})}
        shortcut="Home"
        isDisabled={step === 1}
        onClick={() => goTo(1)}
      />
      <IconButton
        icon="previous"
        label={translate({id: 'diagram.previous', message: '上一步'})}
        shortcut="ArrowLeft"
        isDisabled={step === 0}
        onClick={() => goTo(step - 1)}
      />
      <IconButton
        icon={isPlaying ? 'pause' : 'play'}
        label={
          isPlaying
            ? translate({id: 'diagram.pause', message: '暂停'})
            : translate({id: 'diagram.play', message: '播放'})
        }
        hasText
        onClick={togglePlaying}
      />
      <IconButton
        icon="next"
        label={translate({id: 'diagram.next', message: '下一步'})}
        shortcut="ArrowRight"
        isDisabled={step === count}
        onClick={() => goTo(step + 1)}
      />
      <IconButton
        icon="last"
        label={translate({id: 'diagram.last', message: '最后一步'})}
        shortcut="End"
        isDisabled={step === count}
        onClick={() => goTo(count)}
      />
      <span className={styles.counter} aria-hidden="true">
        {`${step} / ${count}`}
      </span>
    </span>
  );
  const panelContent = (
    <div ref={panel} className={frameStyles.panel}>
      <div aria-live="polite" aria-atomic="true">
        {current && (
          <>
            <p className={styles.progress}>{progress}</p>
            <div className={styles.explanation}>
              <StepHead {...current.props} />
              <div>{current.props.children}</div>
            </div>
          </>
        )}
      </div>
      {current && (
        <p className={styles.actions}>
          <CopyButton
            className={styles.action}
            label={translate({id: 'diagram.copyStep', message: '复制本步链接'})}
            getText={() => {
              const {origin, pathname} = window.location;
              return `${origin}${pathname}#${toStepId(step)}`;
            }}
          >
            {translate({id: 'diagram.copyStep', message: '复制本步链接'})}
          </CopyButton>
          <button type="button" className={styles.action} onClick={() => goTo(0)}>
            <Translate id="diagram.overview">看全图</Translate>
          </button>
        </p>
      )}
    </div>
  );
  return (
    <div ref={root} className={styles.root}>
      <DiagramFrame
        id={id}
        title={title}
        description={description}
        drawing={drawing}
        stage={stage}
        controls={controls}
        panel={panelContent}
        hasPanel={step > 0}
        onKeyDown={handleKeyDown}
        onClick={handleClick}
        onMount={() => {
          setMountCount(mountCount + 1);
          if (stage.current) {
            lightStep(stage.current, step);
            show('auto');
          }
        }}
      />
      {/* Without a visible marker, some screen readers no longer see a list. */}
      <ol className={styles.steps} role="list">
        {steps.map((element, index) =>
          cloneElement(element as ReactElement<ItemProps>, {
            number: index + 1,
            stepId: toStepId(index + 1),
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
        <Player id={id} title={title} description={description} drawing={drawn}>
          {children}
        </Player>
      )}
    </WithDrawing>
  );
}
