import {isMap, isScalar, LineCounter, parseDocument} from 'yaml';
import {describeYamlError} from '../docusaurus-page-contract/editions.ts';
import {ADDRESS, parseAddress, type Address} from './address.ts';

/** Name of the redirect table, at the root of the site. */
export const REDIRECTS_FILE = 'redirects.yaml';

/** A line of the table: an address that was published, and what stands in its place now. */
export type Redirect = {readonly from: string; readonly to: Address; readonly line: number};

/** By the address that was published. */
export type Redirects = ReadonlyMap<string, Redirect>;

/** What is wrong in a file of addresses, with its line. */
export type AddressFault = {readonly line: number; readonly message: string};

/**
 * Reads the redirect table.
 * @param text a YAML mapping of addresses: `/docs/pods/old#flow: /docs/pods/new#flow`
 */
export function parseRedirects(text: string): {redirects: Redirects; faults: AddressFault[]} {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {lineCounter});
  const redirects = new Map<string, Redirect>();
  const faults: AddressFault[] = document.errors.map((error) => ({
    line: lineCounter.linePos(error.pos[0]).line,
    message: `Not valid YAML: ${describeYamlError(error)}. Write "<old address>: <new address>", and quote addresses with "#" after a space.`,
  }));
  if (document.contents !== null && !isMap(document.contents)) {
    faults.push({
      line: 1,
      message:
        'This is not a list of redirects. Write "<old address>: <new address>" on each line.',
    });
  }
  for (const {key, value} of isMap(document.contents) ? document.contents.items : []) {
    const {line} = lineCounter.linePos((isScalar(key) && key.range?.[0]) || 0);
    const [from, to] = [key, value].map((node) => (isScalar(node) ? String(node.value) : '')) as [
      string,
      string,
    ];
    const wrong = [from, to].find((address) => !ADDRESS.test(address));
    if (wrong === undefined) {
      redirects.set(from, {from, to: parseAddress(to), line});
    } else {
      faults.push({
        line,
        message: `"${wrong}" is not an address on this site. Write it as /docs/<section>/<page>#<id>, in ASCII and without the base path.`,
      });
    }
  }
  return {redirects, faults};
}
