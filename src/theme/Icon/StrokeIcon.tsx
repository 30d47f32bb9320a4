import type {ComponentProps, ReactNode} from 'react';

/** A drawing of lines in the colour of the text, in a box of 24 by 24. Every page has several, so that they are as short as can be. */
export default function StrokeIcon(props: ComponentProps<'svg'>): ReactNode {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      {...props}
    />
  );
}
