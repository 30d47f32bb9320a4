/** Stands in for theme-classic's client module that would load Prism in the browser. */
export {};
