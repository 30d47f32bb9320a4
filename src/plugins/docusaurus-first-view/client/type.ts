/** Puts text into a field as typing does, past what React remembers of it. */
export function type(field: HTMLInputElement, text: string): void {
  const {set} = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
  // React's own setter on the field notes the old value; then the new one is a change.
  field.value = '';
  set!.call(field, text);
  field.dispatchEvent(new Event('input', {bubbles: true}));
}
