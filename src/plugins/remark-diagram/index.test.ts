import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {compile} from '@mdx-js/mdx';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {VFile} from 'vfile';
import {createKey, isDrawn, toDrawingPath} from './drawing.ts';
import remarkDiagram, {describeBranches} from './index.ts';
import {parseMermaid} from './parseMermaid.ts';

const FENCE = `sequenceDiagram
  accTitle: 写入
  accDescr: 客户端写入。
  autonumber
  participant C as 客户端<br/>App
  participant S as 服务器
  C->>S: 写入
  par 复制
    S->>S: 落盘
  and 应答
    alt 成功
      S-->>C: OK
    else
      S-->>C: 错误<br/>重试
    end
  end`;

const PAGE = `<SequenceDiagram id="write">

\`\`\`mermaid
${FENCE}
\`\`\`

1. 客户端写入。
2. 服务器**落盘**。
3. 返回 \`OK\`。
4. 返回错误，见[第 3 步](#write-step-3)。

</SequenceDiagram>
`;

let dir: string;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'remark-diagram-'));
});
afterEach(() => fs.rmSync(dir, {recursive: true, force: true}));

function writeDrawing(id: string, source: string): void {
  const file = toDrawingPath(`${dir}/page.mdx`, id);
  fs.mkdirSync(path.dirname(file), {recursive: true});
  fs.writeFileSync(file, JSON.stringify({key: createKey(source, id)}));
}

async function toJsx(text: string, isPreview = false): Promise<string> {
  const file = new VFile({path: `${dir}/page.mdx`, value: text});
  return String(await compile(file, {remarkPlugins: [[remarkDiagram, {isPreview}]], jsx: true}));
}

describe('remarkDiagram', () => {
  it('gives each step its participants, message and branches, and imports the drawing', async () => {
    writeDrawing('write', FENCE);
    const jsx = await toJsx(PAGE);
    expect(jsx).toContain('import diagramDrawing0 from "./_drawings/page.write.json"');
    expect(jsx).toContain(
      'import SequenceDiagram, {DiagramStep} from "@site/src/components/SequenceDiagram"',
    );
    expect(jsx).toContain(
      '<SequenceDiagram id="write" title="写入" description="客户端写入。" drawing={diagramDrawing0}>',
    );
    expect(jsx.match(/<DiagramStep [^>]*>/g)).toEqual([
      '<DiagramStep from="客户端 App" to="服务器" message="写入">',
      '<DiagramStep from="服务器" to="服务器" message="落盘" branch="并行「复制」">',
      '<DiagramStep from="服务器" to="客户端 App" message="OK" branch="并行「应答」 › 分支「成功」">',
      '<DiagramStep from="服务器" to="客户端 App" message="错误重试" branch="并行「应答」 › 分支">',
    ]);
    expect(jsx).toContain('<_components.strong>{"落盘"}</_components.strong>');
    expect(jsx).not.toContain('sequenceDiagram');
  });

  it('draws any other kind as a figure of its own', async () => {
    const flow = 'flowchart LR\n  accTitle: 路径\n  accDescr: 路径。\n  A --> B';
    writeDrawing('path', flow);
    const jsx = await toJsx(`\`\`\`mermaid id="path"\n${flow}\n\`\`\`\n`);
    expect(jsx).toContain('import Diagram from "@site/src/components/Diagram"');
    expect(jsx).toContain(
      '<Diagram id="path" title="路径" description="路径。" drawing={diagramDrawing0} />',
    );
  });

  it('adds nothing to a page without a diagram', async () => {
    expect(await toJsx('```js\nlet a;\n```\n')).not.toMatch(/import|Diagram/);
  });

  it('stops the build at a diagram without a current drawing, naming the command', async () => {
    await expect(toJsx(PAGE)).rejects.toThrow(
      'The diagram "write" has no current drawing. Run: npm run diagrams',
    );
    writeDrawing('write', `${FENCE}\n`);
    await expect(toJsx(PAGE)).rejects.toThrow('has no current drawing');
  });

  it('stops the build at a fault, with its place', async () => {
    await expect(toJsx(PAGE.replace('4. 返回错误', '返回错误'))).rejects.toMatchObject({
      line: 22,
      column: 1,
      reason: expect.stringContaining('The diagram has 4 messages, the list 3 items'),
    });
  });

  it('hands the fence to the live preview when there is no drawing', async () => {
    const jsx = await toJsx(PAGE, true);
    expect(jsx).toContain('source="sequenceDiagram');
    expect(jsx).not.toContain('_drawings');
  });
});

describe('parseMermaid', () => {
  it('reads what Mermaid reads: messages without notes, in their blocks', async () => {
    const {messages, isNumbered, kind, title} = await parseMermaid(
      `${FENCE}\n  Note over C,S: 旁注\n  loop 每 10 秒\n    C-)S: 心跳\n    opt 断开\n      C-xS: 重连\n    end\n  end`,
    );
    expect({kind, title, isNumbered}).toEqual({kind: 'sequence', title: '写入', isNumbered: true});
    expect(messages.map(({text, branches}) => `${describeBranches(branches)}|${text}`)).toEqual([
      '|写入',
      '并行「复制」|落盘',
      '并行「应答」 › 分支「成功」|OK',
      '并行「应答」 › 分支|错误重试',
      '循环「每 10 秒」|心跳',
      '循环「每 10 秒」 › 可选「断开」|重连',
    ]);
  });

  it('joins the lines of a name as Chinese typography has it', async () => {
    const nameOf = async (label: string): Promise<string> =>
      (await parseMermaid(`sequenceDiagram\n participant A as ${label}\n A->>A: x`)).messages[0]!
        .from;
    expect(await nameOf('容器运行时<br/>CRI')).toBe('容器运行时 CRI');
    expect(await nameOf('com 的<br/>服务器')).toBe('com 的服务器');
    expect(await nameOf('时钟<br/>（30 秒）')).toBe('时钟（30 秒）');
  });

  it('keeps diagrams apart that are read at the same time, as pages are compiled', async () => {
    const names = Array.from({length: 20}, (_, index) => `图 ${index}`);
    const models = await Promise.all(
      names.map((name) =>
        parseMermaid(
          `sequenceDiagram\n accTitle: ${name}\n accDescr: 说明 ${name}\n autonumber\n A->>B: ${name}`,
        ),
      ),
    );
    expect(models.map(({title}) => title)).toEqual(names);
    expect(models.map(({description}) => description)).toEqual(names.map((name) => `说明 ${name}`));
    expect(models.map(({messages}) => messages[0]?.text)).toEqual(names);
  });

  it('names the line in the fence, whatever Mermaid drops above it', async () => {
    const lineOf = (source: string): Promise<unknown> =>
      parseMermaid(source).catch((error: unknown) => (error as {line: number}).line);
    expect(await lineOf('sequenceDiagram\n  A->>B: 一\n  A=>B')).toBe(3);
    expect(await lineOf('sequenceDiagram\n\n  %% 注释\n  A->>B: 一\n  %% 注释\n  A=>B')).toBe(6);
    expect(await lineOf('\n  \nsequenceDiagram\n  A->>B: 一\n  A=>B')).toBe(5);
    expect(await lineOf('flowchart LR\n  A --> B[没有关上')).toBe(2);
  });

  it('takes a participant for one whose name begins like a statement that is not allowed', async () => {
    const {messages} = await parseMermaid('sequenceDiagram\n  style->>click: 一');
    expect(messages[0]).toMatchObject({from: 'style', to: 'click'});
    await expect(parseMermaid('sequenceDiagram\n  link A: 文档 @ https://a.b')).rejects.toThrow(
      '"link" is not allowed in a diagram',
    );
  });

  it('leaves no window behind, which others would take for a browser', async () => {
    await parseMermaid(FENCE);
    expect('window' in globalThis).toBe(false);
  });
});

describe('the key of a drawing', () => {
  it('changes with the fence and with the id', () => {
    const key = createKey(FENCE, 'write');
    expect(createKey(FENCE, 'write')).toBe(key);
    expect(createKey(`${FENCE} `, 'write')).not.toBe(key);
    expect(createKey(FENCE, 'write-2')).not.toBe(key);
  });

  it('is compared with the file, which may be missing or broken', () => {
    const file = toDrawingPath(`${dir}/page.mdx`, 'write');
    expect(isDrawn(file, FENCE, 'write')).toBe(false);
    writeDrawing('write', FENCE);
    expect(isDrawn(file, FENCE, 'write')).toBe(true);
    fs.writeFileSync(file, '{"key": "0');
    expect(isDrawn(file, FENCE, 'write')).toBe(false);
  });
});
