import type {ReactNode} from 'react';
import Translate from '@docusaurus/Translate';
import type {
  Block,
  ChangedBlock,
  ColumnDiff,
  Edit,
  LineDiff,
  Row,
  RowDiff,
  Run,
  Step,
  StepDiff,
} from '../../plugins/docusaurus-edition-diff/model.ts';
import Runs, {Edited, getEditLabel} from './Runs.tsx';
import styles from './styles.module.css';

/** A block as it stands in an edition, or with what changed in it. */
export type ShownBlock = Block | ChangedBlock;

/** What is to be shown: blocks of an edition, and how many have been left out. */
export type ShownPart = {
  readonly block: ShownBlock;
  /** If one edition alone has the block. */
  readonly edit?: Edit;
};

/** Says 「新增」 or 「删去」 in front of what one edition alone has. */
export function EditLabel({edit}: {readonly edit: Edit | undefined}): ReactNode {
  return (
    edit && (
      <>
        <span className={styles.label} data-status={edit}>
          {getEditLabel(edit)}
        </span>{' '}
      </>
    )
  );
}

type TextPart = ShownPart & {readonly block: Extract<ShownBlock, {readonly runs: unknown}>};

const isItem = (part: ShownPart): part is TextPart => part.block.kind === 'item';

/** How far text is indented: one step for each list, quote or note around it, but for the first list. */
function indent(depth: number): {style?: {marginInlineStart: string}} {
  return depth > 0 ? {style: {marginInlineStart: `${depth * 1.5}rem`}} : {};
}

function Lines({lines}: {readonly lines: readonly (LineDiff | string)[]}): ReactNode {
  return lines.map((line, index) => {
    const {status, runs} =
      typeof line === 'string' ? {status: 'same' as const, runs: [{text: line}]} : line;
    return (
      <span key={index} className={styles.line} data-status={status}>
        <Runs runs={runs} />
        {'\n'}
      </span>
    );
  });
}

const toRuns = (text: readonly Run[] | string): readonly Run[] =>
  typeof text === 'string' ? [{text}] : text;

function Table({
  block: {caption, columns, rows},
  edit,
}: {
  readonly block: Extract<ShownBlock, {readonly kind: 'table'}>;
  readonly edit: Edit | undefined;
}): ReactNode {
  const name = caption.map(({text}) => text).join('');
  const columnEdits = columns.map((column) => (column as ColumnDiff).edit);
  return (
    <div className={styles.scroller} role="region" aria-label={name} tabIndex={0}>
      <table className={styles.table}>
        <caption>
          <EditLabel edit={edit} />
          <Runs runs={caption} edit={edit} />
        </caption>
        <thead>
          <tr>
            {columns.map(({header}, index) => (
              <th key={index} scope="col">
                <EditLabel edit={columnEdits[index]} />
                <Runs runs={header} edit={edit ?? columnEdits[index]} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row: Row | RowDiff) => {
            const status = 'status' in row ? row.status : undefined;
            const rowEdit = status === 'changed' ? undefined : status;
            return (
              <tr key={`${row.id} ${status}`} data-status={status}>
                {row.cells.map((cell, index) => {
                  const Cell = index === 0 ? 'th' : 'td';
                  return (
                    <Cell key={index} {...(index === 0 && {scope: 'row'})}>
                      {index === 0 && <EditLabel edit={rowEdit} />}
                      <Runs runs={cell} edit={edit ?? rowEdit} />
                    </Cell>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** 「第 22 步（原第 21 步）」: where a step stands now, and where it stood. */
function StepNumber({step}: {readonly step: StepDiff}): ReactNode {
  const {older, newer} = step;
  if (newer === undefined) {
    return (
      <Translate id="editionDiff.olderStep" values={{older}}>
        {'原第 {older} 步'}
      </Translate>
    );
  }
  return older === undefined || older === newer ? (
    <Translate id="editionDiff.step" values={{newer}}>
      {'第 {newer} 步'}
    </Translate>
  ) : (
    <Translate id="editionDiff.movedStep" values={{newer, older}}>
      {'第 {newer} 步（原第 {older} 步）'}
    </Translate>
  );
}

function Steps({
  steps,
  edit,
}: {
  readonly steps: readonly (Step | StepDiff)[];
  readonly edit: Edit | undefined;
}): ReactNode {
  return (
    <ul className={styles.steps}>
      {steps.map((given, index) => {
        const step: StepDiff =
          'status' in given ? given : {...given, status: 'changed', newer: index + 1};
        const stepEdit = step.status === 'changed' ? undefined : step.status;
        return (
          <li key={index} data-status={stepEdit}>
            <div className={styles.stepHead}>
              <EditLabel edit={stepEdit} />
              <StepNumber step={step} /> <Runs runs={step.message} edit={edit ?? stepEdit} />
            </div>
            <div>
              <Runs runs={step.explanation} edit={edit ?? stepEdit} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** How many rows or steps of a block are not shown, since they are the same in both editions. */
function Rest({block}: {readonly block: ShownBlock}): ReactNode {
  if ('sameRows' in block && block.sameRows > 0) {
    return (
      <p className={styles.fold}>
        <Translate id="editionDiff.sameRows" values={{count: block.sameRows}}>
          {'另有 {count} 行没有改动'}
        </Translate>
      </p>
    );
  }
  return (
    'sameSteps' in block &&
    block.sameSteps > 0 && (
      <p className={styles.fold}>
        <Translate id="editionDiff.sameSteps" values={{count: block.sameSteps}}>
          {'另有 {count} 步没有改动'}
        </Translate>
      </p>
    )
  );
}

function Part({block, edit}: ShownPart): ReactNode {
  switch (block.kind) {
    case 'paragraph':
    case 'item':
      return (
        <p {...indent(block.depth)} className={styles.text} data-status={edit}>
          <EditLabel edit={edit} />
          <Runs runs={block.runs} edit={edit} />
        </p>
      );
    case 'code':
      return (
        <div data-status={edit}>
          {(edit || block.title.length > 0) && (
            <p className={styles.blockTitle}>
              <EditLabel edit={edit} />
              <Runs runs={toRuns(block.title)} edit={edit} />
            </p>
          )}
          <pre className={styles.code}>
            <code>
              <Edited edit={edit}>
                <Lines lines={block.lines} />
              </Edited>
            </code>
          </pre>
        </div>
      );
    case 'table':
      return (
        <>
          {block.rows.length > 0 || block.columns.some((column) => 'edit' in column) ? (
            <Table block={block} edit={edit} />
          ) : (
            <p className={styles.blockTitle}>
              <Runs runs={block.caption} />
            </p>
          )}
          <Rest block={block} />
        </>
      );
    case 'steps':
      return (
        <div data-status={edit}>
          <p className={styles.blockTitle}>
            <EditLabel edit={edit} />
            <Runs runs={block.title} edit={edit} />
          </p>
          <Steps steps={block.steps} edit={edit} />
          <Rest block={block} />
        </div>
      );
  }
}

/** Blocks one below the other; list items that follow one another are one list. */
export default function Blocks({parts}: {readonly parts: readonly ShownPart[]}): ReactNode {
  const groups = parts.reduce<ShownPart[][]>((all, part) => {
    const last = all.at(-1);
    if (last && isItem(last[0]!) && isItem(part)) {
      last.push(part);
    } else {
      all.push([part]);
    }
    return all;
  }, []);
  return groups.map((group, index) =>
    isItem(group[0]!) ? (
      <ul key={index} className={styles.list}>
        {group.filter(isItem).map(({block, edit}, place) => (
          <li key={place} {...indent(block.depth - 1)} data-status={edit}>
            <EditLabel edit={edit} />
            <Runs runs={block.runs} edit={edit} />
          </li>
        ))}
      </ul>
    ) : (
      <Part key={index} {...group[0]!} />
    ),
  );
}
