import type {ReactNode} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it, vi} from 'vitest';
import '../testing.tsx';
import Home from './index.tsx';

vi.mock('@theme/Layout', () => ({
  default: ({description, children}: {description: string; children: ReactNode}) => (
    <div data-description={description}>{children}</div>
  ),
}));
vi.mock('@docusaurus/useBrokenLinks', () => ({default: () => ({collectAnchor: () => undefined})}));
vi.mock('@docusaurus/useDocusaurusContext', () => ({
  default: () => ({siteConfig: {title: '云原生知识库', tagline: '先给短答案'}}),
}));

const page = (name: string) => ({
  title: `标题 ${name}`,
  permalink: `/docs/redis/${name}`,
  questions: [`最常问 ${name}？`, `其次问 ${name}？`],
});
const section = (prefix: string) => ({
  label: 'Redis',
  description: '缓存怎样不出事故。',
  permalink: `${prefix}/redis`,
  pages: ['one', 'two', 'three'].map(page),
});

describe('Home', () => {
  const html = renderToStaticMarkup(
    <Home
      catalog={[
        {
          name: 'current',
          label: '2026 版',
          isCurrent: true,
          changes: '/docs/changes-since-2022',
          sections: [section('/docs')],
        },
        {name: '2022', label: '2022 版', isCurrent: false, sections: [section('/docs/2022')]},
      ]}
    />,
  );

  it('asks the first question of the first two pages of each section', () => {
    expect(html).toContain('最常问 one？');
    expect(html).toContain('最常问 two？');
    expect(html).not.toContain('最常问 three？');
    expect(html).not.toContain('其次问');
  });

  it('lists the sections of the current edition with what they answer and all their pages', () => {
    expect(html).toContain('缓存怎样不出事故。');
    expect(html).toContain('<a href="/docs/redis">Redis</a>');
    expect(html).toContain('标题 three');
  });

  it('offers each edition at an address of its own', () => {
    expect(html).toMatch(/id="edition-2026".*2026 版.*id="edition-2022".*2022 版/);
    expect(html).toContain('<a href="/docs/2022/redis">Redis</a>');
  });

  it('leads from the current edition to all that changed since the one before', () => {
    expect(html.match(/href="\/docs\/changes-since-2022"/g)).toHaveLength(1);
  });

  it('names every part for screen readers', () => {
    for (const id of ['questions', 'sections', 'editions']) {
      expect(html).toMatch(new RegExp(`<section id="${id}" aria-labelledby="${id}-title"`));
      expect(html).toContain(`id="${id}-title"`);
    }
  });
});
