// Wraps the theme's component: every page begins with a link to its comparison with the other edition, and ends with its sources,
// which stand in the front matter.
import type {ReactNode} from 'react';
import {useDoc} from '@docusaurus/plugin-content-docs/client';
import Content from '@theme-original/DocItem/Content';
import type {Props} from '@theme/DocItem/Content';
import CompareLink from '../../../components/CompareLink/index.tsx';
import PageSources from '../../../components/PageSources/index.tsx';
import type {PageFrontMatter} from '../../../frontMatter.ts';

export default function DocItemContent(props: Props): ReactNode {
  // The page contract, checked before the build, guarantees the fields.
  const {sources, checked} = useDoc().frontMatter as unknown as PageFrontMatter;
  return (
    <>
      <CompareLink />
      <Content {...props} />
      <div className="markdown">
        <PageSources sources={sources} checked={checked} />
      </div>
    </>
  );
}
