import {fromHtml} from 'hast-util-from-html';
import {toString} from 'hast-util-to-string';
import {describe, expect, it} from 'vitest';
import type {RecordSet, SearchRecord} from '../records.ts';
import {getSize, MAX_OBJECT_BYTES, RECORD_LIMIT, splitContent, toObjects} from './toObjects.ts';

const SECTION: SearchRecord = {
  kind: 'section',
  path: '/kb/docs/mysql/replication',
  anchor: 'delay',
  titles: ['MySQL', '主从复制', '延迟'],
  content: '从库落后于主库。',
  keywords: [],
  questions: [],
};
const SET: Omit<RecordSet, 'records'> = {
  tag: 'docs-default-2022',
  version: '2022',
  language: 'zh-Hans',
};

const convert = (...records: Partial<SearchRecord>[]) =>
  toObjects(
    [{...SET, records: records.map((record) => ({...SECTION, ...record}))}],
    'https://example.org',
  );
const convertContent = (content: string) => convert({content});

/** What a browser shows of HTML, and whether that is text only. */
function show(html: string | null): {text: string; isText: boolean} {
  const root = fromHtml(html ?? '', {fragment: true});
  return {text: toString(root), isText: root.children.every(({type}) => type === 'text')};
}

describe('toObjects', () => {
  it('gives a record the fields of DocSearch and of this site', () => {
    expect(convert({})).toMatchInlineSnapshot(`
      [
        {
          "anchor": "delay",
          "content": "从库落后于主库。",
          "docusaurus_tag": "docs-default-2022",
          "hierarchy": {
            "lvl0": "MySQL",
            "lvl1": "主从复制",
            "lvl2": "延迟",
            "lvl3": null,
            "lvl4": null,
            "lvl5": null,
            "lvl6": null,
          },
          "keywords": [],
          "kind": "page",
          "lang": "zh-Hans",
          "language": "zh-Hans",
          "objectID": "docs-default-2022:/kb/docs/mysql/replication#delay:1",
          "part": 1,
          "questions": [],
          "type": "lvl2",
          "url": "https://example.org/kb/docs/mysql/replication#delay",
          "url_without_anchor": "https://example.org/kb/docs/mysql/replication",
          "version": "2022",
          "weight": 2,
        },
      ]
    `);
  });

  it('makes one object of each record of usual size, in their order', () => {
    const anchors = Array.from({length: 500}, (_, i) => `part-${i}`);
    const objects = convert(...anchors.map((anchor) => ({anchor})));
    expect(objects.map(({anchor}) => anchor)).toEqual(anchors);
  });

  it('ranks pages before their parts, and these before rows and steps, and filters as readers do', () => {
    const kinds = (['page', 'section', 'row', 'step'] as const).map((kind) => ({
      kind,
      anchor: kind,
    }));
    const objects = convert(...kinds);
    expect(objects.map(({kind}) => kind)).toEqual(['page', 'page', 'row', 'step']);
    const [page = 0, section = 0, row = 0, step = 0] = objects.map(({weight}) => weight);
    expect(page).toBeGreaterThan(section);
    expect(section).toBeGreaterThan(row);
    expect(row).toBe(step);
  });

  it('gives a page an address without an anchor, and encodes the anchor of others', () => {
    const [page, part] = convert({kind: 'page', anchor: ''}, {anchor: '延迟'});
    expect(page).toMatchObject({
      url: 'https://example.org/kb/docs/mysql/replication',
      anchor: null,
    });
    expect(part).toMatchObject({
      url: 'https://example.org/kb/docs/mysql/replication#%E5%BB%B6%E8%BF%9F',
      url_without_anchor: page!.url,
      anchor: '延迟',
    });
  });

  it('keeps the own title of a record that lies deeper than the levels of DocSearch', () => {
    const [object] = convert({titles: [...'0123456789']});
    expect(object).toMatchObject({type: 'lvl6', hierarchy: {lvl0: '0', lvl5: '5', lvl6: '9'}});
  });

  it('keeps the id of a record whatever is added before it', () => {
    const [before] = convert({});
    const [, after] = convert({anchor: 'new'}, {});
    expect(after!.objectID).toBe(before!.objectID);
  });

  it('escapes all that is shown as HTML', () => {
    const text = `<pod-id> "a" & 'b' <img src=x onerror=alert(1)> &lt;`;
    const [object] = convert({
      titles: [text, text, text],
      content: text,
      keywords: [text],
      questions: [text],
    });
    const {hierarchy, content, keywords, questions} = object!;
    const shown = [hierarchy.lvl0, hierarchy.lvl1, hierarchy.lvl2, content, keywords, questions];
    for (const html of shown.flat()) {
      expect(html).not.toMatch(/[<>"']/);
      expect(show(html)).toEqual({text, isText: true});
    }
  });

  it('names no entity that readers search for, but in the title of a group, where DocSearch knows no others', () => {
    const text = `<a> & "b" 'c'`;
    const [object] = convert({titles: [text, text], content: text});
    const {hierarchy, content} = object!;
    for (const html of [hierarchy.lvl1, content]) {
      expect(html).not.toMatch(/&(?!#x[0-9a-f]{2};)/);
    }
    // As in DocSearch 4.7.
    const title = hierarchy
      .lvl0!.replace(/&amp;/g, '&')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#039;/g, "'");
    expect(title).toBe(text);
  });

  it('names every address that two records of an edition have', () => {
    expect(() => convert({}, {}, {anchor: 'x'}, {anchor: 'x'}, {anchor: 'x'}))
      .toThrowErrorMatchingInlineSnapshot(`
      [Error: https://example.org/kb/docs/mysql/replication#delay: Several records of docs-default-2022 have this address. Give each heading, row and step of a page an id of its own.
      https://example.org/kb/docs/mysql/replication#x: Several records of docs-default-2022 have this address. Give each heading, row and step of a page an id of its own.]
    `);
  });

  it('names a record whose titles, keywords and questions leave no room', () => {
    expect(() => convert({keywords: ['长'.repeat(3000)]})).toThrow(
      /^\/kb\/docs\/mysql\/replication#delay: Titles, keywords and questions take \d+ of the 9500 bytes/,
    );
  });
});

describe('records that are too large', () => {
  const SENTENCE = '从库按顺序重放主库的日志，单线程时会落后。';

  it('are divided by bytes, not by characters', () => {
    // Fewer characters than the limit has bytes, and 15,000 bytes.
    const content = '长'.repeat(5000);
    expect(content.length).toBeLessThan(MAX_OBJECT_BYTES);
    expect(convertContent(content).length).toBe(2);
  });

  it.each([
    ['Chinese', SENTENCE.repeat(500)],
    ['Latin', 'The replica replays the log of the source. '.repeat(700)],
    ['without any place to cut', '长'.repeat(20_000)],
    ['emoji', '😀'.repeat(9000)],
    ['of characters that are escaped', `<'&">`.repeat(4000)],
    ['with quotes and backslashes', '\\"'.repeat(9000)],
    ['with unpaired surrogates', '\ud83d'.repeat(5000)],
  ])('stay below the limit and lose nothing: %s', (_, content) => {
    const objects = convertContent(content);
    expect(objects.length).toBeGreaterThan(1);
    for (const object of objects) {
      expect(getSize(object)).toBeLessThanOrEqual(MAX_OBJECT_BYTES);
      expect(getSize(object)).toBe(Buffer.byteLength(JSON.stringify(object)));
    }
    // Full but for what does not fit: no more parts than needed.
    expect(objects.slice(0, -1).every((object) => getSize(object) > 0.9 * MAX_OBJECT_BYTES)).toBe(
      true,
    );
    expect(objects.map((object) => show(object.content).text).join('')).toBe(content);
  });

  it('leave room below what Algolia refuses', () => {
    expect(MAX_OBJECT_BYTES).toBeLessThan(RECORD_LIMIT);
  });

  it('are cut after a sentence where there is one', () => {
    for (const mark of '。！？；') {
      const objects = convertContent(SENTENCE.replace('。', mark).repeat(500));
      expect(objects.every(({content}) => content!.endsWith(mark))).toBe(true);
    }
  });

  it('are cut between words where a sentence is too long', () => {
    const objects = convertContent('reparenting '.repeat(3000));
    expect(objects.every(({content}) => /^(reparenting )+$/.test(content!))).toBe(true);
  });

  it('are never cut in a character or an entity', () => {
    for (const object of convertContent('😀'.repeat(9000))) {
      expect(object.content).toMatch(/^(😀)+$/u);
    }
    for (const object of convertContent('<'.repeat(9000))) {
      expect(object.content).toMatch(/^(&#x3c;)+$/);
    }
  });

  it('become parts with one address, one title and ids of their own', () => {
    const objects = convertContent(SENTENCE.repeat(500));
    const [{url, hierarchy} = {url: '', hierarchy: {}}] = objects;
    expect(objects.every((object) => object.url === url)).toBe(true);
    expect(objects.map((object) => object.hierarchy)).toEqual(objects.map(() => hierarchy));
    expect(objects.map(({part}) => part)).toEqual(objects.map((_, i) => i + 1));
    expect(new Set(objects.map(({objectID}) => objectID)).size).toBe(objects.length);
  });
});

describe('splitContent', () => {
  it('leaves a text that fits as it is', () => {
    expect(splitContent('甲。乙。', 12)).toEqual(['甲。乙。']);
    expect(splitContent('甲。乙。', 11)).toEqual(['甲。', '乙。']);
  });

  it('makes one part of no text', () => {
    expect(splitContent('', 10)).toEqual(['']);
  });

  it('cuts only the sentence that is too long', () => {
    expect(splitContent('甲。乙丙丁，戊己庚。辛。', 12)).toEqual([
      '甲。',
      '乙丙丁，',
      '戊己庚。',
      '辛。',
    ]);
  });
});
