import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {translate} from '@docusaurus/Translate';
import type {Edit, Format, Run} from '../../plugins/docusaurus-edition-diff/model.ts';
import styles from './styles.module.css';

/** What an edit is called, on labels and for screen readers. */
export function getEditLabel(edit: Edit): string {
  return edit === 'added'
    ? translate({id: 'editionDiff.added', message: '新增'})
    : translate({id: 'editionDiff.removed', message: '删去'});
}

/** The element that says of text that one edition alone has it. */
export function Edited({
  edit,
  children,
}: {
  readonly edit: Edit | undefined;
  readonly children: ReactNode;
}): ReactNode {
  if (edit === undefined) {
    return children;
  }
  return edit === 'added' ? <ins>{children}</ins> : <del>{children}</del>;
}

const TAGS: Readonly<Record<Format, 'code' | 'strong' | 'em' | 's'>> = {
  code: 'code',
  strong: 'strong',
  emphasis: 'em',
  strike: 's',
};

function Piece({run: {text, formats = [], href}}: {readonly run: Run}): ReactNode {
  const lines = text
    .split('\n')
    .flatMap((line, index) => (index > 0 ? [<br key={index} />, line] : [line]));
  const formatted = formats.reduceRight<ReactNode>((children, format) => {
    const Tag = TAGS[format];
    return <Tag>{children}</Tag>;
  }, lines);
  return href === undefined ? formatted : <Link to={href}>{formatted}</Link>;
}

/** Runs that follow one another and have the same edit. */
function groupByEdit(runs: readonly Run[]): Run[][] {
  return runs.reduce<Run[][]>((groups, run) => {
    const last = groups.at(-1);
    if (last && last[0]!.edit === run.edit) {
      last.push(run);
    } else {
      groups.push([run]);
    }
    return groups;
  }, []);
}

export type Props = {
  readonly runs: readonly Run[];
  /** That of the whole text, which then needs no mark in it. */
  readonly edit?: Edit | undefined;
};

/**
 * Text with what changed in it: struck out, or underlined, each on its colour; a screen reader hears 「［新增：」 before it and 「］」 behind.
 */
export default function Runs({runs, edit}: Props): ReactNode {
  if (edit) {
    return (
      <Edited edit={edit}>
        <Runs runs={runs} />
      </Edited>
    );
  }
  return groupByEdit(runs).map((group, index) => {
    const own = group[0]!.edit;
    const pieces = group.map((run, place) => <Piece key={place} run={run} />);
    if (own === undefined) {
      return pieces;
    }
    return (
      <Edited key={index} edit={own}>
        <span className={styles.spoken}>
          {translate({id: 'editionDiff.spoken', message: '［{edit}：'}, {edit: getEditLabel(own)})}
        </span>
        {pieces}
        <span className={styles.spoken}>{translate({id: 'editionDiff.end', message: '］'})}</span>
      </Edited>
    );
  });
}
