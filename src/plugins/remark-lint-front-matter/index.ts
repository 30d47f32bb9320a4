import type {Root} from 'mdast';
import {isMap, isScalar, LineCounter, parseDocument, type Document, type Node} from 'yaml';
import type {VFile} from 'vfile';
import type * as z from 'zod';
import {pageFrontMatterSchema} from '../../frontMatter.ts';

/** How to mend a field, by its name. */
const REMEDIES: Readonly<Record<string, string>> = {
  title: 'Write the title of the page as topics.yaml has it.',
  sidebar_position: 'Write the place in the section in tens: 10, 20, 30 ….',
  questions: 'Write one to five questions that the page answers, each ending with ？.',
  keywords: 'Write up to twenty other names of the subject, each once.',
  sources: 'Write at least two primary sources, each with "title" and an https "url".',
  checked: 'Write "date: YYYY-MM-DD" and "against: <product and version>" below "checked:".',
};

/** The offset in the YAML text that a path of keys leads to, or that of its nearest ancestor. */
function locate(document: Document, path: readonly PropertyKey[]): number {
  let offset = 0;
  let node: unknown = document.contents;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(({key: name}) => isScalar(name) && name.value === key);
      if (!pair) {
        return offset;
      }
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else {
      node = (node as {items?: unknown[]} | undefined)?.items?.[key as number];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    }
  }
  return offset;
}

/** One sentence for what the schema found, naming the field in full. */
function describe(issue: z.core.$ZodIssue): {path: readonly PropertyKey[]; reason: string}[] {
  const name = issue.path
    .map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      reason: `Unknown front matter field "${name ? `${name}.` : ''}${key}"`,
    }));
  }
  const isMissing = 'input' in issue && issue.input === undefined;
  return [
    {
      path: issue.path,
      reason: isMissing
        ? `Front matter lacks "${name}"`
        : `Front matter "${name}" ${issue.message.startsWith('Invalid') ? 'has the wrong type' : issue.message}`,
    },
  ];
}

/** The front matter is valid YAML, holds the known fields only, and each has the type and length that `src/frontMatter.ts` demands. */
export default function remarkLintFrontMatter() {
  return (tree: Root, file: VFile): void => {
    const {isPartial, today} = file.data.page!;
    const yaml = tree.children.find((node) => node.type === 'yaml');
    const origin = {ruleId: 'front-matter', source: 'remark-lint'} as const;
    if (isPartial) {
      if (yaml) {
        file.message(
          'A partial has front matter. Remove it, or drop the leading _ of the file name.',
          {
            place: yaml.position,
            ...origin,
          },
        );
      }
      return;
    }
    if (!yaml) {
      file.message(
        'The page has no front matter. Start the file with a block between two lines of ---.',
        {place: {line: 1, column: 1}, ...origin},
      );
      return;
    }
    const lineCounter = new LineCounter();
    const document = parseDocument(yaml.value, {lineCounter});
    const report = (offset: number, reason: string): void => {
      const {line, col} = lineCounter.linePos(offset);
      // The text of the block starts on the line behind the opening ---.
      const place = {line: line + yaml.position!.start.line, column: col};
      file.message(reason, {place, ...origin});
    };
    for (const error of document.errors) {
      report(
        error.pos[0],
        `Front matter is not valid YAML: ${error.message.replace(/ at line[\s\S]*/, '')}. Quote text that holds a colon, and indent by spaces.`,
      );
    }
    if (document.errors.length > 0) {
      return;
    }
    const value: unknown = document.toJS();
    const result = pageFrontMatterSchema.safeParse(value ?? {}, {reportInput: true});
    for (const issue of result.error?.issues ?? []) {
      for (const {path, reason} of describe(issue)) {
        const field = String(path[0]);
        const remedy =
          REMEDIES[field] ?? `Remove it, or use one of: ${Object.keys(REMEDIES).join(', ')}.`;
        report(locate(document, path), `${reason}. ${remedy}`);
      }
    }
    if (result.success && result.data.checked.date > today) {
      report(
        locate(document, ['checked', 'date']),
        `Front matter "checked.date" ${result.data.checked.date} lies in the future. Write the day on which the page was checked.`,
      );
    }
  };
}
