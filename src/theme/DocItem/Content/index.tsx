// Wraps the theme's component: every page begins with its tools, and ends with its sources, which stand in the front matter.
import type {ReactNode} from 'react';
import {useDoc} from '@docusaurus/plugin-content-docs/client';
import Content from '@theme-original/DocItem/Content';
import type {Props} from '@theme/DocItem/Content';
import CompareLink from '../../../components/CompareLink/index.tsx';
import CopyMarkdown from '../../../components/CopyMarkdown/index.tsx';
import CopyLinkProvider from '../../../components/CopyLink/CopyLinkProvider.tsx';
import PageSources from '../../../components/PageSources/index.tsx';
import PageTools from '../../../components/PageTools/index.tsx';
import type {PageFrontMatter} from '../../../frontMatter.ts';

export default function DocItemContent(props: Props): ReactNode {
  // The page contract, checked before the build, guarantees the fields.
  const {frontMatter, metadata} = useDoc();
  const {sources, checked} = frontMatter as unknown as PageFrontMatter;
  return (
    <CopyLinkProvider>
      <PageTools>
        <CompareLink />
        <CopyMarkdown permalink={metadata.permalink} />
      </PageTools>
      <Content {...props} />
      <div className="markdown">
        <PageSources sources={sources} checked={checked} />
      </div>
    </CopyLinkProvider>
  );
}
