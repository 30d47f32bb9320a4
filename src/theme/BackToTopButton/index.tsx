// Wraps the theme's button, which shows only when a script has seen the reader scroll: no page has to bring it along.
import type {ReactNode} from 'react';
import useIsBrowser from '@docusaurus/useIsBrowser';
import BackToTopButton from '@theme-original/BackToTopButton';

export default function BackToTopButtonInBrowser(): ReactNode {
  return useIsBrowser() && <BackToTopButton />;
}
