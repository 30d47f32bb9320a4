/** Stands in for a component of the theme that the site cannot show, see `listUnused`. */
export default function Nothing(): null {
  return null;
}
