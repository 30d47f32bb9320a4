import {describe, expect, it} from 'vitest';
import {linkStylesheets, listModuleClasses} from './linkStylesheets.ts';

const STYLESHEETS = [
  {
    address: '/assets/css/table.1.css',
    classes: listModuleClasses('.root_AbCd{color:red}.box_x-1Z>tr{margin:0}'),
  },
  {
    address: '/assets/css/diagram.2.css',
    classes: listModuleClasses('._1,.stage_IjKl:hover{color:.5}.menu__link{top:0}'),
  },
];
const HEAD = '<head><link rel=stylesheet href=/assets/css/styles.0.css /><title>x</title></head>';
const LINKED = HEAD.replace(' />', ' /><link rel="stylesheet" href="/assets/css/table.1.css">');

describe('linkStylesheets', () => {
  it('links those that have rules for the page, behind the site-wide one', () => {
    for (const body of ['<div class=root_AbCd>', '<i class="a box_x-1Z">']) {
      expect(linkStylesheets(HEAD + body, STYLESHEETS)).toBe(LINKED + body);
    }
  });

  it('leaves a page alone that needs none', () => {
    const html = `${HEAD}<div class="root_Other root menu__link">root_AbCd</div>`;
    expect(linkStylesheets(html, STYLESHEETS)).toBe(html);
  });

  it('stops when there is no place for a link', () => {
    expect(() => linkStylesheets('<div class=_1>', STYLESHEETS)).toThrow(
      'a page has no <link rel="stylesheet">',
    );
  });
});
