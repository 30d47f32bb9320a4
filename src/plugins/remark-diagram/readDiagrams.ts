import type {Code, List, ListItem, Root} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx';
import {SKIP, visit} from 'unist-util-visit';
import type {Node, Point} from 'unist';
import {ADDRESS_NAME} from '../docusaurus-page-contract/editions.ts';
import {toStepId} from './ids.ts';
import {readAttribute} from './mdxNodes.ts';
import {DiagramError, parseMermaid, type Model} from './parseMermaid.ts';

/** The component that joins a sequence diagram with the explanations of its messages. */
export const SEQUENCE_DIAGRAM = 'SequenceDiagram';

/** A diagram of a page, sound in itself. */
export type Diagram = {
  readonly id: string;
  /** Content of the fence. */
  readonly source: string;
  readonly model: Model;
  readonly fence: Code;
  /** The element around a sequence diagram, and its list: item N explains message N. */
  readonly wrapper?: {readonly element: MdxJsxFlowElement; readonly items: readonly ListItem[]};
};

/** What is wrong with a diagram, and how to mend it. */
export type DiagramFault = {readonly place: Point; readonly message: string};

function startOf(node: {position?: {start: Point} | undefined}): Point {
  return node.position!.start;
}

function isMermaid(node: Node): node is Code {
  return node.type === 'code' && (node as Code).lang === 'mermaid';
}

function isSequenceDiagram(node: Node): node is MdxJsxFlowElement {
  return node.type === 'mdxJsxFlowElement' && (node as MdxJsxFlowElement).name === SEQUENCE_DIAGRAM;
}

/** The `id="…"` behind the word `mermaid` of a fence. */
function readFenceId(fence: Code): string | undefined {
  return /(?:^|\s)id="([^"]*)"/.exec(fence.meta ?? '')?.[1];
}

/** The `id` of the element, if it is plain text. */
function readElementId(element: MdxJsxFlowElement): string | undefined {
  const id = readAttribute(element, 'id');
  return typeof id === 'string' ? id : undefined;
}

/**
 * Ids that a node brings to its page, the diagram's first and then those of its steps; only the form is looked at. Empty for what
 * is no diagram; a fence inside the element has none of its own.
 */
export function readDiagramIds(node: Node): string[] {
  if (isSequenceDiagram(node)) {
    const id = readElementId(node);
    const list = node.children.find((child) => child.type === 'list');
    return id ? [id, ...(list?.children ?? []).map((_, index) => toStepId(id, index + 1))] : [];
  }
  const id = isMermaid(node) ? readFenceId(node) : undefined;
  return id ? [id] : [];
}

/** Ids of all diagrams and steps of a page, in order. */
export function collectDiagramIds(tree: Root): string[] {
  const ids: string[] = [];
  visit(tree, (node) => {
    ids.push(...readDiagramIds(node));
    return isSequenceDiagram(node) ? SKIP : undefined;
  });
  return ids;
}

type Report = (place: Point, message: string) => void;

function checkId(id: string | undefined, place: Point, form: string, report: Report): id is string {
  if (id === undefined) {
    report(place, `The diagram has no id. Write ${form}.`);
    return false;
  }
  if (!ADDRESS_NAME.test(id)) {
    report(
      place,
      `The id "${id}" is not allowed. Start with a lower-case ASCII letter, go on with letters, digits and hyphens.`,
    );
    return false;
  }
  return true;
}

async function readModel(fence: Code, report: Report): Promise<Model | undefined> {
  try {
    return await parseMermaid(fence.value);
  } catch (error) {
    if (!(error instanceof DiagramError)) {
      throw error;
    }
    const {line, column} = startOf(fence);
    report({line: line + error.line, column}, error.message);
    return undefined;
  }
}

/** The fence and the list inside the element, if it holds these two and nothing else. */
function readContent(
  element: MdxJsxFlowElement,
  report: Report,
): {fence: Code; list: List} | undefined {
  const fences = element.children.filter(isMermaid);
  const lists = element.children.filter((child) => child.type === 'list');
  const [fence, list] = [fences[0], lists[0]];
  const remedy = `Put one mermaid fence and below it one numbered list into it, and nothing else.`;
  if (!fence || !list || element.children.length !== 2 || element.children[0] !== fence) {
    report(
      startOf(element),
      `<${SEQUENCE_DIAGRAM}> holds ${fences.length} mermaid fences, ${lists.length} lists and ${element.children.length - fences.length - lists.length} other blocks. ${remedy}`,
    );
    return undefined;
  }
  if (!list.ordered || list.start !== 1) {
    report(startOf(list), 'The list of steps is not numbered from 1. Write "1. …", "2. …".');
    return undefined;
  }
  return {fence, list};
}

async function readSequenceDiagram(
  element: MdxJsxFlowElement,
  report: Report,
): Promise<Diagram | undefined> {
  const id = readElementId(element);
  const place = startOf(element);
  const hasId = checkId(id, place, `<${SEQUENCE_DIAGRAM} id="short-english-name">`, report);
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== 'id') {
      report(place, `<${SEQUENCE_DIAGRAM}> takes an "id" only. Remove the other attributes.`);
    }
  }
  const content = readContent(element, report);
  if (!content) {
    return undefined;
  }
  const {fence, list} = content;
  if (fence.meta) {
    report(
      startOf(fence),
      `The fence has "${fence.meta}" behind "mermaid". Remove it: the id stands in <${SEQUENCE_DIAGRAM}>.`,
    );
  }
  const model = await readModel(fence, report);
  if (!model) {
    return undefined;
  }
  if (model.kind !== 'sequence') {
    report(
      startOf(fence),
      `<${SEQUENCE_DIAGRAM}> holds a diagram of another kind. Write a plain fence with an id: \`\`\`mermaid id="short-english-name".`,
    );
    return undefined;
  }
  if (!model.isNumbered) {
    report(
      startOf(fence),
      'The sequence diagram does not number its messages. Write "autonumber" on a line of its own, above the first message.',
    );
  }
  const {messages} = model;
  const items = list.children;
  if (items.length !== messages.length) {
    const firstLeftOver =
      items.length < messages.length
        ? `message ${items.length + 1} (${messages[items.length]!.from} → ${messages[items.length]!.to}: ${messages[items.length]!.text}) has no item`
        : `item ${messages.length + 1} has no message`;
    report(
      startOf(items[messages.length] ?? list),
      `The diagram has ${messages.length} messages, the list ${items.length} items: ${firstLeftOver}. Let item N explain message N.`,
    );
  }
  items.forEach((item, index) => {
    if (item.children.length === 0) {
      report(startOf(item), `Item ${index + 1} is empty. Explain message ${index + 1}.`);
    }
  });
  return hasId ? {id, source: fence.value, model, fence, wrapper: {element, items}} : undefined;
}

async function readPlainDiagram(fence: Code, report: Report): Promise<Diagram | undefined> {
  const model = await readModel(fence, report);
  if (model?.kind === 'sequence') {
    report(
      startOf(fence),
      `The sequence diagram stands alone. Wrap it, with a numbered list that explains each message, in <${SEQUENCE_DIAGRAM} id="short-english-name">.`,
    );
    return undefined;
  }
  const id = readFenceId(fence);
  const hasId = checkId(id, startOf(fence), '```mermaid id="short-english-name"', report);
  return model && hasId ? {id, source: fence.value, model, fence} : undefined;
}

/**
 * Finds the diagrams of a page and reads them with Mermaid's parser.
 * @returns the diagrams in the order of the page, without those that cannot be drawn, and everything that is wrong with them
 */
export async function readDiagrams(
  tree: Root,
): Promise<{diagrams: Diagram[]; faults: DiagramFault[]}> {
  const found: (MdxJsxFlowElement | Code)[] = [];
  visit(tree, (node) => {
    if (isSequenceDiagram(node)) {
      found.push(node);
      return SKIP;
    }
    if (isMermaid(node)) {
      found.push(node);
    }
    return undefined;
  });
  const faults: DiagramFault[] = [];
  const report: Report = (place, message) => faults.push({place, message});
  const diagrams: Diagram[] = [];
  for (const node of found) {
    const diagram = await (node.type === 'code'
      ? readPlainDiagram(node, report)
      : readSequenceDiagram(node, report));
    if (diagram) {
      diagrams.push(diagram);
    }
  }
  return {diagrams, faults};
}
