// Replaces the theme's logo, which is two images, one for each colour mode, and a request on every page: the drawing stands in the page.
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {useThemeConfig} from '@docusaurus/theme-common';
import useBaseUrl from '@docusaurus/useBaseUrl';
import LogoImage from '@site/static/img/logo.svg';
import type {Props} from '@theme/Logo';

export default function Logo({imageClassName, titleClassName, ...props}: Props): ReactNode {
  const {navbar} = useThemeConfig();
  const home = useBaseUrl('/');
  return (
    <Link to={home} {...props}>
      <LogoImage className={imageClassName} width={32} height={32} aria-hidden="true" />
      <b className={titleClassName}>{navbar.title}</b>
    </Link>
  );
}
