import type {Edit, Run} from './model.ts';

/** The text of some runs. */
export function toText(runs: readonly Run[]): string {
  return runs.map(({text}) => text).join('');
}

/** The runs as what only one edition has. */
export function markRuns(runs: readonly Run[], edit: Edit): Run[] {
  return runs.map((run) => ({...run, edit}));
}

function looksLike(a: Run, b: Run): boolean {
  return (
    a.edit === b.edit && a.href === b.href && (a.formats ?? []).join() === (b.formats ?? []).join()
  );
}

/** The same text in as few runs as possible. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && looksLike(last, run)) {
      joined[joined.length - 1] = {...last, text: last.text + run.text};
    } else if (run.text !== '') {
      joined.push(run);
    }
  }
  return joined;
}
