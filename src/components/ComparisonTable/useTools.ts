import {useEffect, useState} from 'react';
import type * as tools from './lazy/index.ts';

export type Tools = typeof tools;

/** Loads what is needed to sort and to copy; called early, as soon as the reader touches a table. */
export function loadTools(): Promise<Tools> {
  return import('./lazy/index.ts');
}

/** The tools as soon as they are needed and there. */
export function useTools(isNeeded: boolean): Tools | undefined {
  const [loaded, setLoaded] = useState<Tools>();
  useEffect(() => {
    if (isNeeded) {
      void loadTools().then(setLoaded);
    }
  }, [isNeeded]);
  return loaded;
}
