/** A request of a page, as the browser tells. */
export type Transfer = {
  readonly url: string;
  /** Bytes that came over the line, headers included; 0 if nothing came. */
  readonly bytes: number;
  /** Whether it was made for a page that may come next. */
  readonly isPrefetch: boolean;
  /** Media type: `text/html`. */
  readonly type: string;
};

/** Bytes and requests of a page. */
export type Load = {
  readonly bytes: number;
  readonly requests: number;
  /** How many of the bytes are for pages that may come next. */
  readonly prefetchBytes: number;
  /** How many are scripts. */
  readonly scriptBytes: number;
};

/** Adds up requests; those that nothing was sent for, such as `data:` addresses, do not count. */
export function sumTransfers(transfers: readonly Transfer[]): Load {
  const load = {bytes: 0, requests: 0, prefetchBytes: 0, scriptBytes: 0};
  for (const {url, bytes, isPrefetch, type} of transfers) {
    if (bytes === 0 || !/^https?:/.test(url)) {
      continue;
    }
    load.requests++;
    load.bytes += bytes;
    load.prefetchBytes += isPrefetch ? bytes : 0;
    load.scriptBytes += !isPrefetch && /javascript/.test(type) ? bytes : 0;
  }
  return load;
}

/** An event of Chrome's `Network` domain, as far as it matters. */
export type NetworkEvent =
  | {
      readonly name: 'requestWillBeSent';
      readonly id: string;
      readonly url: string;
      readonly type: string;
    }
  | {
      readonly name: 'headers';
      readonly id: string;
      readonly headers: Readonly<Record<string, string>>;
    }
  | {readonly name: 'responseReceived'; readonly id: string; readonly mimeType: string}
  | {readonly name: 'finished'; readonly id: string; readonly bytes: number}
  | {readonly name: 'failed'; readonly id: string};

/** Follows the requests of a page. */
export class TransferLog {
  readonly #requests = new Map<
    string,
    {url: string; bytes: number; isPrefetch: boolean; type: string}
  >();
  readonly #prefetches = new Set<string>();
  readonly #open = new Set<string>();

  add(event: NetworkEvent): void {
    const request = this.#requests.get(event.id);
    switch (event.name) {
      case 'requestWillBeSent':
        this.#requests.set(event.id, {
          url: event.url,
          bytes: 0,
          isPrefetch: event.type === 'Prefetch' || this.#prefetches.has(event.id),
          type: '',
        });
        this.#open.add(event.id);
        break;
      case 'headers':
        // May come before the request itself.
        if (
          Object.entries(event.headers).some(
            ([name, value]) => /purpose/i.test(name) && /prefetch/i.test(value),
          )
        ) {
          this.#prefetches.add(event.id);
          if (request) {
            request.isPrefetch = true;
          }
        }
        break;
      case 'responseReceived':
        if (request) {
          request.type = event.mimeType;
        }
        break;
      case 'finished':
        if (request) {
          request.bytes = event.bytes;
        }
        this.#open.delete(event.id);
        break;
      case 'failed':
        this.#open.delete(event.id);
        break;
    }
  }

  /** Whether a request has not been answered yet. */
  isBusy(): boolean {
    return this.#open.size > 0;
  }

  list(): Transfer[] {
    return [...this.#requests.values()];
  }
}
