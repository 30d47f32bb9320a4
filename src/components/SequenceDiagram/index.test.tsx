// @vitest-environment jsdom
import '../testing.tsx';
import {act} from 'react';
import {createRoot} from 'react-dom/client';
import {renderToStaticMarkup} from 'react-dom/server';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import SequenceDiagram, {DiagramStep} from './index.tsx';
import {getScrollDistance} from './revealStep.ts';
import {getDuration} from './usePlayer.ts';
import {getShift} from './useStickyParticipants.ts';

const location = {pathname: '/docs/page', search: '', hash: ''};
vi.mock('@docusaurus/router', () => ({useLocation: () => location}));
const collectAnchor = vi.hoisted(() => vi.fn());
vi.mock('@docusaurus/useBrokenLinks', () => ({default: () => ({collectAnchor})}));

const DRAWING = {
  kind: 'sequence',
  width: 200,
  height: 100,
  svg: [
    '<svg viewBox="0 0 200 100" width="200" height="100">',
    '<rect class="band" data-step="1"/><rect class="band" data-step="2"/>',
    '<g class="message" data-step="1" data-from="A" data-to="B"><text>写入</text></g>',
    '<g class="message" data-step="2" data-from="B" data-to="C"><text>转发</text></g>',
    '<g class="actor" data-actor="A"/><g class="actor" data-actor="B"/><g class="actor" data-actor="C"/>',
    '</svg>',
  ].join(''),
} as const;

const element = (
  <SequenceDiagram id="write" title="写入" description="写入并转发。" drawing={DRAWING}>
    {'\n'}
    <DiagramStep from="客户端" to="服务器" message="写入">
      先<strong>写</strong>。
    </DiagramStep>
    {'\n'}
    <DiagramStep from="服务器" to="从库" message="转发" branch="并行「复制」">
      再转发。
    </DiagramStep>
  </SequenceDiagram>
);

it('is complete on the server: the drawing, and a list with one item for each message', () => {
  const html = renderToStaticMarkup(element);
  expect(html).toContain(DRAWING.svg);
  expect(html.match(/<li id="[^"]+"/g)).toEqual(['<li id="write-step-1"', '<li id="write-step-2"']);
  expect(html).toContain('href="#write-step-2"');
  expect(html).toContain('客户端 → 服务器：写入');
  expect(html).toContain('并行「复制」');
  expect(html).not.toContain('aria-current');
  expect(collectAnchor.mock.calls.flat().sort()).toEqual(['write', 'write-step-1', 'write-step-2']);
});

describe('in a browser', () => {
  let container: HTMLElement;
  beforeEach(() => {
    (globalThis as {IS_REACT_ACT_ENVIRONMENT?: boolean}).IS_REACT_ACT_ENVIRONMENT = true;
    window.matchMedia = () => ({matches: true}) as MediaQueryList;
    window.scrollBy = vi.fn();
    Element.prototype.scrollBy = vi.fn();
    window.IntersectionObserver = class {
      observe = vi.fn();
      disconnect = vi.fn();
    } as unknown as typeof IntersectionObserver;
    container = document.body.appendChild(document.createElement('div'));
    location.hash = '';
  });
  afterEach(() => container.remove());

  const render = async (): Promise<void> => {
    await act(async () => createRoot(container).render(element));
  };
  const press = async (key: string, more: KeyboardEventInit = {}): Promise<void> => {
    const stage = container.querySelector('[tabindex="0"]')!;
    await act(async () =>
      stage.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, ...more})),
    );
  };
  const getLit = (): string[] =>
    [...container.querySelectorAll<SVGElement>('[data-lit]')].map(
      ({dataset}) => dataset.actor ?? dataset.step!,
    );
  const getPanel = (): string => container.querySelector('[aria-live]')!.textContent;

  it('lights a message with its participants, and reads its explanation out', async () => {
    await render();
    expect(getLit()).toEqual([]);
    await press('ArrowRight');
    expect(getLit()).toEqual(['1', '1', 'A', 'B']);
    expect(getPanel()).toBe('第 1 步，共 2 步客户端 → 服务器：写入先写。');
    await press('End');
    expect(getLit()).toEqual(['2', '2', 'B', 'C']);
    expect(container.querySelector('[aria-current="step"]')!.id).toBe('write-step-2');
    await press('ArrowRight');
    expect(getLit()).toEqual(['2', '2', 'B', 'C']);
  });

  it('leaves keys with Alt, Ctrl or ⌘ to the browser', async () => {
    await render();
    await press('ArrowRight', {altKey: true});
    await press('End', {ctrlKey: true});
    expect(getLit()).toEqual([]);
  });

  it('opens at the step that the address names, if there is one', async () => {
    location.hash = '#write-step-2';
    await render();
    expect(getLit()).toEqual(['2', '2', 'B', 'C']);
  });

  it.each(['#write-step-3', '#write-step-0', '#write-step-', '#write-step-1x', '#other-step-1'])(
    'ignores %s',
    async (hash) => {
      location.hash = hash;
      await render();
      expect(getLit()).toEqual([]);
    },
  );
});

describe('getScrollDistance', () => {
  const window = {start: 100, end: 500};
  it('is nothing for what can be seen, and centres what cannot', () => {
    expect(getScrollDistance({start: 200, end: 300}, window)).toBe(0);
    expect(getScrollDistance({start: 600, end: 700}, window)).toBe(350);
    expect(getScrollDistance({start: 0, end: 100}, window)).toBe(-250);
  });

  it('centres the core of what is too long', () => {
    expect(getScrollDistance({start: 0, end: 900}, window, {start: 700, end: 800})).toBe(450);
  });
});

describe('getShift', () => {
  it('follows the window between the upper and the lower edge of the drawing', () => {
    expect(getShift({top: 200, limit: 100, room: 900, scale: 1})).toBe(0);
    expect(getShift({top: -100, limit: 100, room: 900, scale: 1})).toBe(200);
    expect(getShift({top: -100, limit: 100, room: 900, scale: 0.5})).toBe(400);
    expect(getShift({top: -5000, limit: 100, room: 900, scale: 1})).toBe(900);
  });
});

describe('getDuration', () => {
  it('grows with what there is to read, up to a limit', () => {
    expect(getDuration(0)).toBe(1500);
    expect(getDuration(100)).toBe(14_500);
    expect(getDuration(1000)).toBe(20_000);
  });
});
