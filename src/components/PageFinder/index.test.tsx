// @vitest-environment jsdom
import {act} from 'react';
import {createRoot, type Root} from 'react-dom/client';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import '../testing.tsx';
import PageFinder from './index.tsx';

const SECTIONS = [
  {
    label: 'Pod',
    description: '',
    permalink: '/docs/pods',
    pages: [
      {
        title: 'Pod 创建流程',
        permalink: '/docs/pods/creation',
        questions: ['谁来调度？'],
        keywords: [],
      },
      {
        title: 'Pod 优雅关闭',
        permalink: '/docs/pods/graceful-shutdown',
        questions: ['删除之后会怎样？'],
        keywords: [],
      },
    ],
  },
];

let root: Root;
let container: HTMLElement;
const getField = (): HTMLInputElement => container.querySelector('input')!;
const getTitles = (): (string | null)[] =>
  [...container.querySelectorAll('li a > span:first-child')].map(({textContent}) => textContent);

function type(text: string): void {
  act(() => {
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
    setValue.call(getField(), text);
    getField().dispatchEvent(new Event('input', {bubbles: true}));
  });
}

function press(target: Element, key: string, isComposing = false): void {
  act(() => {
    target.dispatchEvent(
      new KeyboardEvent('keydown', {key, isComposing, bubbles: true, cancelable: true}),
    );
  });
}

beforeEach(() => {
  (globalThis as {IS_REACT_ACT_ENVIRONMENT?: boolean}).IS_REACT_ACT_ENVIRONMENT = true;
  container = document.body.appendChild(document.createElement('div'));
  root = createRoot(container);
  act(() => root.render(<PageFinder sections={SECTIONS} />));
});
afterEach(() => {
  act(() => root.unmount());
  container.remove();
});

describe('PageFinder', () => {
  it('shows nothing until the reader types, then the pages found and how many', () => {
    expect(getTitles()).toEqual([]);
    type('pod');
    expect(getTitles()).toEqual(['Pod 创建流程', 'Pod 优雅关闭']);
    expect(container.querySelector('[role="status"]')?.textContent).toBe('找到 2 页');
  });

  it('has a label, and says so when nothing is found', () => {
    expect(container.querySelector('label')?.htmlFor).toBe(getField().id);
    type('量子纠缠');
    expect(container.querySelector('[role="status"]')?.textContent).toMatch(/^没有找到/);
  });

  it('moves through the results by arrows and back to the field', () => {
    type('pod');
    const [first, second] = container.querySelectorAll('a');
    press(getField(), 'ArrowDown');
    expect(document.activeElement).toBe(first);
    press(first!, 'ArrowDown');
    expect(document.activeElement).toBe(second);
    press(second!, 'ArrowUp');
    press(first!, 'ArrowUp');
    expect(document.activeElement).toBe(getField());
  });

  it('opens the best page by Enter, unless an input method is composing', () => {
    const opened: string[] = [];
    container.addEventListener('click', (event) => {
      event.preventDefault();
      opened.push((event.target as HTMLAnchorElement).pathname);
    });
    type('关闭');
    press(getField(), 'Enter', true);
    expect(opened).toEqual([]);
    press(getField(), 'Enter');
    expect(opened).toEqual(['/docs/pods/graceful-shutdown']);
  });

  it('is emptied by Escape', () => {
    type('pod');
    press(getField(), 'Escape');
    expect(getField().value).toBe('');
    expect(getTitles()).toEqual([]);
  });
});
