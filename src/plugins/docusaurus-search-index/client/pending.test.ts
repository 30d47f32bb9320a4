import {describe, expect, test} from 'vitest';
import {getPendingAnswer, trackAnswer} from './pending.ts';

describe('the pending answer', () => {
  test('is there until it comes, or fails', async () => {
    expect(getPendingAnswer()).toBeUndefined();
    for (const outcome of [Promise.resolve('hits'), Promise.reject(new Error('offline'))]) {
      trackAnswer(outcome);
      const answer = getPendingAnswer();
      expect(answer).toBeInstanceOf(Promise);
      await answer;
      expect(getPendingAnswer()).toBeUndefined();
    }
  });

  test('is that to the last question, even if an earlier one is answered later', async () => {
    let answerFirst = (): void => undefined;
    trackAnswer(new Promise<void>((resolve) => (answerFirst = resolve)));
    const first = getPendingAnswer();
    let answerSecond = (): void => undefined;
    trackAnswer(new Promise<void>((resolve) => (answerSecond = resolve)));
    const second = getPendingAnswer();
    answerFirst();
    await first;
    expect(getPendingAnswer()).toBe(second);
    answerSecond();
    await second;
    expect(getPendingAnswer()).toBeUndefined();
  });
});
