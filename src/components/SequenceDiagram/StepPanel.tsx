import type {ReactNode, Ref} from 'react';
import Translate, {translate} from '@docusaurus/Translate';
import {toStepId} from '../../plugins/remark-diagram/ids.ts';
import CopyButton from '../CopyButton/index.tsx';
import {useCopyLink} from '../CopyLink/useCopyLink.ts';
import frameStyles from '../Diagram/styles.module.css';
import {StepHead, type StepProps} from './DiagramStep.tsx';
import styles from './styles.module.css';

export type Props = {
  readonly ref: Ref<HTMLDivElement>;
  /** The diagram's id. */
  readonly id: string;
  /** What happens in the diagram; shown while no step is lit. */
  readonly description: string;
  /** The lit step and its place, from 1. */
  readonly current: StepProps | undefined;
  readonly step: number;
  readonly count: number;
  readonly onClose: () => void;
};

/** The explanation of the lit step, beside the drawing, or of the whole diagram; screen readers hear it change. */
export default function StepPanel({
  ref,
  id,
  description,
  current,
  step,
  count,
  onClose,
}: Props): ReactNode {
  const {getText} = useCopyLink();
  return (
    <div ref={ref} className={frameStyles.panel}>
      <div aria-live="polite" aria-atomic="true">
        {current ? (
          <>
            <p className={styles.progress}>
              {translate(
                {id: 'diagram.progress', message: '第 {step} 步，共 {count} 步'},
                {step, count},
              )}
            </p>
            <div className={styles.explanation}>
              <StepHead {...current} />
              <div>{current.children}</div>
            </div>
          </>
        ) : (
          <p className={styles.explanation}>{description}</p>
        )}
      </div>
      {current && (
        <p className={styles.actions}>
          <CopyButton
            className={styles.action}
            label={translate({id: 'diagram.copyStep', message: '复制本步链接'})}
            getText={() =>
              getText({
                id: toStepId(id, step),
                name: translate({id: 'diagram.step', message: '第 {step} 步'}, {step}),
              })
            }
          >
            {translate({id: 'diagram.copyStep', message: '复制本步链接'})}
          </CopyButton>
          <button type="button" className={styles.action} onClick={onClose}>
            <Translate id="diagram.overview">看全图</Translate>
          </button>
        </p>
      )}
    </div>
  );
}
