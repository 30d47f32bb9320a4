/** An edition of the knowledge base. */
export type EditionInfo = {
  /** Its name in addresses: a link with it means this edition for ever. */
  readonly name: string;
  /** The product version that readers know it by. */
  readonly baseline: string;
};

/** All editions, newest first. The first one is the current one: its pages lie in `docs/`, and addresses without a name mean it. */
export const EDITIONS: readonly [EditionInfo, ...EditionInfo[]] = [
  {name: '2026', baseline: 'Kubernetes 1.37'},
  {name: '2022', baseline: 'Kubernetes 1.23'},
];

/** Name of the current edition. */
export const CURRENT_EDITION: string = EDITIONS[0].name;

/** What the edition switch calls an edition. */
export function getEditionLabel({name, baseline}: EditionInfo): string {
  return `${name} 版（${baseline}）`;
}
