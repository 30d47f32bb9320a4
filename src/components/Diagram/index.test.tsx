import '../testing.tsx';
import {renderToStaticMarkup} from 'react-dom/server';
import {expect, it, vi} from 'vitest';
import Diagram from './index.tsx';

const collectAnchor = vi.hoisted(() => vi.fn());
vi.mock('@docusaurus/useBrokenLinks', () => ({default: () => ({collectAnchor})}));

const DRAWING = {
  kind: 'flow',
  width: 300,
  height: 120,
  svg: '<svg viewBox="0 0 300 120" width="300" height="120"><text>节点</text></svg>',
} as const;

it('is a figure with its drawing, caption and description, complete on the server', () => {
  const html = renderToStaticMarkup(
    <Diagram id="packet-path" title="数据路径" description="数据包经过内核。" drawing={DRAWING} />,
  );
  expect(html).toMatch(/^<figure [^>]*id="packet-path"/);
  expect(html).toContain(DRAWING.svg);
  const caption = /<figcaption [^>]*id="([^"]+)"[^>]*>数据路径<\/figcaption>/.exec(html)![1];
  const description = /<p id="([^"]+)" hidden="">数据包经过内核。<\/p>/.exec(html)![1];
  expect(html).toContain(
    `role="img" aria-labelledby="${caption}" aria-describedby="${description}"`,
  );
  expect(html).not.toContain('<dialog');
  // Docusaurus would take a link to it for a broken one.
  expect(collectAnchor).toHaveBeenCalledWith('packet-path');
});

it('can be scrolled by keyboard', () => {
  const html = renderToStaticMarkup(
    <Diagram id="packet-path" title="数据路径" description="" drawing={DRAWING} />,
  );
  expect(html).toMatch(/role="group" tabindex="0" aria-label="图，可滚动[^"]*"/i);
});
