import {createHash} from 'node:crypto';
import type {Element, Root} from 'hast';
import {fromHtml} from 'hast-util-from-html';
import {toString} from 'hast-util-to-string';
import {visit} from 'unist-util-visit';

/** What the Content Security Policy must know about a page. */
export type PageScripts = {
  /** Of its inline scripts, as `sha256-…` in Base64. */
  readonly hashes: readonly string[];
  /** What the policy would block, one sentence each. */
  readonly faults: readonly string[];
};

/**
 * Types of a script element that the policy covers. All others, such as `application/ld+json`, are data.
 * https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element
 */
const SCRIPT_TYPE =
  /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i;

const getText = (element: Element, name: string): string => {
  const value = element.properties[name];
  return typeof value === 'string' ? value : '';
};

function readScript(element: Element): {hash?: string; fault?: string} {
  const source = getText(element, 'src');
  if (source) {
    return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(source)
      ? {fault: `The script ${source} is on another host. Serve it from the site itself.`}
      : {};
  }
  if (!SCRIPT_TYPE.test(getText(element, 'type').trim())) {
    return {};
  }
  return {hash: `sha256-${createHash('sha256').update(toString(element)).digest('base64')}`};
}

/** Handlers in attributes, and links that are scripts: no hash can name them. */
function findUnnameable({tagName, properties}: Element): string[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    // A browser drops control characters and spaces at the beginning, and tabs and line ends anywhere.
    const address = typeof value === 'string' ? value.replace(/^[\0- ]+|[\t\n\r]/g, '') : '';
    if (/^on[a-z]/i.test(name)) {
      return [
        `<${tagName}> has the inline event handler ${name}. Listen with addEventListener instead.`,
      ];
    }
    return /^javascript:/i.test(address)
      ? [`<${tagName}> has a "javascript:" address in ${name}. Use a button instead.`]
      : [];
  });
}

/** Reads what a page runs. @param html the page as it is served */
export function readInlineScripts(html: string): PageScripts {
  const tree: Root = fromHtml(html);
  const hashes = new Set<string>();
  const faults: string[] = [];
  visit(tree, 'element', (element) => {
    faults.push(...findUnnameable(element));
    if (element.tagName === 'script') {
      const {hash, fault} = readScript(element);
      if (hash) {
        hashes.add(hash);
      }
      if (fault) {
        faults.push(fault);
      }
    }
  });
  return {hashes: [...hashes], faults};
}
