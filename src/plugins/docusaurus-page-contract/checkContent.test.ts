import {afterEach, describe, expect, it} from 'vitest';
import {checkContent, formatFault} from './checkContent.ts';
import {createSite, SOUND_OLD_PAGE, SOUND_PAGE} from './testing.ts';

const PAGE = 'docs/pods/creation.mdx';
const OLD_PAGE = 'versioned_docs/version-2022/pods/creation.mdx';

let remove: (() => void) | undefined;
afterEach(() => remove?.());

async function check(
  changes: Record<string, string | null> = {},
  {needsDrawings = false} = {},
): Promise<string[]> {
  const site = createSite(changes);
  ({remove} = site);
  const faults = await checkContent(site.siteDir, {today: '2026-11-21', needsDrawings});
  return faults.map(formatFault);
}

/** The page of the current edition with one passage replaced; fails if the passage is not there. */
function change(passage: string | RegExp, replacement: string): Record<string, string> {
  const text = SOUND_PAGE.replace(passage, replacement);
  if (text === SOUND_PAGE) {
    throw new Error(`The sound page has no passage ${passage}`);
  }
  return {[PAGE]: text};
}

/** Every kind of bad page, and what its author is told. */
const BAD_PAGES: readonly (readonly [string, Record<string, string | null>, readonly unknown[]])[] =
  [
    [
      'invalid MDX',
      change('建沙箱时。', '建沙箱时 <b。'),
      [
        `${PAGE}:55:8: Not valid MDX: Unexpected character \`。\` (U+3002) in name, expected a name character such as letters, digits, \`$\`, or \`_\`; whitespace before attributes; or the end of the tag. Put code, braces and angle brackets in backticks, and close what is open.`,
      ],
    ],
    [
      'front matter that is not YAML',
      change('title: Pod 创建流程', 'title: "Pod 创建流程'),
      [
        `${PAGE}:14:27: Front matter is not valid YAML: Missing closing "quote. Quote text that holds a colon, and indent by spaces.`,
      ],
    ],
    [
      'no front matter',
      change(/^---[\s\S]*?---\n\n/, ''),
      [
        `${PAGE}:1:1: The page has no front matter. Start the file with a block between two lines of ---.`,
      ],
    ],
    [
      'an unknown field',
      change('keywords:', 'keyword:'),
      [
        `${PAGE}:6:1: Unknown front matter field "keyword". Remove it, or use one of: title, sidebar_position, questions, keywords, go, sources, checked.`,
      ],
    ],
    [
      'a slug, which would change the address',
      change('sidebar_position', 'slug: /elsewhere\nsidebar_position'),
      [
        `${PAGE}:3:1: Unknown front matter field "slug". Remove it, or use one of: title, sidebar_position, questions, keywords, go, sources, checked.`,
      ],
    ],
    [
      'a missing field',
      change(/questions:\n.*\n/, ''),
      [
        `${PAGE}:2:1: Front matter lacks "questions". Write one to five questions that the page answers, each ending with ？.`,
      ],
    ],
    [
      'a field of the wrong type',
      change('sidebar_position: 10', 'sidebar_position: first'),
      [
        `${PAGE}:3:1: Front matter "sidebar_position" must be a whole number. Write the place in the section in tens: 10, 20, 30 ….`,
      ],
    ],
    [
      'a question without a question mark',
      change('变成容器？', '变成容器'),
      [
        `${PAGE}:5:5: Front matter "questions[1]" must end with ？. Write one to five questions that the page answers, each ending with ？.`,
      ],
    ],
    [
      'one source only',
      change(/ {2}- title: Controlling[\s\S]*?access\/\n/, ''),
      [
        `${PAGE}:7:1: Front matter "sources" must have at least 2 entries. Write at least two primary sources, each with "title" and an https "url".`,
      ],
    ],
    [
      'a source that is not https',
      change(
        'https://kubernetes.io/docs/concepts/security',
        'http://kubernetes.io/docs/concepts/security',
      ),
      [
        `${PAGE}:11:5: Front matter "sources[2].url" must be an https:// address. Write at least two primary sources, each with "title" and an https "url".`,
      ],
    ],
    [
      'a source listed twice',
      change(
        'https://kubernetes.io/docs/concepts/security/controlling-access/',
        'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/',
      ),
      [
        `${PAGE}:10:5: Front matter "sources[2]" repeats "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/". Write at least two primary sources, each with "title" and an https "url".`,
      ],
    ],
    [
      'a date in the future',
      change('2026-11-21', '2026-11-22'),
      [
        `${PAGE}:13:3: Front matter "checked.date" 2026-11-22 lies in the future. Write the day on which the page was checked.`,
      ],
    ],
    [
      'a date that does not exist',
      change('2026-11-21', '2026-02-30'),
      [
        `${PAGE}:13:3: Front matter "checked.date" must be a calendar date such as 2026-11-21. Write "date: YYYY-MM-DD" and "against: <product and version>" below "checked:".`,
      ],
    ],
    [
      'a short answer that is too short',
      change(/API server 校验.*\n/, 'API server 保存它。\n'),
      [`${PAGE}:17:1: The short answer has 15 characters. Write 40–160 characters.`],
    ],
    [
      'no short answer',
      change(/API server 校验.*\n\n/, ''),
      [
        `${PAGE}:17:1: The page does not open with the short answer. Write one paragraph of 40–160 characters below the front matter.`,
      ],
    ],
    [
      'a section missing from the skeleton',
      change('## 常见误区 {/* #pitfalls */}', '## 错误 {/* #errors */}'),
      [
        `${PAGE}:1:1: The page has no section "常见误区". Add the heading "## 常见误区 {/* #pitfalls */}" in its place.`,
      ],
    ],
    [
      'closing sections out of order',
      change(/(## 版本变化[\s\S]*?)(## 追问[\s\S]*)$/, '$2\n$1'),
      [
        `${PAGE}:39:1: The closing sections are out of order. Let the page end with #pitfalls, #changes, #follow-ups.`,
      ],
    ],
    [
      'a section #changes in the oldest edition',
      {[OLD_PAGE]: SOUND_PAGE},
      [
        `${OLD_PAGE}:43:1: The oldest edition has a section #changes. Remove it: there is nothing older to compare with.`,
      ],
    ],
    [
      'follow-ups that are not questions',
      change('### 何时有 IP？', '### Pod 的 IP'),
      [`${PAGE}:53:1: "Pod 的 IP" is not a question. Let each heading in #follow-ups end with ？.`],
    ],
    [
      'a heading without an id',
      change('## 全过程 {/* #flow */}', '## 全过程'),
      [
        `${PAGE}:19:1: The heading "全过程" has no id. Close the line with a comment: {/* #short-english-name */}.`,
        `${PAGE}:51:22: The anchor "#flow" does not exist on pods/creation. Use one of: sources, creation-flow, creation-flow-step-1, pitfalls, changes, follow-ups, node-name, pod-ip, no-node, steps, steps-bind.`,
      ],
    ],
    [
      'an id that is not ASCII',
      change('#pod-ip', '#地址'),
      [
        `${PAGE}:53:1: The id "地址" is not allowed. Start with a lower-case ASCII letter, go on with letters, digits and hyphens.`,
      ],
    ],
    [
      'an id used twice',
      change('#pod-ip', '#flow'),
      [`${PAGE}:53:1: The id "flow" is already used on line 19. Choose another.`],
    ],
    [
      'a row whose address is that of a heading',
      change('#pod-ip', '#steps-bind'),
      [`${PAGE}:61:1: The id "steps-bind" is already used on line 53. Choose another.`],
    ],
    [
      'a table of which nobody could link to a row',
      change(
        '1.24 起没有 dockershim。',
        '| 变化 | 版本 |\n| --- | --- |\n| 移除 dockershim | 1.24 |',
      ),
      [
        `${PAGE}:45:1: The table stands alone. Put it into <ComparisonTable id="short-english-name" caption="what is compared">, so that its rows have addresses.`,
      ],
    ],
    [
      'a row without an id',
      change('绑定 {/* #bind */}', '绑定'),
      [
        `${PAGE}:65:1: The row "绑定" has no id. Close its first cell with a comment: {/* #short-english-name */}.`,
      ],
    ],
    [
      'a second title',
      change('建沙箱时。', '建沙箱时。\n\n# 标题 {/* #title */}'),
      [
        `${PAGE}:57:1: "标题" is a second title. The title stands in the front matter: start the body's headings at ##.`,
        `${PAGE}:59:1: "没有合适的节点呢？" skips a level. Put a ## heading before it, or make it a ## heading.`,
      ],
    ],
    [
      'a diagram without a title for screen readers',
      change(/ {2}accTitle.*\n/, ''),
      [
        `${PAGE}:23:1: The Mermaid diagram has no accTitle. Add a line "accTitle: <what the diagram shows>" inside the fence.`,
      ],
    ],
    [
      'a code block without a language',
      change('建沙箱时。', '```\nkubectl get pod\n```'),
      [
        `${PAGE}:55:1: The code block has no language. Write one of: mermaid, bash, docker, ini, nginx, promql, diff, http, hcl, go, json, markup, python, sql, text, yaml.`,
      ],
    ],
    [
      'a link to a page that does not exist',
      change('建沙箱时。', '见[阶段](./phases.mdx)。'),
      [
        `${PAGE}:55:2: The link "./phases.mdx" leads to docs/pods/phases.mdx, which does not exist. Correct the path, or write the page first.`,
      ],
    ],
    [
      'a link to an anchor that does not exist',
      change('[全过程](#flow)', '[全过程](#flows)'),
      [
        `${PAGE}:51:22: The anchor "#flows" does not exist on pods/creation. Use one of: sources, creation-flow, creation-flow-step-1, flow, pitfalls, changes, follow-ups, node-name, pod-ip, no-node, steps, steps-bind.`,
      ],
    ],
    [
      'an image that does not exist',
      change('建沙箱时。', '![沙箱](./sandbox.png)'),
      [
        `${PAGE}:55:1: The image docs/pods/sandbox.png does not exist. Add the file, or correct the path.`,
      ],
    ],
    [
      'spacing and punctuation of Chinese text',
      change('建沙箱时。', '建pause容器时,分配IP。'),
      [
        `${PAGE}:55:1: Spacing or punctuation of Chinese text: "建pause容器时,分配IP。". Write "建 pause 容器时，分配 IP。".`,
      ],
    ],
    [
      'asterisks that do not become bold',
      change('建沙箱时。', '** 建沙箱 **时。'),
      [
        `${PAGE}:55:1: Asterisks are shown instead of bold text. Let no space stand inside the marks, and close them in the same paragraph.`,
      ],
    ],
    [
      'a short address that is no name',
      change('sources:', 'go: Pod/Creation\nsources:'),
      [
        `${PAGE}:7:1: Front matter "go" must be 2 to 30 lower-case ASCII letters, digits and hyphens. Write a short name that says what the page is about, as in go: pod-creation.`,
      ],
    ],
    [
      'a short address that another page has; a frozen edition is left alone',
      {
        [PAGE]: SOUND_PAGE.replace('sources:', 'go: pod\nsources:'),
        [OLD_PAGE]: SOUND_OLD_PAGE.replace('sources:', 'go: pod\nsources:'),
        'docs/pods/phases.mdx': SOUND_PAGE.replace('title: Pod 创建流程', 'title: Pod 阶段与状况')
          .replace('sidebar_position: 10', 'sidebar_position: 20')
          .replace('sources:', 'go: pod\nsources:'),
        'versioned_docs/version-2022/topics.yaml': 'pods:\n  creation: Pod 创建流程\n',
      },
      [
        `docs/pods/phases.mdx:7:1: The short address "/go/pod" is already that of ${PAGE}. Choose another name.`,
      ],
    ],
    [
      'an address that the edition does not promise',
      {[PAGE]: null, 'docs/pods/create.mdx': SOUND_PAGE},
      [
        'docs/pods/create.mdx:1:1: The address "pods/create" is not in docs/topics.yaml. Rename the file back, or add the page there if it is new.',
        `${OLD_PAGE}:1:1: The page has no twin ${PAGE}. Write it, or remove the page from docs/topics.yaml if the subject does not exist in that edition.`,
      ],
    ],
    [
      'a title that differs from the list',
      change('title: Pod 创建流程', 'title: 创建 Pod'),
      [
        `${PAGE}:2:1: The title "创建 Pod" is "Pod 创建流程" in docs/topics.yaml. Write the same in both places.`,
      ],
    ],
    [
      'a position against the order of the list',
      {
        'docs/pods/phases.mdx': SOUND_PAGE.replace('title: Pod 创建流程', 'title: Pod 阶段与状况'),
        'versioned_docs/version-2022/pods/phases.mdx': SOUND_OLD_PAGE.replace(
          'title: Pod 创建流程\nsidebar_position: 10',
          'title: Pod 阶段与状况\nsidebar_position: 20',
        ),
      },
      [
        'docs/pods/phases.mdx:3:1: sidebar_position 10 puts the page before pods/creation (10), against the order of docs/topics.yaml. Write a greater number.',
      ],
    ],
    [
      'a page in plain Markdown',
      {'docs/pods/phases.md': '# Pod 阶段'},
      ['docs/pods/phases.md:1:1: Pages are MDX. Rename the file to end with .mdx.'],
    ],
    [
      'a text that is too long',
      change('against: Kubernetes 1.37', `against: ${'长'.repeat(121)}`),
      [
        `${PAGE}:14:3: Front matter "checked.against" must not be longer than 120 characters. Write "date: YYYY-MM-DD" and "against: <product and version>" below "checked:".`,
      ],
    ],
    [
      'typography in the front matter',
      change('Pod 怎样从清单变成容器？', 'Pod怎样从清单变成容器？'),
      [
        `${PAGE}:5:1: Spacing or punctuation of Chinese text: "Pod怎样从清单变成容器？". Write "Pod 怎样从清单变成容器？".`,
      ],
    ],
    [
      'an empty id',
      change('#pod-ip', '#'),
      [
        `${PAGE}:53:1: The id "" is not allowed. Start with a lower-case ASCII letter, go on with letters, digits and hyphens.`,
      ],
    ],
    [
      'an id that the theme needs',
      change('#pod-ip', '#sources'),
      [
        `${PAGE}:53:1: The id "sources" belongs to the theme, which puts it on every page. Choose another.`,
      ],
    ],
    [
      'a heading nested too deeply',
      change('建沙箱时。', '建沙箱时。\n\n#### 细节 {/* #details */}'),
      [`${PAGE}:57:1: "细节" is nested too deeply. Use ## and ### only, or split the section.`],
    ],
    [
      'a diagram without a description for screen readers',
      change(/ {2}accDescr.*\n/, '  accDescr:\n'),
      [
        `${PAGE}:23:1: The Mermaid diagram has no accDescr. Add a line "accDescr: <what happens in it, in one sentence>" inside the fence.`,
        // Mermaid takes the line below an empty one for the description.
        `${PAGE}:23:1: The sequence diagram does not number its messages. Write "autonumber" on a line of its own, above the first message.`,
      ],
    ],
    [
      'a code block in a language that the site cannot highlight',
      change('建沙箱时。', '```yml\na: 1\n```'),
      [
        `${PAGE}:55:1: The language "yml" is not known. Write one of: mermaid, bash, docker, ini, nginx, promql, diff, http, hcl, go, json, markup, python, sql, text, yaml.`,
      ],
    ],
    [
      'a link that names no file',
      change('建沙箱时。', '见[创建](./creation)。'),
      [
        `${PAGE}:55:2: The link "./creation" names no page file. Write the relative path with its extension, such as ./creation.mdx.`,
      ],
    ],
    [
      'a link into the other edition',
      change('建沙箱时。', '见[旧版](../../versioned_docs/version-2022/pods/creation.mdx)。'),
      [
        `${PAGE}:55:2: The link "../../versioned_docs/version-2022/pods/creation.mdx" leads out of the edition. Link the same page of this edition, or name the other edition in words.`,
      ],
    ],
    [
      'an image without a text alternative',
      {...change('建沙箱时。', '![](./sandbox.png)'), 'docs/pods/sandbox.png': ''},
      [
        `${PAGE}:55:1: The image "./sandbox.png" has no text alternative. Write what it shows between the square brackets.`,
      ],
    ],
    [
      'a page that lies too deep',
      {'docs/pods/lifecycle/phases.mdx': SOUND_PAGE},
      [
        'docs/pods/lifecycle/phases.mdx:1:1: "pods/lifecycle/phases" is not an address of the form section/page. Move the file to docs/<section>/<page>.mdx.',
      ],
    ],
    [
      'front matter in a partial',
      {'docs/pods/_shared.mdx': '---\ntitle: 共用\n---\n\n一段共用的文字。\n'},
      [
        'docs/pods/_shared.mdx:1:1: A partial has front matter. Remove it, or drop the leading _ of the file name.',
      ],
    ],
    [
      'a diagram that does not parse',
      change('A->>B: POST', 'A->>B POST'),
      [
        `${PAGE}:28:1: Mermaid cannot read this line: it expects 'TXT' and finds 'NEWLINE'. Compare with https://mermaid.js.org/intro/.`,
      ],
    ],
    [
      'a diagram that does not parse below a comment',
      change('A->>B: POST', '\n  %% 注释\n  A->>B: POST\n  A=>B'),
      [
        expect.stringMatching(
          /^docs\/pods\/creation\.mdx:31:1: Mermaid cannot read this line: it expects .+ and finds 'INVALID'\. Compare with/,
        ),
      ],
    ],
    [
      'a message without an explanation',
      change('  A->>B: POST', '  A->>B: POST\n  B-->>A: 201'),
      [
        `${PAGE}:32:1: The diagram has 2 messages, the list 1 items: message 2 (B → A: 201) has no item. Let item N explain message N.`,
      ],
    ],
    [
      'an explanation without a message',
      change('1. 客户端提交 Pod。', '1. 客户端提交 Pod。\n2. 之后返回。'),
      [
        `${PAGE}:32:1: The diagram has 1 messages, the list 2 items: item 2 has no message. Let item N explain message N.`,
      ],
    ],
    [
      'an explanation that says nothing',
      change('1. 客户端提交 Pod。', '1.'),
      [`${PAGE}:31:1: Item 1 is empty. Explain message 1.`],
    ],
    [
      'a list of steps without numbers',
      change('1. 客户端提交 Pod。', '- 客户端提交 Pod。'),
      [`${PAGE}:31:1: The list of steps is not numbered from 1. Write "1. …", "2. …".`],
    ],
    [
      'a sequence diagram without an id',
      change('<SequenceDiagram id="creation-flow">', '<SequenceDiagram>'),
      [`${PAGE}:21:1: The diagram has no id. Write <SequenceDiagram id="short-english-name">.`],
    ],
    [
      'a sequence diagram whose id is no address',
      change('id="creation-flow"', 'id="创建"'),
      [
        `${PAGE}:21:1: The id "创建" is not allowed. Start with a lower-case ASCII letter, go on with letters, digits and hyphens.`,
      ],
    ],
    [
      'an id of a diagram that a heading has too',
      change('id="creation-flow"', 'id="flow"'),
      [`${PAGE}:21:1: The id "flow" is already used on line 19. Choose another.`],
    ],
    [
      'an attribute that the diagram does not take',
      change('id="creation-flow"', 'id="creation-flow" title="创建"'),
      [`${PAGE}:21:1: <SequenceDiagram> takes an "id" only. Remove the other attributes.`],
    ],
    [
      'a sequence diagram without a list',
      change('1. 客户端提交 Pod。\n\n', ''),
      [
        `${PAGE}:21:1: <SequenceDiagram> holds 1 mermaid fences, 0 lists and 0 other blocks. Put one mermaid fence and below it one numbered list into it, and nothing else.`,
      ],
    ],
    [
      'a sequence diagram with more in it',
      change('1. 客户端提交 Pod。', '说明：\n\n1. 客户端提交 Pod。'),
      [
        `${PAGE}:21:1: <SequenceDiagram> holds 1 mermaid fences, 1 lists and 1 other blocks. Put one mermaid fence and below it one numbered list into it, and nothing else.`,
      ],
    ],
    [
      'a sequence diagram that stands alone',
      change(/<SequenceDiagram[^>]*>\n\n([\s\S]*?)\n1\.[\s\S]*?<\/SequenceDiagram>/, '$1'),
      [
        `${PAGE}:21:1: The sequence diagram stands alone. Wrap it, with a numbered list that explains each message, in <SequenceDiagram id="short-english-name">.`,
      ],
    ],
    [
      'messages without numbers',
      change('  autonumber\n', ''),
      [
        `${PAGE}:23:1: The sequence diagram does not number its messages. Write "autonumber" on a line of its own, above the first message.`,
      ],
    ],
    [
      'messages that are numbered by ten',
      change('  autonumber\n', '  autonumber 10 10\n'),
      [
        `${PAGE}:23:1: The sequence diagram does not number its messages. Write "autonumber" on a line of its own, above the first message.`,
      ],
    ],
    [
      'something behind the fence of a sequence diagram',
      change('```mermaid', '```mermaid id="flow-chart"'),
      [
        `${PAGE}:23:1: The fence has "id="flow-chart"" behind "mermaid". Remove it: the id stands in <SequenceDiagram>.`,
      ],
    ],
    [
      'another kind of diagram in the element for sequence diagrams',
      change(
        /sequenceDiagram\n([\s\S]*?) {2}autonumber\n {2}A->>B: POST/,
        'flowchart LR\n$1  A --> B',
      ),
      [
        `${PAGE}:23:1: <SequenceDiagram> holds a diagram of another kind. Write a plain fence with an id: \`\`\`mermaid id="short-english-name".`,
      ],
    ],
    [
      'a flow chart without an id',
      change(
        '建沙箱时。',
        '```mermaid\nflowchart LR\n  accTitle: 图\n  accDescr: 图。\n  A --> B\n```',
      ),
      [`${PAGE}:55:1: The diagram has no id. Write \`\`\`mermaid id="short-english-name".`],
    ],
    [
      'two diagrams of one id',
      change(
        '建沙箱时。',
        '```mermaid id="creation-flow"\nflowchart LR\n  accTitle: 图\n  accDescr: 图。\n  A --> B\n```',
      ),
      [`${PAGE}:55:1: The id "creation-flow" is already used on line 21. Choose another.`],
    ],
    [
      'a diagram of a kind that is not drawn',
      change(
        '建沙箱时。',
        '```mermaid id="share"\npie\n  accTitle: 图\n  accDescr: 图。\n  "a" : 1\n```',
      ),
      [
        `${PAGE}:56:1: Diagrams of the kind "pie" are not drawn. Use sequenceDiagram, flowchart or stateDiagram-v2.`,
      ],
    ],
    [
      'colours in a diagram',
      change(
        '建沙箱时。',
        '```mermaid id="share"\nflowchart LR\n  accTitle: 图\n  accDescr: 图。\n  A --> B\n  style A fill:#f9f\n```',
      ),
      [
        `${PAGE}:60:1: "style" is not allowed in a diagram. Remove it: looks and links are the same for all diagrams.`,
      ],
    ],
    [
      'a coloured part of a sequence diagram',
      change('  A->>B: POST', '  rect rgb(0, 0, 0)\n  A->>B: POST\n  end'),
      [
        `${PAGE}:23:1: The diagram has a coloured "rect" or a "box". Remove it: use "par", "alt", "opt" or "loop" to group messages.`,
      ],
    ],
    [
      'a link to a step that does not exist',
      change('[全过程](#flow)', '[全过程](#creation-flow-step-2)'),
      [
        `${PAGE}:51:22: The anchor "#creation-flow-step-2" does not exist on pods/creation. Use one of: sources, creation-flow, creation-flow-step-1, flow, pitfalls, changes, follow-ups, node-name, pod-ip, no-node, steps, steps-bind.`,
      ],
    ],
    [
      'an edition without a folder',
      {'versions.json': '["2022", "2018"]'},
      [
        'versioned_docs/version-2018:1:1: The folder of edition "2018" does not exist. Restore it, or remove the edition from versions.json.',
        `${OLD_PAGE}:1:1: The page has no section "版本变化". Add the heading "## 版本变化 {/* #changes */}" in its place.`,
      ],
    ],
    [
      'an edition without a list of pages',
      {'docs/topics.yaml': null},
      [
        `${PAGE}:1:1: The address "pods/creation" is not in docs/topics.yaml. Rename the file back, or add the page there if it is new.`,
        'docs/topics.yaml:1:1: The edition has no list of pages. Add the file: "section:" and below it "  page: title".',
      ],
    ],
  ];

describe('checkContent', () => {
  it('finds nothing wrong with pages that keep the contract', async () => {
    expect(await check()).toEqual([]);
  });

  it.each(BAD_PAGES)('rejects %s', async (_name, changes, expected) => {
    expect(await check(changes)).toEqual(expected);
  });

  it('wants a current drawing of each diagram, and a diagram for each drawing', async () => {
    const drawing = 'docs/pods/_drawings/creation.creation-flow.json';
    expect(await check({}, {needsDrawings: true})).toEqual([]);
    expect(await check({[drawing]: null}, {needsDrawings: true})).toEqual([
      `${PAGE}:23:1: The diagram "creation-flow" has no current drawing. Run: npm run diagrams`,
    ]);
    expect(await check({[drawing]: '{'}, {needsDrawings: true})).toHaveLength(1);
    expect(await check(change('POST', 'PATCH'), {needsDrawings: true})).toEqual([
      `${PAGE}:23:1: The diagram "creation-flow" has no current drawing. Run: npm run diagrams`,
    ]);
    expect(
      await check(change('id="creation-flow"', 'id="creation-steps"'), {needsDrawings: true}),
    ).toEqual([
      `${drawing}:1:1: No diagram uses this drawing. Remove the file, or run: npm run diagrams`,
      `${PAGE}:23:1: The diagram "creation-steps" has no current drawing. Run: npm run diagrams`,
    ]);
  });

  it('does not call a drawing unused whose page cannot be read', async () => {
    expect(await check(change('建沙箱时。', '{'), {needsDrawings: true})).toEqual([
      expect.stringContaining('Not valid MDX'),
    ]);
  });

  it('reports the faults of all pages and editions in one run', async () => {
    const faults = await check({
      [PAGE]: SOUND_PAGE.replace('title: Pod', 'titel: Pod').replace('#pod-ip', '#flow'),
      [OLD_PAGE]: SOUND_OLD_PAGE.replace('建沙箱时。', '```\nx\n```'),
    });
    expect(faults.map((fault) => fault.split(': ')[0])).toEqual([
      `${PAGE}:2:1`,
      `${PAGE}:2:1`,
      `${PAGE}:53:1`,
      `${OLD_PAGE}:51:1`,
    ]);
  });

  it('goes on after a page that is not valid MDX, and does not blame links to it', async () => {
    const link = SOUND_OLD_PAGE.replace('title: Pod 创建流程', 'title: Pod 阶段与状况')
      .replace('sidebar_position: 10', 'sidebar_position: 20')
      .replace('建沙箱时。', '见[创建](./creation.mdx#flow)。');
    const faults = await check({
      'docs/topics.yaml': 'pods:\n  creation: Pod 创建流程\n',
      [OLD_PAGE]: SOUND_OLD_PAGE.replace('建沙箱时。', '{'),
      'versioned_docs/version-2022/pods/phases.mdx': link.replace('#pod-ip', '#flow'),
    });
    expect(faults).toEqual([
      expect.stringContaining(`${OLD_PAGE}:53:2: Not valid MDX`),
      expect.stringContaining('phases.mdx:49:1: The id "flow" is already used'),
    ]);
  });
});
