import {describe, expect, it} from 'vitest';
import {checkGlossaryUse, foldGlossary, foldName, parseGlossary} from './glossary.ts';
import {createRecord} from './testing.ts';

const parse = (yaml: string) => parseGlossary(yaml, 'glossary.yaml');

/** The problems of a glossary, each in a line. */
function findProblems(check: () => unknown): string[] {
  try {
    check();
  } catch (error) {
    const [first, ...lines] = (error as Error).message.split('\n');
    expect(first).toBe(`The glossary of the search has ${lines.length} problem(s):`);
    return lines;
  }
  return [];
}

describe('parseGlossary', () => {
  it('reads lists of names, in either of the forms of YAML, with their places', () => {
    expect(parse('# Names\n- [Pod, 容器组]\n-\n  - k8s\n  - "Kubernetes"\n')).toEqual([
      [
        {text: 'Pod', line: 2, column: 4},
        {text: '容器组', line: 2, column: 9},
      ],
      [
        {text: 'k8s', line: 4, column: 5},
        {text: 'Kubernetes', line: 5, column: 5},
      ],
    ]);
  });

  it.each([
    [
      'is not YAML',
      '- [Pod, 容器组\n- [a, b]\n',
      /^glossary\.yaml:2:1: This is not YAML: Flow sequence [^\n]+\. Write one line/,
    ],
    ['is empty', '# nothing yet\n', 'glossary.yaml:1:1: The glossary is not a list. Write one'],
    ['is no list', 'Pod: 容器组\n', 'glossary.yaml:1:1: The glossary is not a list. Write one'],
    [
      'has an entry that is no list',
      '- [a, b]\n- Pod\n',
      'glossary.yaml:2:3: An entry is not a list of names. Write "- [Pod, 容器组]".',
    ],
    [
      'has an entry that is a map',
      '- Pod: 容器组\n',
      'glossary.yaml:1:3: An entry is not a list of names. Write "- [Pod, 容器组]".',
    ],
    [
      'has an entry with one name',
      '- [a, b]\n- [Pod]\n',
      'glossary.yaml:2:3: An entry has fewer than two names, so that it changes nothing. Add another name, or remove the entry.',
    ],
    [
      'has an entry without names',
      '- []\n',
      'glossary.yaml:1:3: An entry has fewer than two names, so that it changes nothing. Add another name, or remove the entry.',
    ],
    [
      'has a name that is a number',
      '- [未找到, 404]\n',
      'glossary.yaml:1:9: A name is not text. Put it in quotes: "404".',
    ],
    [
      'has a name that is nothing',
      '- [未找到, ~]\n',
      'glossary.yaml:1:9: A name is not text. Put it in quotes: "404".',
    ],
    [
      'has a name that is a list',
      '- [未找到, [a]]\n',
      'glossary.yaml:1:9: A name is not text. Put it in quotes: "404".',
    ],
    [
      'has a name of nothing but signs',
      '- [管道, "|"]\n',
      'glossary.yaml:1:8: "|" has no letter, digit or Han character, so that nobody can search for it. Remove it.',
    ],
    [
      'has a blank name',
      '- [管道, " "]\n',
      'glossary.yaml:1:8: " " has no letter, digit or Han character, so that nobody can search for it. Remove it.',
    ],
    [
      'has a name twice, however it is written',
      '- [Relay Log, 中继日志]\n\n- [重放日志, "ｒelay  log"]\n',
      'glossary.yaml:3:10: "ｒelay  log" stands in the glossary already, in line 1. Remove one, or join the two entries.',
    ],
    [
      'has a name twice in one entry',
      '- [Pod, 容器组, pod]\n',
      'glossary.yaml:1:14: "pod" stands in the glossary already, in line 1. Remove one, or join the two entries.',
    ],
  ])('stops at a glossary that %s', (_, yaml, problem) => {
    expect(findProblems(() => parse(yaml))).toEqual([
      typeof problem === 'string'
        ? expect.stringContaining(problem)
        : expect.stringMatching(problem),
    ]);
  });

  it('names all problems in one run, in the order of the lines', () => {
    const yaml = '- Pod\n- [a]\n- [b, 404, "…"]\n- [B, c]\n';
    expect(findProblems(() => parse(yaml)).map((line) => line.split(': ')[0])).toEqual([
      'glossary.yaml:1:3',
      'glossary.yaml:2:3',
      'glossary.yaml:3:7',
      'glossary.yaml:3:12',
      'glossary.yaml:4:4',
    ]);
  });
});

describe('checkGlossaryUse', () => {
  const check = (yaml: string, ...records: Parameters<typeof createRecord>[0][]) =>
    findProblems(() => checkGlossaryUse(parse(yaml), records.map(createRecord), 'glossary.yaml'));

  it('has nothing against an entry of which a page uses a name, wherever it does', () => {
    const yaml = '- [relay log, 中继日志]\n';
    for (const record of [
      {content: '写入中继日志。'},
      {content: 'the Relay\nLog'},
      {titles: ['章', '中继日志']},
      {keywords: ['Relay log']},
      {questions: ['中继日志是什么？']},
    ]) {
      expect(check(yaml, {content: '甲'}, record)).toEqual([]);
    }
  });

  it('names each entry that finds nothing, with its line', () => {
    const yaml = '- [源库, master]\n- [relay log, 中继日志]\n- [sc, 存储类]\n';
    expect(check(yaml, {content: '源库写入重放日志，describe。'})).toEqual([
      'glossary.yaml:2:4: No page has any of these names: relay log, 中继日志. Remove the entry, or add a name that the pages use.',
      'glossary.yaml:3:4: No page has any of these names: sc, 存储类. Remove the entry, or add a name that the pages use.',
    ]);
  });
});

describe('folded names', () => {
  it('do not differ by case, width, or the number of spaces', () => {
    expect(foldName(' Ｒelay \t Log\u200b ')).toBe('relay log');
  });

  it('are what the index holds', () => {
    expect(foldGlossary(parse('- [Pod, 容器组]\n- [Relay  Log, 中继日志]\n'))).toEqual([
      ['pod', '容器组'],
      ['relay log', '中继日志'],
    ]);
  });
});
