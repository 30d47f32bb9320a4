/**
 * In place of the theme's component: the link of a heading is named by the text of the heading, also if that is more than plain text,
 * and a click on it goes there, as before, and copies the link as the reader wants it.
 */
import {Children, isValidElement, type MouseEvent, type ReactNode} from 'react';
import clsx from 'clsx';
import Link from '@docusaurus/Link';
import {useAnchorTargetClassName} from '@docusaurus/theme-common';
import {translate} from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type {Props} from '@theme/Heading';
import {isPlainClick} from '../../components/CopyLink/isPlainClick.ts';
import {useCopyLink} from '../../components/CopyLink/useCopyLink.ts';
import './styles.css';

/** The sign of the link is drawn by its style. */
const NO_TEXT = '\u200b';

/** The text in what a heading holds. */
function getText(node: ReactNode): string {
  return Children.toArray(node)
    .map((child) =>
      isValidElement<{children?: ReactNode}>(child) ? getText(child.props.children) : String(child),
    )
    .join('');
}

export default function Heading({as: Tag, id, children, ...props}: Props): ReactNode {
  const brokenLinks = useBrokenLinks();
  const targetClass = useAnchorTargetClassName(id);
  const {copy} = useCopyLink();
  if (Tag === 'h1' || !id) {
    return <Tag {...props}>{children}</Tag>;
  }
  brokenLinks.collectAnchor(id);
  const name = getText(children).trim();
  const copyLink = (event: MouseEvent): void => {
    if (isPlainClick(event)) {
      void copy({id, name});
    }
  };
  return (
    <Tag {...props} className={clsx('anchor', targetClass, props.className)} id={id}>
      {children}
      <Link
        className="hash-link"
        to={`#${id}`}
        aria-label={translate(
          {id: 'theme.common.headingLinkTitle', message: 'Direct link to {heading}'},
          {heading: name},
        )}
        title={translate({id: 'heading.link', message: '转到这里，并复制链接'})}
        translate="no"
        onClick={copyLink}
      >
        {NO_TEXT}
      </Link>
    </Tag>
  );
}
