import type {Heading, Root, RootContent} from 'mdast';
import type {VFile} from 'vfile';
import {readExplicitId} from '../docusaurus-page-contract/explicitId.ts';
import {readText} from '../docusaurus-page-contract/page.ts';

type Section = {readonly heading: Heading; readonly content: RootContent[]};

/** The fixed sections in their order, with the titles they carry in this language. */
const SKELETON = [
  {id: 'pitfalls', title: '常见误区'},
  {id: 'changes', title: '版本变化'},
  {id: 'follow-ups', title: '追问'},
] as const;

const MIN_FOLLOW_UPS = 3;
const MAX_FOLLOW_UPS = 6;

/** Splits nodes into sections at the headings of one depth; what stands before the first of them is left out. */
function splitSections(nodes: readonly RootContent[], depth: number): Section[] {
  const sections: Section[] = [];
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === depth) {
      sections.push({heading: node, content: []});
    } else {
      sections.at(-1)?.content.push(node);
    }
  }
  return sections;
}

/**
 * The page has the contract's sections, in order and last: body, pitfalls, changes (where an older edition exists) and
 * follow-ups; pitfalls are a list, follow-ups are three to six questions, each with an answer.
 */
export default function remarkLintSkeleton() {
  return (tree: Root, file: VFile): void => {
    const {isPartial, edition} = file.data.page!;
    if (isPartial) {
      return;
    }
    const report = (message: string, node?: RootContent): void => {
      file.message(message, {
        place: node?.position ?? tree.position,
        ruleId: 'skeleton',
        source: 'remark-lint',
      });
    };
    const allSections = splitSections(tree.children, 2);
    const changes = allSections.find(({heading}) => readExplicitId(heading) === 'changes');
    const hasUnwantedChanges = changes !== undefined && !edition.hasPredecessor;
    if (hasUnwantedChanges) {
      report(
        'The oldest edition has a section #changes. Remove it: there is nothing older to compare with.',
        changes.heading,
      );
    }
    const sections = hasUnwantedChanges
      ? allSections.filter((section) => section !== changes)
      : allSections;
    const wanted = SKELETON.filter(({id}) => id !== 'changes' || edition.hasPredecessor);
    const found = wanted.map(({id, title}) => {
      const index = sections.findIndex(({heading}) => readExplicitId(heading) === id);
      const section = sections[index];
      if (!section) {
        report(
          `The page has no section "${title}". Add the heading "## ${title} {/* #${id} */}" in its place.`,
        );
      } else if (readText(section.heading) !== title) {
        report(
          `Section #${id} is headed "${readText(section.heading)}". Write "## ${title} {/* #${id} */}".`,
          section.heading,
        );
      }
      return {id, index};
    });

    if (found.every(({index}) => index >= 0)) {
      const tail = sections.slice(-wanted.length);
      if (tail.some(({heading}, place) => readExplicitId(heading) !== wanted[place]?.id)) {
        report(
          `The closing sections are out of order. Let the page end with ${wanted.map(({id}) => `#${id}`).join(', ')}.`,
          sections[found[0]!.index]?.heading,
        );
      }
      if (sections.length === wanted.length) {
        report(
          'The page has no body. Write at least one section before #pitfalls.',
          sections[0]?.heading,
        );
      }
    }

    const pitfalls = sections.find(({heading}) => readExplicitId(heading) === 'pitfalls');
    if (pitfalls && !pitfalls.content.some((node) => node.type === 'list')) {
      report(
        'The section #pitfalls has no list. Write one item for each common error, with what is right and why.',
        pitfalls.heading,
      );
    }

    const followUps = sections.find(({heading}) => readExplicitId(heading) === 'follow-ups');
    if (followUps) {
      const questions = splitSections(followUps.content, 3);
      if (questions.length < MIN_FOLLOW_UPS || questions.length > MAX_FOLLOW_UPS) {
        report(
          `The section #follow-ups has ${questions.length} questions. Write ${MIN_FOLLOW_UPS}–${MAX_FOLLOW_UPS}, each as a ### heading.`,
          followUps.heading,
        );
      }
      for (const {heading, content} of questions) {
        if (!/[？?]$/.test(readText(heading))) {
          report(
            `"${readText(heading)}" is not a question. Let each heading in #follow-ups end with ？.`,
            heading,
          );
        }
        if (content.length === 0) {
          report(
            `"${readText(heading)}" has no answer. Write a short answer below the heading.`,
            heading,
          );
        }
      }
    }
  };
}
