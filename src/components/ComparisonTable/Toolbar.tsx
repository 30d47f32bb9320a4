import {useState, type ChangeEvent, type ReactNode} from 'react';
import Translate, {translate} from '@docusaurus/Translate';
import ColumnMenu from './ColumnMenu.tsx';
import {canHaveEqualRows, type Model} from './model.ts';
import styles from './styles.module.css';
import type {Reason} from './lazy/findReasons.ts';
import {WHOLE, type View} from './view.ts';

/** A table with fewer rows is seen at a glance. */
const MIN_ROWS_TO_FILTER = 5;

type FilterProps = {
  readonly filter: string;
  readonly onChange: (filter: string) => void;
};

/** A search field that leaves an input method alone while it composes. */
function Filter({filter, onChange}: FilterProps): ReactNode {
  const [composed, setComposed] = useState<string>();
  return (
    <input
      type="search"
      className={styles.control}
      value={composed ?? filter}
      placeholder={translate({id: 'table.filterPlaceholder', message: '筛选行'})}
      aria-label={translate({id: 'table.filter', message: '只留含有这些词的行'})}
      onChange={({target, nativeEvent}: ChangeEvent<HTMLInputElement>) => {
        if ((nativeEvent as InputEvent).isComposing) {
          setComposed(target.value);
        } else {
          onChange(target.value);
        }
      }}
      onCompositionEnd={({currentTarget}) => {
        setComposed(undefined);
        onChange(currentTarget.value);
      }}
    />
  );
}

type ToggleProps = {
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly title?: string | undefined;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
};

function Toggle({isOn, isDisabled = false, title, onChange, children}: ToggleProps): ReactNode {
  return (
    <button
      type="button"
      className={styles.control}
      aria-pressed={isOn}
      aria-disabled={isDisabled}
      title={title}
      onClick={isDisabled ? undefined : () => onChange(!isOn)}
    >
      {children}
    </button>
  );
}

/** Says how many rows are shown and why others are not; empty while all are. */
function describeRows(reasons: readonly (Reason | undefined)[]): string {
  const total = reasons.length;
  const count = reasons.filter((reason) => reason === undefined).length;
  const same = reasons.filter((reason) => reason === 'same').length;
  if (count === total) {
    return '';
  }
  const shown = translate(
    {id: 'table.shownRows', message: '显示 {count} / {total} 行'},
    {count, total},
  );
  return same > 0
    ? shown + translate({id: 'table.sameRows', message: '，{same} 行各列相同，已隐藏'}, {same})
    : shown;
}

export type Props = {
  readonly caption: string;
  readonly model: Model;
  readonly view: View;
  /** For each row why the view leaves it out, if it does. */
  readonly reasons: readonly (Reason | undefined)[];
  /** Name of the older edition that the table is compared with. */
  readonly olderEdition: string | undefined;
  readonly onChange: (changes: Partial<View>) => void;
};

/** What can be done with a table as a whole; only what makes sense for it. */
export default function Toolbar({
  caption,
  model,
  view,
  reasons,
  olderEdition,
  onChange,
}: Props): ReactNode {
  const {columns, rows} = model;
  const {hidden, onlyDifferences, filter, sort, showsOlder} = view;
  const subjects = columns.slice(1);
  const olderCount = rows
    .flatMap(({cells}) => cells)
    .filter(({olderText}) => olderText !== undefined).length;
  const canFilter = rows.length >= MIN_ROWS_TO_FILTER;
  const canCompare = canHaveEqualRows(model);
  const isWhole = hidden.length === 0 && !onlyDifferences && filter === '' && !sort && !showsOlder;
  const isSingle = subjects.length - hidden.length < 2;
  if (subjects.length < 2 && !canFilter && olderCount === 0) {
    return null;
  }
  return (
    <div
      className={styles.toolbar}
      role="group"
      aria-label={translate({id: 'table.toolbar', message: '表格「{caption}」的工具'}, {caption})}
    >
      {subjects.length > 1 && (
        <ColumnMenu
          subjects={subjects}
          hidden={hidden}
          onChange={(changed) => onChange({hidden: changed})}
        />
      )}
      {canCompare && (
        <Toggle
          isOn={onlyDifferences}
          isDisabled={isSingle}
          title={
            isSingle
              ? translate({id: 'table.needsTwo', message: '至少显示两列才能比较'})
              : undefined
          }
          onChange={(isOn) => onChange({onlyDifferences: isOn})}
        >
          <Translate id="table.onlyDifferences">只看不同</Translate>
        </Toggle>
      )}
      {olderEdition !== undefined && olderCount > 0 && (
        <Toggle isOn={showsOlder} onChange={(isOn) => onChange({showsOlder: isOn})}>
          <Translate id="table.showOlder" values={{edition: olderEdition, count: olderCount}}>
            {'与 {edition} 版不同 {count} 处'}
          </Translate>
        </Toggle>
      )}
      {canFilter && <Filter filter={filter} onChange={(text) => onChange({filter: text})} />}
      <span role="status">{describeRows(reasons)}</span>
      <button
        type="button"
        className={styles.control}
        aria-disabled={isWhole}
        tabIndex={isWhole ? -1 : undefined}
        onClick={() => onChange(WHOLE)}
      >
        <Translate id="table.reset">重置</Translate>
      </button>
    </div>
  );
}
