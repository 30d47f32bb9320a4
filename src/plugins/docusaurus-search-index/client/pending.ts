/** What is still to be answered of what was asked last. */
let pending: Promise<void> | undefined;

/**
 * Notes that the search was asked something, until it is answered. An earlier question no longer counts.
 * @param answer what is to come; whether it fails does not matter
 */
export function trackAnswer(answer: Promise<unknown>): void {
  const end = (): void => {
    if (pending === current) {
      pending = undefined;
    }
  };
  const current: Promise<void> = answer.then(end, end);
  pending = current;
}

/** @returns resolves with the answer to what was asked last; nothing if there is nothing to wait for */
export const getPendingAnswer = (): Promise<void> | undefined => pending;
