/**
 * Tag of the edition that lies in `docs/`. It names the edition to readers, and stands in addresses that are pinned to it:
 * `/docs/2026/…`. It changes when the edition is frozen and the next one begins.
 */
export const CURRENT_EDITION = '2026';
