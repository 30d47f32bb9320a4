import {describe, expect, it} from 'vitest';
import {createRecord} from '../testing.ts';
import {renderPage} from './writePages.ts';

describe('renderPage', () => {
  it('shows the text of every record once, with heading and anchor, and escapes it', () => {
    const titles = ['Pod', '创建'];
    expect(
      renderPage([
        createRecord({
          titles,
          content: '从 <pod-id> 开始',
          keywords: ['新建'],
          questions: ['谁建？'],
        }),
        createRecord({kind: 'section', anchor: 'why', titles: [...titles, '原因'], content: '甲'}),
        createRecord({kind: 'row', anchor: 'cri', titles: [...titles, 'CRI'], content: '乙'}),
        createRecord({
          kind: 'step',
          anchor: 'x-step-1',
          titles: [...titles, '发送'],
          content: '丙',
        }),
      ]),
    ).toMatchInlineSnapshot(`
      "<!doctype html>
      <html lang="zh">
      <head><meta charset="utf-8"><title>创建</title></head>
      <body><main><article><div class="theme-doc-markdown markdown">
      <header><h1>创建</h1></header><p>从 &lt;pod-id&gt; 开始</p><p>新建</p><p>谁建？</p>
      <h2 id="why">原因<a class="hash-link" href="#why"></a></h2><p>甲</p>
      <table><tbody><tr id="cri"><th>CRI</th><td><p>乙</p></td></tr></tbody></table>
      <ol><li id="x-step-1"><div><p>发送</p><p>丙</p></div></li></ol>
      </div></article></main></body>
      </html>
      "
    `);
  });
});
