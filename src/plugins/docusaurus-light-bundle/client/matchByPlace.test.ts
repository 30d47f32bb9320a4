// @vitest-environment jsdom
import {h, render, type VNode} from 'preact';
import {beforeAll, describe, expect, it} from 'vitest';

beforeAll(() => import('./matchByPlace.ts'));

/** What DocSearch's form shows: in front of the field a label, or while it waits a `<div>`; behind it another `<div>`. */
const form = (isWaiting: boolean): VNode =>
  h('form', {}, isWaiting ? h('div', {}) : h('label', {}), undefined, h('input', {}), h('div', {}));

describe('matchByPlace', () => {
  it('keeps an element that stays at its place, whatever comes in front of it', () => {
    const host = document.createElement('div');
    render(form(false), host);
    const [label, input, actions] = host.firstElementChild!.children;
    render(form(true), host);
    const [wait, ...others] = host.firstElementChild!.children;
    expect(wait!.tagName).toBe('DIV');
    expect(wait).not.toBe(label);
    expect(others).toEqual([input, actions]);
    expect(others[0]).toBe(input);
    expect(others[1]).toBe(actions);
  });

  it('leaves keys as they are', () => {
    const host = document.createElement('ul');
    const list = (names: readonly string[]): VNode =>
      h(
        'ul',
        {},
        names.map((name) => h('li', {key: name}, name)),
      );
    render(list(['a', 'b']), host);
    const [a, b] = host.firstElementChild!.children;
    render(list(['b', 'a']), host);
    expect([...host.firstElementChild!.children].map((item) => item === a)).toEqual([false, true]);
    expect(host.firstElementChild!.children[0]).toBe(b);
  });
});
