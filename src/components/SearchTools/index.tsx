import type {ReactNode} from 'react';
import Translate, {translate} from '@docusaurus/Translate';
import {EDITION_TAGS} from '../../plugins/docusaurus-search-index/client/editionTags.ts';
import {HIT_KINDS, type HitKind} from '../../plugins/docusaurus-search-index/engine/hitKinds.ts';
import {
  searchState,
  type Engine,
  type Filters,
} from '../../plugins/docusaurus-search-index/client/state.ts';
import {useSearchState} from './useSearchState.ts';
import styles from './styles.module.css';

export type Props = {
  /** Asks again, with the filters that are set now. */
  readonly onChange: () => void;
};

type Choice<Value> = {readonly value: Value; readonly label: string};

/** One of several, as radio buttons in a row: Tab gets there, arrow keys choose. */
function Choices<Value extends string>({
  name,
  legend,
  choices,
  value,
  onChange,
}: {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}): ReactNode {
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

const ALL = 'all';
type KindChoice = HitKind | typeof ALL;

function getKindLabel(kind: KindChoice): string {
  const labels: Readonly<Record<KindChoice, string>> = {
    all: translate({id: 'search.filter.allKinds', message: '全部'}),
    page: translate({id: 'search.filter.pages', message: '页面'}),
    row: translate({id: 'search.filter.rows', message: '表格行'}),
    step: translate({id: 'search.filter.steps', message: '图中步骤'}),
  };
  return labels[kind];
}

/** The short name of an edition: its label without what stands in brackets. */
const shorten = (label: string): string => label.replace(/（.*）$/, '');

function listEditionChoices(homeTag: string | undefined): Choice<string>[] {
  const editions = EDITION_TAGS.map(({tag, label}) => ({value: tag, label: shorten(label)}));
  // The edition the reader is in comes first.
  editions.sort((a, b) => Number(b.value === homeTag) - Number(a.value === homeTag));
  const all = {value: ALL, label: translate({id: 'search.filter.allEditions', message: '各版'})};
  return editions.length > 1 ? [...editions, all] : [];
}

function EngineNote({engine}: {readonly engine: Engine | undefined}): ReactNode {
  if (engine === 'fallback') {
    return (
      <p className={styles.note}>
        <Translate id="search.engine.fallback">
          Algolia 没有回应，结果来自本站自己的索引。
        </Translate>
      </p>
    );
  }
  return null;
}

function Failure({onRetry}: {readonly onRetry: () => void}): ReactNode {
  return (
    <p className={styles.failure} role="alert">
      {process.env.NODE_ENV === 'development' ? (
        <Translate id="search.failure.noBuild">
          还没有索引：预览用的是上次构建的索引，先运行一次 npm run build。
        </Translate>
      ) : (
        <Translate id="search.failure">搜索的索引没有下载下来，可能是网络断了。</Translate>
      )}
      <button type="button" className={styles.retry} onClick={onRetry}>
        <Translate id="search.retry">重试</Translate>
      </button>
    </p>
  );
}

/** Filters by edition and kind, and what the search has to say: that the index could not be loaded, or who answered. */
export default function SearchTools({onChange}: Props): ReactNode {
  const {homeTag, filters, engine, isFailed} = useSearchState();
  const editions = listEditionChoices(homeTag);
  const set = (change: Filters): void => {
    searchState.set({filters: {...filters, ...change}});
    onChange();
  };
  return (
    <div className={styles.tools} data-failed={isFailed || undefined}>
      <div className={styles.filters}>
        {editions.length > 0 && (
          <Choices
            name="search-edition"
            legend={translate({id: 'search.filter.edition', message: '版本'})}
            choices={editions}
            value={filters.editions?.length === 1 ? filters.editions[0]! : ALL}
            onChange={(edition) =>
              set({
                editions: editions
                  .map(({value}) => value)
                  .filter((tag) => tag !== ALL && (edition === ALL || tag === edition)),
              })
            }
          />
        )}
        <Choices<KindChoice>
          name="search-kind"
          legend={translate({id: 'search.filter.kind', message: '类型'})}
          choices={([ALL, ...HIT_KINDS] as const).map((kind) => ({
            value: kind,
            label: getKindLabel(kind),
          }))}
          value={filters.kind ?? ALL}
          onChange={(kind) => set({kind: kind === ALL ? undefined : kind})}
        />
      </div>
      {isFailed ? <Failure onRetry={onChange} /> : <EngineNote engine={engine} />}
    </div>
  );
}
