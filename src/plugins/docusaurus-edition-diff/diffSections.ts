import {diffBlocks, joinBlock} from './diffBlocks.ts';
import {diffRuns} from './diffRuns.ts';
import type {Block, BlockDiff, Edit, Section, SectionDiff} from './model.ts';
import {joinRuns} from './runs.ts';

/** Id of the section in which the author says what changed; it is not compared. */
export const CHANGES_ID = 'changes';

/** The section in which the author says what changed, with all that is below it. */
export function findChanges(sections: readonly Section[]): Section[] {
  const start = sections.findIndex(({id}) => id === CHANGES_ID);
  if (start < 0) {
    return [];
  }
  const rest = sections.slice(start + 1);
  const end = rest.findIndex(({level}) => level <= sections[start]!.level);
  return [sections[start]!, ...(end < 0 ? rest : rest.slice(0, end))];
}

function keepWhole({id, level, title, blocks}: Section, status: Edit): SectionDiff {
  return {
    id,
    level,
    title: joinRuns(title),
    status,
    blocks: blocks.map((block: Block): BlockDiff => ({status, block: joinBlock(block)})),
  };
}

function diffPair(older: Section, newer: Section): SectionDiff {
  const title = diffRuns(older.title, newer.title).runs;
  const blocks = diffBlocks(older.blocks, newer.blocks);
  const hasChanged = title.some(({edit}) => edit) || blocks.some(({status}) => status !== 'same');
  const isHeading = older.blocks.length === 0 && newer.blocks.length === 0;
  return {
    id: newer.id,
    level: newer.level,
    title,
    status: hasChanged ? 'changed' : isHeading ? 'heading' : 'same',
    blocks: hasChanged ? blocks : [],
  };
}

/**
 * Compares two editions of a page section by section; sections belong together by the ids of their headings.
 * @returns all sections in the order of the newer edition; removed ones follow what they followed, and do not come between a section
 *   and what is below it
 */
export function diffSections(older: readonly Section[], newer: readonly Section[]): SectionDiff[] {
  const withoutChanges = (sections: readonly Section[]): Section[] => {
    const changes = findChanges(sections);
    return sections.filter((section) => !changes.includes(section));
  };
  const olderSections = withoutChanges(older);
  const olderById = new Map(olderSections.map((section) => [section.id, section]));
  const diffs = withoutChanges(newer).map((section) => {
    const twin = olderById.get(section.id);
    return twin ? diffPair(twin, section) : keepWhole(section, 'added');
  });
  let place = 0;
  for (const section of olderSections) {
    const index = diffs.findIndex(({id}) => id === section.id);
    if (index >= 0) {
      place = index + 1;
    } else {
      while (diffs[place] && diffs[place]!.level > section.level) {
        place++;
      }
      diffs.splice(place++, 0, keepWhole(section, 'removed'));
    }
  }
  return diffs;
}
