import type {ReactNode} from 'react';
import Translate, {translate} from '@docusaurus/Translate';
import type {Mark as MarkName} from '../../plugins/remark-comparison-table/marks.ts';
import CopyButton from '../CopyButton/index.tsx';
import Mark, {getMarkLabel} from './Mark.tsx';
import styles from './styles.module.css';

type CopyAsProps = {readonly format: string; readonly getText: () => Promise<string>};

function CopyAs({format, getText}: CopyAsProps): ReactNode {
  return (
    <CopyButton
      className={styles.control}
      label={translate({id: 'table.copyAs', message: '复制为 {format}'}, {format})}
      getText={getText}
    >
      {format}
    </CopyButton>
  );
}

export type Props = {
  readonly caption: string;
  readonly usedMarks: readonly MarkName[];
  /** What is shown of the table, in either format. */
  readonly getMarkdown: () => Promise<string>;
  readonly getCsv: () => Promise<string>;
  /** Address of the table as it is shown. */
  readonly getLink: () => string;
};

/** What the marks of a table mean, and the ways to copy it. */
export default function Footer({
  caption,
  usedMarks,
  getMarkdown,
  getCsv,
  getLink,
}: Props): ReactNode {
  return (
    <div className={styles.footer}>
      {usedMarks.length > 0 && (
        <span className={styles.group}>
          {usedMarks.map((mark) => (
            <span key={mark}>
              <Mark mark={mark} /> <span aria-hidden="true">{getMarkLabel(mark)}</span>
            </span>
          ))}
        </span>
      )}
      <span
        className={styles.group}
        role="group"
        aria-label={translate(
          {id: 'table.copy', message: '复制表格「{caption}」里显示的部分'},
          {caption},
        )}
      >
        <Translate id="table.copyLabel">复制</Translate>
        <CopyAs format="Markdown" getText={getMarkdown} />
        <CopyAs format="CSV" getText={getCsv} />
        <CopyButton
          className={styles.control}
          label={translate({id: 'table.copyLink', message: '复制链接，打开就是现在显示的样子'})}
          getText={getLink}
        >
          {translate({id: 'table.link', message: '链接'})}
        </CopyButton>
      </span>
    </div>
  );
}
