import {createElement, Fragment, type ReactNode} from 'react';
import {vi} from 'vitest';

/** Test helper: stands in for Docusaurus' parts that need a running site. Import it before the component under test. */

vi.mock('@docusaurus/Link', () => ({
  default: ({to, href, children, ...props}: Record<string, ReactNode>) => (
    <a href={(to ?? href) as string} {...props}>
      {children}
    </a>
  ),
}));

vi.mock('@docusaurus/Translate', () => ({
  default: ({children, values = {}}: {children: string; values?: Record<string, ReactNode>}) =>
    createElement(
      Fragment,
      null,
      ...children.split(/\{(\w+)\}/).map((part, index) => (index % 2 === 1 ? values[part] : part)),
    ),
  translate: ({message}: {message: string}, values: Record<string, unknown> = {}) =>
    message.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      name in values ? String(values[name]) : placeholder,
    ),
}));

vi.mock('@theme/Heading', () => ({
  default: ({as: Tag, ...props}: {as: 'h1' | 'h2' | 'h3'}) => <Tag {...props} />,
}));
