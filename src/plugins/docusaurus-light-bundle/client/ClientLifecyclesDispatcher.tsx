import {useLayoutEffect, useState, type ComponentProps, type ReactNode} from 'react';
import OriginalDispatcher from '@light-bundle/dispatcher';

export {dispatchLifecycleAction} from '@light-bundle/dispatcher';

/**
 * Stands in for Docusaurus' module of this name, which scrolls to the place that an address names and calls `onRouteDidUpdate`, once the
 * new page is there. With React it is when this component has been updated; Preact updates what reads the address from the context after
 * that, within the same microtask.
 */
export default function ClientLifecyclesDispatcher({
  children,
  location,
  previousLocation,
}: ComponentProps<typeof OriginalDispatcher>): ReactNode {
  const [arrival, setArrival] = useState({location, previousLocation});
  useLayoutEffect(() => {
    queueMicrotask(() =>
      setArrival((current) =>
        current.location === location ? current : {location, previousLocation},
      ),
    );
  }, [location, previousLocation]);
  return <OriginalDispatcher {...arrival}>{children}</OriginalDispatcher>;
}
