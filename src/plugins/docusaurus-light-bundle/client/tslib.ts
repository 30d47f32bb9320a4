/**
 * Stands in for tslib in the browser. It is a CommonJS module, from which nothing can be left out, and of its helpers only this one is
 * called there, by @docusaurus/utils-common.
 */
export const __importDefault = (module: {__esModule?: boolean} | undefined): unknown =>
  module?.__esModule ? module : {default: module};
