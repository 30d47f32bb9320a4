import http from 'node:http';
import type {AddressInfo} from 'node:net';
import type {IndexSettings, SynonymHit} from 'algoliasearch';
import type {AlgoliaRequest} from '../client/requests.ts';
import {listQueries} from '../client/requests.ts';
import {searchFake} from './fakeSearch.ts';
import type {PushTarget} from './pushRecords.ts';
import {RECORD_LIMIT} from './toObjects.ts';

/** An object in an index. */
export type FakeObject = Readonly<Record<string, unknown>> & {readonly objectID: string};

/** What an index holds. */
export type FakeIndex = {
  readonly objects: ReadonlyMap<string, FakeObject>;
  readonly settings: IndexSettings;
  readonly synonyms: ReadonlyMap<string, SynonymHit>;
  readonly rules: ReadonlyMap<string, object>;
};

const EMPTY: FakeIndex = {
  objects: new Map(),
  settings: {},
  synonyms: new Map(),
  rules: new Map(),
};

/** A request, as the server or a route handler of Playwright has it. */
export type FakeRequest = {
  readonly method: string;
  /** With the query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
};

/** What was asked for, without keys. */
export type LoggedRequest = {
  readonly method: string;
  /** Decoded, without the query: `/1/indexes/kb/settings`. */
  readonly path: string;
  readonly body: string;
};

/** An answer; the body is sent as JSON. */
export type FakeResponse = {readonly status: number; readonly body: object};

/** Options of the fake. */
export type FakeOptions = {
  readonly appId?: string;
  readonly adminKey?: string;
  readonly searchKey?: string;
  /** How often a task is `notPublished` when it is asked for. */
  readonly checksUntilPublished?: number;
  /** Answers in place of the fake: to have it fail. */
  readonly intercept?: (request: LoggedRequest) => FakeResponse | undefined;
};

type Task = {readonly run: () => void; checksLeft: number};
type Json = Record<string, unknown>;

/** Headers of every answer, without which a browser would not hand it to the site. */
export const FAKE_HEADERS = {
  'content-type': 'application/json',
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
};

const refuse = (status: number, message: string): FakeResponse => ({
  status,
  body: {message, status},
});

/**
 * Algolia, as far as a push and DocSearch see it: for tests. Like Algolia's, its tasks are done later: here when they are asked for
 * and published, in their order, or by `settle`. What nobody waits for has not happened. A request that Algolia would not
 * understand is refused.
 */
export class FakeAlgolia {
  /** What has been published. */
  readonly indexes = new Map<string, FakeIndex>();
  /** Every request, also those that were refused. */
  readonly requests: LoggedRequest[] = [];
  readonly #options: FakeOptions;
  readonly #tasks: Task[] = [];
  /** How many of them have been done. */
  #done = 0;
  #server: http.Server | undefined;

  constructor(options: FakeOptions = {}) {
    this.#options = options;
  }

  /** What Algolia's client takes as its hosts. Only while the fake listens. */
  get hosts(): NonNullable<PushTarget['hosts']> {
    const {port} = this.#server!.address() as AddressInfo;
    return [{url: `127.0.0.1:${port}`, accept: 'readWrite', protocol: 'http'}];
  }

  /** Listens on loopback, on any free port. */
  async listen(): Promise<void> {
    this.#server = http.createServer(async (incoming, outgoing) => {
      let body = '';
      for await (const chunk of incoming.setEncoding('utf8')) {
        body += chunk;
      }
      const {method = '', url = '', headers} = incoming;
      const response = this.answer({method, url, headers, body});
      outgoing.writeHead(response.status, FAKE_HEADERS);
      outgoing.end(JSON.stringify(response.body));
    });
    await new Promise<void>((resolve) => this.#server!.listen(0, '127.0.0.1', resolve));
  }

  /** Stops listening. */
  async close(): Promise<void> {
    const server = this.#server;
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  /** Does all tasks that are left. */
  settle(): void {
    this.#runUntil(this.#tasks.length);
  }

  /** Answers one request: for the server, and for a route handler of Playwright. */
  answer(request: FakeRequest): FakeResponse {
    const url = new URL(request.url, 'http://localhost');
    const path = decodeURIComponent(url.pathname);
    const {method, body} = request;
    if (method === 'OPTIONS') {
      return {status: 200, body: {}};
    }
    const logged = {method, path, body};
    this.requests.push(logged);
    const getCredential = (name: string): unknown =>
      request.headers[name] ?? url.searchParams.get(name);
    const {appId = 'FAKEAPP', adminKey = 'admin-key', searchKey = 'search-key'} = this.#options;
    const key = getCredential('x-algolia-api-key');
    if (
      getCredential('x-algolia-application-id') !== appId ||
      (key !== adminKey && key !== searchKey)
    ) {
      return refuse(403, 'Invalid Application-ID or API key');
    }
    const isSearch = method === 'POST' && path === '/1/indexes/*/queries';
    if (!isSearch && key !== adminKey) {
      return refuse(403, 'Method not allowed with this API key');
    }
    const intercepted = this.#options.intercept?.(logged);
    if (intercepted) {
      return intercepted;
    }
    let json: unknown;
    try {
      json = JSON.parse(body || 'null');
    } catch {
      return refuse(400, 'Invalid JSON');
    }
    return isSearch ? this.#search(json as AlgoliaRequest) : this.#write(method, path, json, url);
  }

  #search(request: AlgoliaRequest): FakeResponse {
    const queries = listQueries(request);
    const missing = queries.find(({indexName}) => !this.indexes.has(indexName));
    return missing
      ? refuse(404, `Index ${missing.indexName} does not exist`)
      : {
          status: 200,
          body: {
            results: queries.map((query) => searchFake(this.#get(query.indexName), query)),
          },
        };
  }

  #write(method: string, path: string, json: unknown, url: URL): FakeResponse {
    const [, name, action = ''] = /^\/1\/indexes\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
    const task = /^task\/(\d+)$/.exec(action);
    if (name === undefined) {
      return refuse(404, 'Path not found');
    }
    if (method === 'GET' && task) {
      return this.#checkTask(Number(task[1]));
    }
    if (method === 'POST' && action === 'batch') {
      return this.#batch(name, (json as {requests: {action: string; body: FakeObject}[]}).requests);
    }
    if (method === 'POST' && action === 'operation') {
      return this.#operate(name, json as Json & {destination: string});
    }
    if (method === 'PUT' && action === 'settings') {
      return this.#change(name, (index) => ({
        ...index,
        settings: {...index.settings, ...(json as IndexSettings)},
      }));
    }
    if (method === 'POST' && action === 'synonyms/batch') {
      const added = (json as SynonymHit[]).map((synonym) => [synonym.objectID, synonym] as const);
      const replaces = url.searchParams.get('replaceExistingSynonyms') === 'true';
      return this.#change(name, (index) => ({
        ...index,
        synonyms: new Map([...(replaces ? [] : index.synonyms), ...added]),
      }));
    }
    if (method === 'DELETE' && !action) {
      return this.#enqueue(() => this.indexes.delete(name));
    }
    return refuse(404, 'Path not found');
  }

  #batch(
    name: string,
    requests: readonly {readonly action: string; readonly body: FakeObject}[],
  ): FakeResponse {
    for (const [position, {action, body}] of requests.entries()) {
      const size = Buffer.byteLength(JSON.stringify(body));
      if (action !== 'addObject' || !body.objectID) {
        return refuse(400, `Request at the position ${position} is not an object to add`);
      }
      if (size > RECORD_LIMIT) {
        return refuse(
          400,
          `Record at the position ${position} objectID=${body.objectID} is too big size=${size}/${RECORD_LIMIT} bytes.`,
        );
      }
    }
    const added = requests.map(({body}) => [body.objectID, body] as const);
    return this.#change(
      name,
      (index) => ({...index, objects: new Map([...index.objects, ...added])}),
      {objectIDs: added.map(([id]) => id)},
    );
  }

  /** A copy of an index that does not exist is an empty one; to move one does nothing. */
  #operate(
    name: string,
    {operation, destination, scope}: Json & {destination: string},
  ): FakeResponse {
    if (operation === 'move') {
      return this.#enqueue(() => {
        const source = this.indexes.get(name);
        if (source) {
          this.indexes.set(destination, source);
          this.indexes.delete(name);
        }
      });
    }
    if (operation !== 'copy') {
      return refuse(400, 'Unknown operation');
    }
    const parts = Array.isArray(scope) ? scope.map(String) : Object.keys(EMPTY);
    return this.#change(destination, (index) => ({
      ...index,
      ...Object.fromEntries(
        Object.entries(this.#get(name)).filter(([part]) => parts.includes(part)),
      ),
    }));
  }

  #get(name: string): FakeIndex {
    return this.indexes.get(name) ?? EMPTY;
  }

  #change(
    name: string,
    change: (index: FakeIndex) => FakeIndex,
    answer: object = {},
  ): FakeResponse {
    return this.#enqueue(() => this.indexes.set(name, change(this.#get(name))), answer);
  }

  #enqueue(run: () => void, answer: object = {}): FakeResponse {
    this.#tasks.push({run, checksLeft: this.#options.checksUntilPublished ?? 0});
    const updatedAt = new Date(0).toISOString();
    return {status: 200, body: {...answer, taskID: this.#tasks.length, updatedAt}};
  }

  #checkTask(id: number): FakeResponse {
    const task = this.#tasks[id - 1];
    if (!task) {
      return refuse(404, `Task ${id} does not exist`);
    }
    if (task.checksLeft > 0) {
      task.checksLeft--;
      return {status: 200, body: {status: 'notPublished', pendingTask: true}};
    }
    this.#runUntil(id);
    return {status: 200, body: {status: 'published', pendingTask: false}};
  }

  #runUntil(id: number): void {
    for (; this.#done < id; this.#done++) {
      this.#tasks[this.#done]!.run();
    }
  }
}
