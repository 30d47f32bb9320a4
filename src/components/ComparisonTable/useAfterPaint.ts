import {useEffect, useState} from 'react';

/**
 * A value that follows another one only when the browser has painted, so that what costs much does not delay what the reader has just
 * done (a pressed button, a typed letter).
 * @param isDelayed whether it does; else the two are the same
 */
export function useAfterPaint<T>(value: T, isDelayed: boolean): T {
  const [late, setLate] = useState(value);
  useEffect(() => {
    if (!isDelayed) {
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout>;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setLate(value), 0);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [isDelayed, value]);
  return isDelayed ? late : value;
}
