// Replaces the theme's icon, a shape of a thousand characters that each page has twice.
import type {ReactNode} from 'react';
import type {Props} from '@theme/Icon/LightMode';
import StrokeIcon from '../StrokeIcon.tsx';

export default function LightMode(props: Props): ReactNode {
  return (
    <StrokeIcon {...props}>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 2v2m0 16v2M2 12h2m16 0h2M5 5l1.4 1.4m11.2 11.2L19 19M5 19l1.4-1.4M17.6 6.4L19 5" />
    </StrokeIcon>
  );
}
