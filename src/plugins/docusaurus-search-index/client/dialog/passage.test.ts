// @vitest-environment jsdom
import {afterEach, describe, expect, it, vi} from 'vitest';
import {searchState} from '../state.ts';
import {notePassage, takePassage} from './passage.ts';

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

describe('the words to be marked', () => {
  it('are there for the next page, and for no other', () => {
    searchState.set({marks: ['ndots', '<b>']});
    notePassage();
    expect(takePassage()).toEqual(['ndots', '<b>']);
    expect(takePassage()).toEqual([]);
  });

  it('are none if the browser keeps nothing, or something else is there', () => {
    sessionStorage.setItem('search-passage', '{"a":1}');
    expect(takePassage()).toEqual([]);
    sessionStorage.setItem('search-passage', '[');
    expect(takePassage()).toEqual([]);
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no');
    });
    expect(notePassage).not.toThrow();
  });
});
