// Replaces the theme's icon by one of a few lines, see LightMode.
import type {ReactNode} from 'react';
import type {Props} from '@theme/Icon/SystemColorMode';
import StrokeIcon from '../StrokeIcon.tsx';

export default function SystemColorMode(props: Props): ReactNode {
  return (
    <StrokeIcon {...props}>
      <circle cx="12" cy="12" r="8" />
      <path fill="currentColor" d="M12 4a8 8 0 0 1 0 16z" />
    </StrokeIcon>
  );
}
