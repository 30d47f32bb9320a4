/** A query as a reader types it, and the pages that are right as its first answer. */
export type EvaluationQuery = {
  readonly id: string;
  readonly kind: string;
  readonly query: string;
  /** Addresses below `docs/`: `mysql/replication`. */
  readonly expect: readonly string[];
};

/** How many queries found a right page first, and among the first three. */
export type Score = {
  readonly total: number;
  readonly first: number;
  readonly topThree: number;
};

/** A query that did not find a right page first. */
export type Miss = {
  readonly query: EvaluationQuery;
  /** Place of the first right page, from 1; nothing if it was not found at all. */
  readonly rank: number | undefined;
  /** The pages that were first. */
  readonly found: readonly string[];
};

export type Evaluation = {
  readonly all: Score;
  readonly byKind: ReadonlyMap<string, Score>;
  readonly misses: readonly Miss[];
  /** Queries of which no right page is written yet. */
  readonly waiting: number;
};

const NONE: Score = {total: 0, first: 0, topThree: 0};

function add(score: Score, rank: number | undefined): Score {
  return {
    total: score.total + 1,
    first: score.first + Number(rank === 1),
    topThree: score.topThree + Number(rank !== undefined && rank <= 3),
  };
}

/**
 * Asks all queries of which a right page exists.
 * @param pages that exist
 * @param search gives the pages of the hits in their order, a page as often as it has hits
 */
export async function scoreQueries(
  queries: readonly EvaluationQuery[],
  pages: ReadonlySet<string>,
  search: (query: string) => Promise<readonly string[]>,
): Promise<Evaluation> {
  let all = NONE;
  const byKind = new Map<string, Score>();
  const misses: Miss[] = [];
  const asked = queries.filter(({expect}) => expect.some((page) => pages.has(page)));
  for (const query of asked) {
    const found = [...new Set(await search(query.query))];
    const place = found.findIndex((page) => query.expect.includes(page));
    const rank = place < 0 ? undefined : place + 1;
    all = add(all, rank);
    byKind.set(query.kind, add(byKind.get(query.kind) ?? NONE, rank));
    if (rank !== 1) {
      misses.push({query, rank, found: found.slice(0, 3)});
    }
  }
  return {all, byKind, misses, waiting: queries.length - asked.length};
}

/** Lowest allowed parts of the queries, in percent. */
export type Floor = {readonly first: number; readonly topThree: number};

export const getPercent = (part: number, total: number): number => (100 * part) / total;

/** The floors of all queries together, of a kind, and of kinds that differ. */
export type Floors = {
  readonly all: Floor;
  readonly kind: Floor;
  readonly kinds?: Readonly<Record<string, Floor>>;
};

/** What is below its floor, a line each. */
export function findFailures({all, byKind}: Evaluation, floors: Floors): string[] {
  if (all.total === 0) {
    return ['No query was asked: none of the expected pages is in the index.'];
  }
  const check = (name: string, score: Score, floor: Floor): string[] =>
    (['first', 'topThree'] as const).flatMap((place) => {
      const percent = getPercent(score[place], score.total);
      return percent < floor[place]
        ? [`${name}: ${place} ${percent.toFixed(1)} %, allowed are ${floor[place]} % and more.`]
        : [];
    });
  return [
    ...check('all', all, floors.all),
    ...[...byKind].flatMap(([kind, score]) =>
      check(kind, score, floors.kinds?.[kind] ?? floors.kind),
    ),
  ];
}
