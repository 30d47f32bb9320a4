import {useCallback, useEffect, useState} from 'react';

export type Player = {
  /** The lit step, from 1; 0 while the whole diagram is shown. */
  readonly step: number;
  readonly isPlaying: boolean;
  /** Goes to a step, 0 for the whole diagram; stops playing. */
  readonly goTo: (step: number) => void;
  /** Begins to play, after the last step from the first one on; or stops. */
  readonly togglePlaying: () => void;
  readonly stop: () => void;
};

/** What reading a step takes, in milliseconds: a little to find it, and 130 for each character (about 460 a minute). */
const TIME_TO_FIND = 1500;
const TIME_PER_CHARACTER = 130;
const LONGEST = 20_000;

/** For how long a step of so many characters is shown while playing, in milliseconds. */
export function getDuration(characters: number): number {
  return Math.min(LONGEST, TIME_TO_FIND + characters * TIME_PER_CHARACTER);
}

/**
 * Walks through the steps of a diagram.
 * @param count number of steps
 * @param getLength number of characters that there are to read in a step
 */
export function usePlayer(count: number, getLength: (step: number) => number): Player {
  const [step, setStep] = useState(0);
  const [isPlaying, setPlaying] = useState(false);

  useEffect(() => {
    if (!isPlaying) {
      return undefined;
    }
    const timer = setTimeout(
      () => {
        if (step < count) {
          setStep(step + 1);
        } else {
          setPlaying(false);
        }
      },
      getDuration(getLength(step)),
    );
    return () => clearTimeout(timer);
    // `getLength` reads the page; that it is a new function each time means nothing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [count, isPlaying, step]);

  const goTo = useCallback(
    (wanted: number): void => {
      setPlaying(false);
      setStep(Math.min(count, Math.max(0, wanted)));
    },
    [count],
  );
  const stop = useCallback(() => setPlaying(false), []);
  const togglePlaying = (): void => {
    if (!isPlaying && (step === 0 || step === count)) {
      setStep(1);
    }
    setPlaying(!isPlaying);
  };
  return {step, isPlaying, goTo, togglePlaying, stop};
}
