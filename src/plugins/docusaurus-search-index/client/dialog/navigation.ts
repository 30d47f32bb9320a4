type Navigate = (address: string) => void;

/** The app's way to another page, as long as it is awake. */
let navigate: Navigate | undefined;

/**
 * Has the app go to the pages that the search leads to.
 * @returns how to take it back
 */
export function provideNavigation(go: Navigate): () => void {
  navigate = go;
  return () => {
    if (navigate === go) {
      navigate = undefined;
    }
  };
}

/** Goes to a page of the site: in the app, or, before it is awake, as a plain link does. */
export function goTo(address: string): void {
  if (navigate) {
    navigate(address);
  } else {
    window.location.assign(address);
  }
}
