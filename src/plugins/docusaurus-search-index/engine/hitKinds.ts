/**
 * What readers can filter by. The record of a page and those of its parts are of one kind. A module of its own: what every page loads
 * needs the kinds, and must not load the engine with them.
 */
export const HIT_KINDS = ['page', 'row', 'step'] as const;
export type HitKind = (typeof HIT_KINDS)[number];
