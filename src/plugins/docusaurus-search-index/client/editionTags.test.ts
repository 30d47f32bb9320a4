// @vitest-environment jsdom
import {beforeEach, describe, expect, it} from 'vitest';
import {EDITION_TAGS, getEditionTagLabel, readHomeTag} from './editionTags.ts';

describe('the tags of the editions', () => {
  it('are those of Docusaurus, which calls the newest edition current', () => {
    expect(EDITION_TAGS[0]!.tag).toBe('docs-default-current');
    expect(EDITION_TAGS.at(-1)!.tag).toBe('docs-default-2022');
    expect(getEditionTagLabel('docs-default-2022')).toMatch(/^2022 版/);
    expect(getEditionTagLabel('default')).toBeUndefined();
  });

  describe('the edition of the reader', () => {
    const setPageTag = (tag: string): void => {
      document.head.innerHTML = `<meta name="docusaurus_tag" content="${tag}">`;
    };
    beforeEach(() => {
      localStorage.clear();
      setPageTag('default');
    });

    it('is that of the page', () => {
      setPageTag('docs-default-2022');
      localStorage.setItem('docs-preferred-version-default', 'current');
      expect(readHomeTag()).toBe('docs-default-2022');
    });

    it('is else the one that was chosen last, if there is such a one', () => {
      localStorage.setItem('docs-preferred-version-default', '2022');
      expect(readHomeTag()).toBe('docs-default-2022');
      localStorage.setItem('docs-preferred-version-default', '1999');
      expect(readHomeTag()).toBe('docs-default-current');
    });

    it('is else the current one', () => {
      expect(readHomeTag()).toBe('docs-default-current');
      document.head.innerHTML = '';
      expect(readHomeTag()).toBe('docs-default-current');
    });
  });
});
