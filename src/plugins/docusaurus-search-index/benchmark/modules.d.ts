// What the benchmark uses of packages that have no types, or that it installs for itself.

declare module 'opencc-js/dict/STPhrases' {
  /** `simplified traditional|simplified traditional|…` */
  const phrases: string;
  export default phrases;
}

declare module '@easyops-cn/docusaurus-search-local/dist/client/client/theme/worker.js' {
  import type {EasyopsHit} from '@easyops-cn/docusaurus-search-local/dist/client/client/theme/searchByWorker.js';

  /** What the plugin runs in its worker. */
  export class SearchWorker {
    search(
      baseUrl: string,
      context: string,
      input: string,
      limit: number,
    ): Promise<readonly EasyopsHit[]>;
  }
}

declare module '@easyops-cn/docusaurus-search-local/dist/client/client/theme/searchByWorker.js' {
  /** A title, heading or text (`t`), with its address and anchor (`u`, `h`) and the title above it (`s`). */
  export type EasyopsHit = {
    readonly document: {
      readonly t: string;
      readonly u: string;
      readonly h?: string;
      readonly s?: string;
    };
  };

  export function searchByWorker(
    baseUrl: string,
    context: string,
    input: string,
    limit: number,
  ): Promise<readonly EasyopsHit[]>;
}

declare module '@easyops-cn/docusaurus-search-local/dist/client/client/theme/SearchBar/SuggestionTemplate.js' {
  import type {EasyopsHit} from '@easyops-cn/docusaurus-search-local/dist/client/client/theme/searchByWorker.js';

  /** A line of the list of hits, as HTML. */
  export function SuggestionTemplate(hit: EasyopsHit): string;
}
