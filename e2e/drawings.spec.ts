import fs from 'node:fs';
import path from 'node:path';
import {expect, test, type Page} from '@playwright/test';
import {readContent} from '../src/plugins/docusaurus-page-contract/checkContent';
import {createSite} from '../src/plugins/docusaurus-page-contract/testing';
import {drawAll, drawOne, openDrawingPage} from '../src/plugins/remark-diagram/drawAll';
import {readDrawing, toDrawingPath} from '../src/plugins/remark-diagram/drawing';
import {readDiagrams} from '../src/plugins/remark-diagram/readDiagrams';

const SITE_DIR = path.join(__dirname, '..');

/** A drawing without the numbers that another version of a font or of Chromium may change. */
const toStructure = (svg: string): string =>
  svg.replace(/ (?:textLength|x|y|x1|x2|y1|y2|cx|cy|width|height|d|points|viewBox)="[^"]*"/g, '');

test.describe('npm run diagrams', () => {
  test.describe.configure({mode: 'serial'});

  let page: Page;
  let close: () => Promise<void>;
  test.beforeAll(async () => {
    ({page, close} = await openDrawingPage(process.env.CHROMIUM_PATH));
  });
  test.afterAll(() => close());

  /** Draws a sequence diagram with the given lines. */
  const drawSequence = (...lines: string[]) =>
    drawOne(page, ['sequenceDiagram', 'autonumber', ...lines].join('\n'), 'test');

  test('draws every fence of both editions as it is committed and shown, and twice the same', async () => {
    let count = 0;
    for (const {edition, pages} of readContent(SITE_DIR)) {
      for (const {file, tree, address} of pages) {
        const {diagrams, faults} = await readDiagrams(tree!);
        expect(faults).toEqual([]);
        for (const {id, source, model} of diagrams) {
          const committed = readDrawing(path.join(SITE_DIR, toDrawingPath(file.path, id)))!;
          const drawn = await drawOne(page, source, id);
          expect(await drawOne(page, source, id), id).toEqual(drawn);
          expect(toStructure(drawn.svg), `${file.path}#${id}`).toBe(toStructure(committed.svg));
          expect(drawn.kind).toBe(model.kind);
          const prefix = edition.name === 'current' ? '' : `${edition.name}/`;
          const built = path.join(SITE_DIR, 'build/docs', `${prefix}${address}.html`);
          expect(fs.readFileSync(built, 'utf8')).toContain(`>${model.title}</figcaption>`);
          expect(drawn.svg.match(/class="message"/g) ?? []).toHaveLength(model.messages.length);
          count++;
        }
      }
    }
    expect(count).toBeGreaterThanOrEqual(14);
  });

  test('draws arrows of every kind', async () => {
    const {svg} = await drawSequence(
      'A->>B: 实线',
      'B-->>A: 虚线',
      'A-)B: 异步',
      'A-xB: 失败',
      'A->B: 无箭头',
      'A<<->>B: 双向',
      'A->>A: 自己',
    );
    const messages = svg.match(/<g class="message".*?<\/g>/g)!;
    expect(messages).toHaveLength(7);
    const heads = messages.map((message) => [
      (message.match(/class="head"/g) ?? []).length,
      (message.match(/class="line( dashed)?"/g) ?? []).length,
      /dashed/.test(message),
    ]);
    expect(heads).toEqual([
      [1, 1, false],
      [1, 1, true],
      [0, 2, false],
      [0, 2, false],
      [0, 1, false],
      [2, 1, false],
      [1, 1, false],
    ]);
  });

  test('keeps labels of blocks whole, however narrow the block', async () => {
    const {svg} = await drawSequence(
      'participant A as 甲',
      'participant B as 乙',
      'alt 别名是中文的',
      'A->>B: 一',
      'else 另一种情形',
      'A->>B: 二',
      'end',
    );
    expect(
      svg.match(/<text class="label"[^>]*>[^<]*/g)?.map((text) => text.replace(/.*>/, '')),
    ).toEqual(['[别名是中文的]', '[另一种情形]']);
  });

  test('draws flow charts and state diagrams without colours of their own', async () => {
    const flow = await drawOne(
      page,
      'flowchart LR\n  A[方] -->|写入| B(圆)\n  B -.-> C{选择}\n  subgraph 组\n    C ==> D[(库)]\n  end\n  D --x E',
      'flow',
    );
    const state = await drawOne(
      page,
      'stateDiagram-v2\n  [*] --> Pending: 提交\n  Pending --> Running\n  state 组 {\n    Running --> Failed\n  }\n  Failed --> [*]\n  note right of Pending: 等待调度',
      'state',
    );
    for (const {svg} of [flow, state]) {
      expect(svg).not.toMatch(/fill=|stroke=|style=|url\(|#[0-9a-f]{3}|rgb|hsl/);
    }
    expect(flow.kind).toBe('flow');
    for (const text of ['方', '写入', '圆', '选择', '组', '库']) {
      expect(flow.svg).toContain(`>${text}</text>`);
    }
    expect(flow.svg.match(/class="edge"/g)).toHaveLength(4);
    expect(flow.svg).toContain('class="line dashed"');
    expect(flow.svg).toContain('class="line thick"');
    expect(state.kind).toBe('state');
    for (const text of ['提交', 'Pending', 'Failed', '组', '等待调度']) {
      expect(state.svg).toContain(`>${text}</text>`);
    }
    expect(state.svg).toContain('class="note"');
    expect(state.svg.match(/<circle class="head"/g)).toHaveLength(2);
  });

  test('refuses texts that do not fit or overlap, saying which', async () => {
    const draw = () => drawSequence('participant A as 甲乙丙丁', 'A->>A: 第一', 'A->>A: 第二');
    await expect(draw()).resolves.toBeDefined();
    // Mermaid makes room for what it measures: only what it does not know of can go wrong.
    const withStyle = async (content: string): Promise<unknown> => {
      const style = await page.addStyleTag({content});
      const outcome = await draw().catch((error: Error) => error.message);
      await style.evaluate((element) => (element as HTMLElement).remove());
      return outcome;
    };
    expect(await withStyle('text.actor {letter-spacing: 40px}')).toMatch(
      /^"甲乙丙丁" is wider than its box \(\d+ of 104 px\)\. Break it with <br\/>\.$/,
    );
    // Moved up by its distance, the first message lies on the participant's name.
    const {svg} = await draw();
    const [message, name] = ['第一', '甲乙丙丁'].map((text) =>
      Number(new RegExp(`y="([^"]+)"[^>]*>${text}<`).exec(svg)![1]),
    );
    expect(await withStyle(`.messageText {transform: translateY(${name! - message!}px)}`)).toBe(
      'The texts "第一" and "甲乙丙丁" overlap. Shorten one, or break it with <br/>.',
    );
    await expect(draw()).resolves.toBeDefined();
  });

  test('numbers messages from 1, or says why it cannot', async () => {
    await expect(
      drawOne(page, 'sequenceDiagram\n  autonumber 5\n  A->>B: 五', 'test'),
    ).rejects.toThrow('The messages are not numbered 1, 2, 3');
    await expect(drawOne(page, 'sequenceDiagram\n  A->>B: 无', 'test')).rejects.toThrow(
      'Not every message has a number',
    );
  });

  test('draws what is missing or stale, removes what is unused, and says what it cannot draw', async () => {
    const {siteDir, remove} = createSite();
    const file = path.join(siteDir, 'docs/pods/creation.mdx');
    const drawings = ['docs', 'versioned_docs/version-2022'].map(
      (folder) => `${folder}/pods/_drawings/creation.creation-flow.json`,
    );
    const draw = () =>
      drawAll(
        siteDir,
        process.env.CHROMIUM_PATH ? {executablePath: process.env.CHROMIUM_PATH} : {},
      );
    const change = (from: string, to: string): void =>
      fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(from, to));
    try {
      expect(await draw()).toEqual({drawn: [], current: drawings, removed: [], faults: []});

      change('A->>B: POST', 'A->>B: PATCH');
      expect(await draw()).toEqual({
        drawn: [drawings[0]],
        current: [drawings[1]],
        removed: [],
        faults: [],
      });
      expect(readDrawing(path.join(siteDir, drawings[0]!))?.svg).toContain('>PATCH</text>');
      expect(await draw()).toMatchObject({drawn: [], current: drawings});

      fs.writeFileSync(path.join(siteDir, drawings[1]!), '{');
      change('id="creation-flow"', 'id="creation-steps"');
      const renamed = 'docs/pods/_drawings/creation.creation-steps.json';
      expect(await draw()).toEqual({
        drawn: [renamed, drawings[1]],
        current: [],
        removed: [drawings[0]],
        faults: [],
      });
      expect(fs.existsSync(path.join(siteDir, drawings[0]!))).toBe(false);

      // What is wrong is told with its place, and costs no drawing: it may be the one that cannot be read.
      change('A->>B: PATCH', 'A->>B PATCH');
      expect(await draw()).toEqual({
        drawn: [],
        current: [drawings[1]],
        removed: [],
        faults: [
          {
            file: 'docs/pods/creation.mdx',
            line: 28,
            column: 1,
            message: expect.stringMatching(/^Mermaid cannot read this line/),
          },
        ],
      });
      expect(fs.existsSync(path.join(siteDir, renamed))).toBe(true);
    } finally {
      remove();
    }
  });
});
