import {describe, expect, it} from 'vitest';
import {createSite, lint, SOUND_PAGE} from '../docusaurus-page-contract/testing.ts';
import {checkContent} from '../docusaurus-page-contract/checkContent.ts';
import remarkLintPlainMarkdown from './index.ts';

describe('remark-lint-plain-markdown', () => {
  it('has nothing against a sound page', async () => {
    expect(await lint(remarkLintPlainMarkdown(), SOUND_PAGE)).toEqual([]);
  });

  it('reports components, expressions and directives that have no plain Markdown', async () => {
    expect(
      await lint(remarkLintPlainMarkdown(), '甲 <Kbd>乙</Kbd>\n\n<Tabs />\n\n{a}\n\n:::b\n\n:::\n'),
    ).toEqual([
      expect.stringMatching(/^1:3: <Kbd> has no plain Markdown\. Write it as Markdown, /),
      expect.stringMatching(/^3:1: <Tabs> has no plain Markdown\. /),
      expect.stringMatching(/^5:1: The expression \{a\} is code that only a browser can read\. /),
      expect.stringMatching(/^7:1: The directive :::b has no plain Markdown\. /),
    ]);
  });

  it('is part of the page contract; a partial may be shown if it exists', async () => {
    const {siteDir, remove} = createSite({
      'docs/pods/creation.mdx': `${SOUND_PAGE}
import A from './_a.mdx';
import B from './_b.mdx';

<A />

<B />
`,
      'docs/pods/_a.mdx': '甲。\n',
    });
    const faults = await checkContent(siteDir);
    remove();
    expect(faults.map(({file, message}) => `${file}: ${message}`)).toEqual([
      'docs/pods/creation.mdx: <B> shows docs/pods/_b.mdx, which does not exist. Correct the path of its import, or write the file.',
    ]);
  });
});
