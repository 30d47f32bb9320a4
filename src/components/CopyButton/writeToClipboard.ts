/** Writes to the clipboard. Safari takes a text that comes later only as a promise; Firefox has known those since 127 only. */
export async function writeToClipboard(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string' || typeof ClipboardItem === 'undefined') {
    await navigator.clipboard.writeText(await text);
  } else {
    const blob = text.then((content) => new Blob([content], {type: 'text/plain'}));
    // If the clipboard refuses before the text has come, nobody waits for it any more.
    blob.catch(() => undefined);
    await navigator.clipboard.write([new ClipboardItem({'text/plain': blob})]);
  }
}
