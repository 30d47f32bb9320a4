import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it, vi} from 'vitest';
import '../testing.tsx';
import CopyMarkdown from './index.tsx';

vi.mock('@docusaurus/Head', () => ({
  default: ({children}: {children: React.ReactNode}) => <head>{children}</head>,
}));

describe('CopyMarkdown', () => {
  const html = renderToStaticMarkup(<CopyMarkdown permalink="/kb/docs/redis/eviction" />);

  it('links the page in Markdown, which needs no script', () => {
    expect(html).toMatch(/<a [^>]*href="\/kb\/docs\/redis\/eviction\.md"[^>]*>查看 Markdown<\/a>/);
  });

  it('names it in the head of the page', () => {
    expect(html).toContain(
      '<link rel="alternate" type="text/markdown" href="/kb/docs/redis/eviction.md"/>',
    );
  });

  it('has a button that says what it copies', () => {
    expect(html).toMatch(
      /<button [^>]*aria-label="复制为 Markdown（整页）"[^>]*>复制为 Markdown<\/button>/,
    );
  });
});
