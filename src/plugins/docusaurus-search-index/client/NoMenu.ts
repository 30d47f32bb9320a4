/** Stands in for `@base-ui/react/menu`, from which DocSearch makes the menus of facets. The dialog has filters of its own, and no facets. */
export const Menu = {};
