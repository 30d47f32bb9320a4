/**
 * Fetches a page in Markdown.
 * @param address of the file, with the base URL
 * @throws if the network fails or the file is not there; some servers, that of the live preview among them, then answer with a page
 */
export async function fetchMarkdown(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok || response.headers.get('content-type')?.startsWith('text/html')) {
    throw new Error(`${address}: the server has no such file (status ${response.status}).`);
  }
  return response.text();
}
