// Wraps the theme's component: a click on the link of a heading goes there, as before, and copies the link as the reader wants it.
import type {MouseEvent, ReactNode} from 'react';
import OriginalHeading from '@theme-original/Heading';
import type {Props} from '@theme/Heading';
import {useCopyLink} from '../../components/CopyLink/useCopyLink.ts';
import {isPlainClick} from '../../components/CopyLink/isPlainClick.ts';
import './styles.css';

export default function Heading(props: Props): ReactNode {
  const {copy} = useCopyLink();
  const copyLink = (event: MouseEvent<HTMLHeadingElement>): void => {
    const {currentTarget: heading, target} = event;
    if (isPlainClick(event) && (target as Element).closest('.hash-link')) {
      // The link itself holds a space without width.
      const name = heading.textContent.replaceAll('\u200b', '').trim();
      void copy({id: heading.id, name});
    }
  };
  return <OriginalHeading {...props} {...(props.id && {onClick: copyLink})} />;
}
