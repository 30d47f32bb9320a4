import type {Root} from 'mdast';
import type {VFile} from 'vfile';
import {readTables} from '../remark-comparison-table/readTables.ts';

/**
 * Every table stands in `<ComparisonTable>` with an id and a caption; its columns and rows have ids, and each row says something
 * about each subject.
 */
export default function remarkLintComparisonTable() {
  return (tree: Root, file: VFile): void => {
    for (const {message, place} of readTables(tree, String(file)).faults) {
      file.message(message, {place, ruleId: 'comparison-table', source: 'remark-lint'});
    }
  };
}
