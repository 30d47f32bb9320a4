// Replaces the theme's icon by one of a few lines, see LightMode.
import type {ReactNode} from 'react';
import type {Props} from '@theme/Icon/DarkMode';
import StrokeIcon from '../StrokeIcon.tsx';

export default function DarkMode(props: Props): ReactNode {
  return (
    <StrokeIcon strokeLinejoin="round" {...props}>
      <path d="M20 14.5A8 8 0 1 1 9.5 4a6.5 6.5 0 0 0 10.5 10.5" />
    </StrokeIcon>
  );
}
