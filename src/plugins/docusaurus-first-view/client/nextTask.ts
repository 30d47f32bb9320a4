/** Resolves in a task of its own: when what was just said to a component, or answered by a promise, has been taken in. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
