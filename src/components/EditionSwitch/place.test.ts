import {JSDOM} from 'jsdom';
import {describe, expect, it} from 'vitest';
import {findPlaces} from './place.ts';

const PAGE = `<h1>Pod</h1><article>
  <h2 id="flow" data-top="-900">过程<a href="#flow">\u200b</a></h2>
  <h3 id="bind" data-top="-500">绑定</h3>
  <table><tr id="stage-bind" data-top="100"><td>行</td></tr></table>
  <svg><g id="flow-message-2" data-top="150"></g></svg>
  <ol><li id="flow-step-2" data-top="5000">步骤</li></ol>
  <h2 id="pitfalls" data-top="200">误区</h2>
  <h3 id="first" data-top="350">其一</h3>
</article>`;

/** A window 900 pixels high, scrolled by so many pixels from where the page was written down. */
function scrollTo(by: number): Window {
  const {window} = new JSDOM(PAGE);
  for (const element of window.document.querySelectorAll('[data-top]')) {
    const top = Number(element.getAttribute('data-top')) - by;
    element.getBoundingClientRect = () => ({top, bottom: top + 30}) as DOMRect;
  }
  return {document: window.document, innerHeight: 900} as unknown as Window;
}

const find = (by: number, hash = ''): string[] => findPlaces(scrollTo(by), hash).map(({id}) => id);

describe('findPlaces', () => {
  it('is under the last heading above the upper third, and its section', () => {
    expect(find(0)).toEqual(['pitfalls']);
    expect(find(100)).toEqual(['first', 'pitfalls']);
    expect(find(-150)).toEqual(['bind', 'flow']);
  });

  it('has no place above the first heading', () => {
    expect(find(-2000)).toEqual([]);
  });

  it('is at what the address names while that is seen, then at the headings above it', () => {
    expect(find(0, '#stage-bind')).toEqual(['stage-bind', 'bind', 'flow']);
    expect(find(2000, '#stage-bind')).toEqual(['first', 'pitfalls']);
    expect(find(0, '#no-such-id')).toEqual(['pitfalls']);
  });

  it('is at a step that is seen in the drawing', () => {
    expect(find(0, '#flow-step-2')).toEqual(['flow-step-2', 'bind', 'flow']);
  });

  it('knows the titles, without the links behind them', () => {
    expect(findPlaces(scrollTo(-150), '').map(({title}) => title)).toEqual(['绑定', '过程']);
  });
});
