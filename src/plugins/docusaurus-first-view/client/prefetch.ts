/**
 * Docusaurus fetches the code of every page whose link comes into view: all of the sidebar, some 20 KB more for each screen. A reader
 * goes to one of them, and shows it by the pointer, upon which Docusaurus fetches that page's code. This leaves the rest out.
 */
export function onRouteDidUpdate(): void {
  // Set when the app starts, and frozen.
  const {preload} = window.docusaurus;
  window.docusaurus = {preload, prefetch: () => false};
}
