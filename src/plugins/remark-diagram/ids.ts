/** Id of step N of a sequence diagram, which is also its address on the page. */
export function toStepId(id: string, step: number): string {
  return `${id}-step-${step}`;
}

/** Id of message N in the drawing of a sequence diagram. */
export function toMessageId(id: string, step: number): string {
  return `${id}-message-${step}`;
}
