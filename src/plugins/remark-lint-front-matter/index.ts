import type {Root} from 'mdast';
import {isMap, isScalar, type Document, type Node} from 'yaml';
import type {VFile} from 'vfile';
import type * as z from 'zod';
import {pageFrontMatterSchema} from '../../frontMatter.ts';
import {describeYamlError} from '../docusaurus-page-contract/editions.ts';
import {readFrontMatter} from '../docusaurus-page-contract/page.ts';

/** How to mend a field, by its name. */
const REMEDIES: Readonly<Record<string, string>> = {
  title: 'Write the title of the page as topics.yaml has it.',
  sidebar_position: 'Write the place in the section in tens: 10, 20, 30 ….',
  questions: 'Write one to five questions that the page answers, each ending with ？.',
  keywords: 'Write up to twenty other names of the subject, each once.',
  go: 'Write a short name that says what the page is about, as in go: pod-creation.',
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
    const block = readFrontMatter(tree);
    const report = (place: {line: number; column: number}, message: string): void => {
      file.message(message, {place, ruleId: 'front-matter', source: 'remark-lint'});
    };
    if (isPartial) {
      if (block) {
        report(
          {line: 1, column: 1},
          'A partial has front matter. Remove it, or drop the leading _ of the file name.',
        );
      }
      return;
    }
    if (!block) {
      report(
        {line: 1, column: 1},
        'The page has no front matter. Start the file with a block between two lines of ---.',
      );
      return;
    }
    const {document, toPlace} = block;
    for (const error of document.errors) {
      report(
        toPlace(error.pos[0]),
        `Front matter is not valid YAML: ${describeYamlError(error)}. Quote text that holds a colon, and indent by spaces.`,
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
        report(toPlace(locate(document, path)), `${reason}. ${remedy}`);
      }
    }
    if (result.success && result.data.checked.date > today) {
      report(
        toPlace(locate(document, ['checked', 'date'])),
        `Front matter "checked.date" ${result.data.checked.date} lies in the future. Write the day on which the page was checked.`,
      );
    }
  };
}
