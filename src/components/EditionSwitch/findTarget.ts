import type {ActiveDocContext, GlobalVersion} from '@docusaurus/plugin-content-docs/client';

/** Where the switch to an edition leads. */
export type Target = {
  readonly path: string;
  /** Whether that is the same page; else it is the nearest one above it. */
  readonly isSamePage: boolean;
};

/**
 * Finds the same page in another edition, or the index of its section there, or that edition's part of the home page.
 * @param homePath address of that part
 */
export function findTarget(
  version: GlobalVersion,
  {activeDoc, activeVersion, alternateDocVersions}: ActiveDocContext,
  homePath: string,
): Target {
  const same = alternateDocVersions[version.name];
  if (same) {
    return {path: same.path, isSamePage: true};
  }
  if (!activeDoc || !activeVersion) {
    return {path: homePath, isSamePage: true};
  }
  const [section = ''] = activeDoc.path.slice(activeVersion.path.length + 1).split('/');
  const index = version.docs.find(({path}) => path === `${version.path}/${section}`);
  return {path: index?.path ?? homePath, isSamePage: false};
}
