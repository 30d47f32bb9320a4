import {expect, it} from 'vitest';
import {sumTransfers, TransferLog, type NetworkEvent} from './transfers.ts';

const load = (
  id: string,
  url: string,
  mimeType: string,
  bytes: number,
  type = 'Script',
): NetworkEvent[] => [
  {name: 'requestWillBeSent', id, url, type},
  {name: 'responseReceived', id, mimeType},
  {name: 'finished', id, bytes},
];

function follow(events: readonly NetworkEvent[]): TransferLog {
  const log = new TransferLog();
  events.forEach((event) => log.add(event));
  return log;
}

it('adds up what came over the line', () => {
  const log = follow([
    ...load('1', 'https://localhost/', 'text/html', 8000, 'Document'),
    ...load('2', 'https://localhost/a.js', 'text/javascript', 30_000),
    ...load('3', 'data:image/svg+xml,x', 'image/svg+xml', 0, 'Image'),
    ...load('4', 'https://localhost/from-cache.js', 'text/javascript', 0),
  ]);
  expect(sumTransfers(log.list())).toEqual({
    bytes: 38_000,
    requests: 2,
    prefetchBytes: 0,
    scriptBytes: 30_000,
  });
});

it('knows what is loaded for another page, whichever event comes first', () => {
  const prefetch: NetworkEvent = {name: 'headers', id: '1', headers: {'Sec-Purpose': 'prefetch'}};
  const request = load('1', 'https://localhost/b.js', 'text/javascript', 500);
  const expected = {bytes: 500, requests: 1, prefetchBytes: 500, scriptBytes: 0};
  expect(sumTransfers(follow([prefetch, ...request]).list())).toEqual(expected);
  expect(sumTransfers(follow([...request, prefetch]).list())).toEqual(expected);
  const byType = load('1', 'https://localhost/b.js', 'text/javascript', 500, 'Prefetch');
  expect(sumTransfers(follow(byType).list())).toEqual(expected);
});

it('is busy until every request is answered or has failed', () => {
  const log = follow([
    {name: 'requestWillBeSent', id: '1', url: 'https://localhost/', type: 'Document'},
    {name: 'requestWillBeSent', id: '2', url: 'https://localhost/x', type: 'Fetch'},
  ]);
  log.add({name: 'finished', id: '1', bytes: 10});
  expect(log.isBusy()).toBe(true);
  log.add({name: 'failed', id: '2'});
  expect(log.isBusy()).toBe(false);
});
