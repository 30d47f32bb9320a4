// Replaces the theme's component, which loads the theme's CodeBlock and with it Prism: fenced code arrives highlighted.
import type {ComponentProps, ReactNode} from 'react';
import CodeInline from '@theme/CodeInline';

export default function MDXCode(props: ComponentProps<'code'>): ReactNode {
  return props.className?.includes('language-') ? <code {...props} /> : <CodeInline {...props} />;
}
