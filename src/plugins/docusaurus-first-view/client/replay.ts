import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import {replay} from './replayInput.ts';

/** Resolves when every component of the page has come alive: Docusaurus says so on the root element. */
function untilHydrated(): Promise<void> {
  const {documentElement: root} = document;
  const isHydrated = (): boolean => root.dataset.hasHydrated === 'true';
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (isHydrated()) {
        observer.disconnect();
        resolve();
      }
    });
    observer.observe(root, {attributes: true, attributeFilter: ['data-has-hydrated']});
  });
}

/** Resolves when the styles of what scripts show are there, or cannot be had. */
function untilStyled(): Promise<unknown> {
  const pending = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(
    ({sheet}) => !sheet,
  );
  return Promise.all(
    pending.map(
      (link) =>
        new Promise((resolve) => {
          link.addEventListener('load', resolve);
          link.addEventListener('error', resolve);
        }),
    ),
  );
}

if (ExecutionEnvironment.canUseDOM) {
  const {heldInput} = window;
  if (heldInput) {
    // The app fetches a page's code when the pointer is on its link; the browser need not fetch the document, too.
    document.querySelector('script[type=speculationrules]')?.remove();
    void untilHydrated()
      .then(untilStyled)
      .then(() => replay(heldInput));
  }
}
