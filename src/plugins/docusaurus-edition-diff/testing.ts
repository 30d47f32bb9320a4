import {parsePage} from '../docusaurus-page-contract/page.ts';
import type {ChangedBlock, Run, Section, SectionDiff} from './model.ts';
import {diffSections} from './diffSections.ts';
import {readSections} from './readSections.ts';

/**
 * Test helper: the sections of a page.
 * @param text MDX, with or without front matter
 * @param partials files that it may import, by their path relative to the site
 */
export async function read(
  text: string,
  partials: Readonly<Record<string, string>> = {},
): Promise<Section[]> {
  const page = parsePage('docs/pods/creation.mdx', text);
  if (!page.tree) {
    throw new Error(`The page of the test is not valid MDX: ${page.file.messages.join()}`);
  }
  return readSections(page, {
    findFile: (file) => {
      const partial = partials[file];
      return partial === undefined ? undefined : parsePage(file, partial);
    },
    resolveLink: (url, file) => `${file}→${url}`,
  });
}

/** Test helper: what changed from one text of a page to another. */
export async function compare(older: string, newer: string): Promise<SectionDiff[]> {
  return diffSections(await read(older), await read(newer));
}

/** Test helper: text with what changed in it, as `[-removed-]` and `{+added+}`; code in backticks. */
export function show(runs: readonly Run[]): string {
  return runs
    .map(({text, formats, edit}) => {
      const set = formats?.includes('code') ? `\`${text}\`` : text;
      return edit === undefined ? set : edit === 'added' ? `{+${set}+}` : `[-${set}-]`;
    })
    .join('');
}

/**
 * Test helper: the first block of a section, in which something must have changed.
 * @param kind what kind of block it must be
 */
export function getChanged<Kind extends ChangedBlock['kind']>(
  section: SectionDiff | undefined,
  kind: Kind,
): Extract<ChangedBlock, {readonly kind: Kind}> {
  const diff = section?.blocks[0];
  if (diff?.status !== 'changed' || diff.block.kind !== kind) {
    throw new Error(`The first block is not ${kind} that changed: ${JSON.stringify(diff)}`);
  }
  return diff.block as Extract<ChangedBlock, {readonly kind: Kind}>;
}

/** Test helper: the runs of the only block that changed, which is text. */
export async function compareText(older: string, newer: string): Promise<string> {
  const diffs = await compare(older, newer);
  const blocks = diffs.flatMap((section) => section.blocks);
  const [first] = blocks;
  if (blocks.length !== 1 || first?.status !== 'changed' || !('runs' in first.block)) {
    throw new Error(`Not one text that changed: ${JSON.stringify(blocks)}`);
  }
  return show(first.block.runs);
}
