// Wraps the theme's component: the index of a section brings along the descriptions of its pages, see docusaurus-light-bundle.
import type {ReactNode} from 'react';
import OriginalIndexPage from '@theme-original/DocCategoryGeneratedIndexPage';
import type {Props} from '@theme/DocCategoryGeneratedIndexPage';
import {Descriptions} from '@site/src/theme/DocCard/Layout/descriptions.ts';

export default function DocCategoryGeneratedIndexPage(props: Props): ReactNode {
  const {descriptions} = props.categoryGeneratedIndex as {descriptions?: Record<string, string>};
  return (
    <Descriptions value={descriptions ?? {}}>
      <OriginalIndexPage {...props} />
    </Descriptions>
  );
}
